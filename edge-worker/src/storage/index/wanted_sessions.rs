//! Sessions that the owner wants to see although recorders may hold them back.

use serde::Deserialize;
use worker::d1::D1Type;

use super::number;
use crate::storage::{Index, StorageError};

#[derive(Deserialize)]
struct Wanted {}

impl Index {
    /// Marks a session; marking it again is fine.
    pub(crate) async fn want_session(&self, id: &str, now_ms: u64) -> Result<(), StorageError> {
        self.run(
            "insert or replace into wanted_sessions (id, wanted_at_ms) values (?1, ?2)",
            &[D1Type::Text(id), number(now_ms)],
        )
        .await
    }

    /// Whether a session is marked.
    pub(crate) async fn is_wanted(&self, id: &str) -> Result<bool, StorageError> {
        let sql = "select 1 from wanted_sessions where id = ?1";
        let wanted: Option<Wanted> = self.first(sql, &[D1Type::Text(id)]).await?;
        Ok(wanted.is_some())
    }

    /// Forgets what was marked before this time.
    pub(crate) async fn forget_wanted(&self, before_ms: u64) -> Result<(), StorageError> {
        self.run(
            "delete from wanted_sessions where wanted_at_ms < ?1",
            &[number(before_ms)],
        )
        .await
    }
}
