//! Ingest keys. They are created by whoever operates the edge; the edge only reads them.

use serde::Deserialize;
use worker::d1::D1Type;

use crate::storage::{Index, StorageError};

/// An ingest key as stored.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct IngestKeyRow {
    pub(crate) project_id: String,
    /// A JSON array.
    pub(crate) allowed_origins: String,
    pub(crate) revoked_at_ms: Option<u64>,
    /// What recorders of the project are told: a JSON object.
    pub(crate) settings: String,
}

impl Index {
    /// The key as stored, also if it is revoked.
    pub(crate) async fn ingest_key(&self, key: &str) -> Result<Option<IngestKeyRow>, StorageError> {
        let sql = "select project_id, allowed_origins, revoked_at_ms, settings
            from ingest_keys join projects on projects.id = project_id where key = ?1";
        self.first(sql, &[D1Type::Text(key)]).await
    }
}
