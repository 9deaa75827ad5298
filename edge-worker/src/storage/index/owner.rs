//! The owner of this edge: the one account there is.

use serde::Deserialize;

use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

/// The owner as stored.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct OwnerRow {
    pub(crate) email: String,
    /// In the PHC string format, with its parameters and its salt.
    pub(crate) password_hash: String,
}

impl Index {
    /// The owner, once there is one.
    pub(crate) async fn owner(&self) -> Result<Option<OwnerRow>, StorageError> {
        let sql = "select email, password_hash from owner";
        self.first(Statement::new(sql, [])).await
    }

    /// Makes this account the owner unless there is one; says whether it was made.
    pub(crate) async fn create_owner(
        &self,
        email: &str,
        password_hash: &str,
        now_ms: u64,
    ) -> Result<bool, StorageError> {
        let sql = r#"insert into owner ("only", email, password_hash, created_at_ms) values (1, ?1, ?2, ?3)
          on conflict do nothing returning email, password_hash"#;
        let parameters = [email.into(), password_hash.into(), now_ms.into()];
        let created: Option<OwnerRow> = self.first(Statement::new(sql, parameters)).await?;
        Ok(created.is_some())
    }
}
