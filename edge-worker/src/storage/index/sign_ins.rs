//! Sign-ins that are valid now.

use serde::Deserialize;
use worker::d1::D1Type;

use super::number;
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
        self.run(
            sql,
            &[
                D1Type::Text(token_sha256),
                number(now_ms),
                number(expires_at_ms),
            ],
        )
        .await
    }

    /// Who holds the token with this hash, unless it has expired.
    pub(crate) async fn signed_in(
        &self,
        token_sha256: &str,
        now_ms: u64,
    ) -> Result<Option<SignedIn>, StorageError> {
        let sql = "select owner.email from sign_ins, owner where token_sha256 = ?1 and expires_at_ms > ?2";
        self.first(sql, &[D1Type::Text(token_sha256), number(now_ms)])
            .await
    }

    /// Ends a sign-in; ending one that does not exist is fine.
    pub(crate) async fn delete_sign_in(&self, token_sha256: &str) -> Result<(), StorageError> {
        self.run(
            "delete from sign_ins where token_sha256 = ?1",
            &[D1Type::Text(token_sha256)],
        )
        .await
    }

    /// Forgets the sign-ins that have expired.
    pub(crate) async fn delete_expired_sign_ins(&self, now_ms: u64) -> Result<(), StorageError> {
        self.run(
            "delete from sign_ins where expires_at_ms <= ?1",
            &[number(now_ms)],
        )
        .await
    }
}
