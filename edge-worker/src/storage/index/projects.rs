//! Projects. They are created by whoever operates the edge, which counts what their archives hold.

use serde::Deserialize;
use worker::d1::D1Type;

use super::number;
use crate::storage::{Index, StorageError};

#[derive(Deserialize)]
struct Booked {}

impl Index {
    /// Counts bytes that a project is about to archive; `false`, and nothing is counted, if it would
    /// then have more than the limit.
    pub(crate) async fn book_archived(
        &self,
        project_id: &str,
        size_bytes: usize,
        limit_bytes: u64,
    ) -> Result<bool, StorageError> {
        let sql = "update projects set archived_bytes = archived_bytes + ?2
            where id = ?1 and archived_bytes + ?2 <= ?3 returning id";
        let values = [
            D1Type::Text(project_id),
            number(size_bytes as u64),
            number(limit_bytes),
        ];
        let booked: Option<Booked> = self.first(sql, &values).await?;
        Ok(booked.is_some())
    }
}
