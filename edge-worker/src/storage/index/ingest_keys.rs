//! Ingest keys: looked up by what a request brings, and written by the owner.

use serde::{Deserialize, Serialize};

use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

/// Who may hold a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KeyKind {
    /// Pages in a browser: the key is public, and bound to their origins.
    Browser,
    /// Services: the key is secret.
    Server,
}

/// An ingest key as it is needed to judge a request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct IngestKeyRow {
    pub(crate) project_id: String,
    pub(crate) kind: KeyKind,
    /// A JSON array.
    pub(crate) allowed_origins: String,
    /// From when on it does not work; perhaps in the future.
    pub(crate) revoked_at_ms: Option<u64>,
    pub(crate) project_deleted_at_ms: Option<u64>,
    /// The quota of the project; `None` if it has none.
    pub(crate) batches_per_day_max: Option<u64>,
    /// What its owner has set for the project: a JSON object.
    pub(crate) settings: String,
}

/// An ingest key as its project has it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct ProjectKeyRow {
    pub(crate) id: String,
    pub(crate) kind: KeyKind,
    pub(crate) allowed_origins: String,
    pub(crate) created_at_ms: u64,
    pub(crate) revoked_at_ms: Option<u64>,
}

#[derive(Deserialize)]
struct Written {}

const COLUMNS: &str = "ingest_keys.id, kind, allowed_origins, created_at_ms, revoked_at_ms";

impl Index {
    /// The key with this id.
    pub(crate) async fn ingest_key(&self, id: &str) -> Result<Option<IngestKeyRow>, StorageError> {
        let sql = "select project_id, kind, allowed_origins, revoked_at_ms, settings,
              batches_per_day_max,
              deleted_at_ms as project_deleted_at_ms
            from ingest_keys join projects on projects.id = project_id where ingest_keys.id = ?1";
        self.first(Statement::new(sql, [id.into()])).await
    }

    /// The keys of a project, in the order of their ids.
    pub(crate) async fn keys_of(
        &self,
        project_id: &str,
    ) -> Result<Vec<ProjectKeyRow>, StorageError> {
        let sql = format!("select {COLUMNS} from ingest_keys where project_id = ?1 order by id");
        self.all(Statement::new(sql, [project_id.into()])).await
    }

    /// One of them.
    pub(crate) async fn key_of(
        &self,
        project_id: &str,
        id: &str,
    ) -> Result<Option<ProjectKeyRow>, StorageError> {
        let sql = format!("select {COLUMNS} from ingest_keys where project_id = ?1 and id = ?2");
        let parameters = [project_id.into(), id.into()];
        self.first(Statement::new(sql, parameters)).await
    }

    /// Makes a key, or changes the origins of one; `false` if another project has it.
    pub(crate) async fn put_key(
        &self,
        project_id: &str,
        key: &ProjectKeyRow,
    ) -> Result<bool, StorageError> {
        let sql = "insert into ingest_keys (id, kind, project_id, allowed_origins, created_at_ms)
            values (?1, ?2, ?3, ?4, ?5)
            on conflict (id) do update set allowed_origins = excluded.allowed_origins
            where ingest_keys.project_id = excluded.project_id returning id";
        let parameters = [
            (&key.id).into(),
            key.kind.as_str().into(),
            project_id.into(),
            (&key.allowed_origins).into(),
            key.created_at_ms.into(),
        ];
        let written: Option<Written> = self.first(Statement::new(sql, parameters)).await?;
        Ok(written.is_some())
    }

    /// Lets a key end at this time unless it ends earlier; `false` if there is none.
    pub(crate) async fn revoke_key(
        &self,
        project_id: &str,
        id: &str,
        at_ms: u64,
    ) -> Result<bool, StorageError> {
        let sql = "update ingest_keys
            set revoked_at_ms = case when revoked_at_ms < ?3 then revoked_at_ms else ?3 end
            where project_id = ?1 and id = ?2 returning id";
        let parameters = [project_id.into(), id.into(), at_ms.into()];
        let written: Option<Written> = self.first(Statement::new(sql, parameters)).await?;
        Ok(written.is_some())
    }
}

impl KeyKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Server => "server",
        }
    }
}
