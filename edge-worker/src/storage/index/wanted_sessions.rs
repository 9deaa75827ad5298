//! Sessions that the owner wants to see although recorders may hold them back.

use serde::Deserialize;

use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

#[derive(Deserialize)]
struct Wanted {}

impl Index {
    /// Marks a session; marking it again is fine.
    pub(crate) async fn want_session(&self, id: &str, now_ms: u64) -> Result<(), StorageError> {
        let sql = "insert into wanted_sessions (id, wanted_at_ms) values (?1, ?2)
          on conflict (id) do update set wanted_at_ms = excluded.wanted_at_ms";
        self.run(sql, [id.into(), now_ms.into()]).await
    }

    /// Whether a session is marked.
    pub(crate) async fn is_wanted(&self, id: &str) -> Result<bool, StorageError> {
        let sql = "select 1 from wanted_sessions where id = ?1";
        let wanted: Option<Wanted> = self.first(Statement::new(sql, [id.into()])).await?;
        Ok(wanted.is_some())
    }

    /// Forgets what was marked before this time.
    pub(crate) async fn forget_wanted(&self, before_ms: u64) -> Result<(), StorageError> {
        let sql = "delete from wanted_sessions where wanted_at_ms < ?1";
        self.run(sql, [before_ms.into()]).await
    }
}
