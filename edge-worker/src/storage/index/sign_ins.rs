//! Sign-ins that are valid now.

use serde::Deserialize;

use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

/// Whom a sign-in belongs to.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct SignedIn {
    pub(crate) email: String,
}

impl Index {
    /// Records a sign-in under the hash of its token.
    pub(crate) async fn create_sign_in(
        &self,
        token_sha256: &str,
        now_ms: u64,
        expires_at_ms: u64,
    ) -> Result<(), StorageError> {
        let sql =
            "insert into sign_ins (token_sha256, created_at_ms, expires_at_ms) values (?1, ?2, ?3)";
        let parameters = [token_sha256.into(), now_ms.into(), expires_at_ms.into()];
        self.run(sql, parameters).await
    }

    /// Who holds the token with this hash, unless it has expired.
    pub(crate) async fn signed_in(
        &self,
        token_sha256: &str,
        now_ms: u64,
    ) -> Result<Option<SignedIn>, StorageError> {
        let sql = "select owner.email from sign_ins, owner where token_sha256 = ?1 and expires_at_ms > ?2";
        let parameters = [token_sha256.into(), now_ms.into()];
        self.first(Statement::new(sql, parameters)).await
    }

    /// Ends a sign-in; ending one that does not exist is fine.
    pub(crate) async fn delete_sign_in(&self, token_sha256: &str) -> Result<(), StorageError> {
        let sql = "delete from sign_ins where token_sha256 = ?1";
        self.run(sql, [token_sha256.into()]).await
    }

    /// Forgets the sign-ins that have expired.
    pub(crate) async fn delete_expired_sign_ins(&self, now_ms: u64) -> Result<(), StorageError> {
        let sql = "delete from sign_ins where expires_at_ms <= ?1";
        self.run(sql, [now_ms.into()]).await
    }
}
