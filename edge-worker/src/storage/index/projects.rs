//! Projects: what is recorded belongs to one.

use serde::Deserialize;

use crate::limits::RETENTION_DAYS;
use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

/// A project as stored.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct ProjectRow {
    pub(crate) id: String,
    pub(crate) name: String,
    /// A JSON object.
    pub(crate) settings: String,
    pub(crate) retention_days: u64,
    pub(crate) batches_per_day_max: Option<u64>,
    pub(crate) archived_bytes: u64,
}

/// How long the sessions of a project are kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Retention {
    pub(crate) project_id: String,
    /// 0 if the project was deleted.
    pub(crate) days: u64,
}

/// What is said of a project; what is absent stays as it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProjectChange<'a> {
    pub(crate) name: &'a str,
    pub(crate) settings: Option<&'a str>,
    pub(crate) retention_days: Option<u64>,
    /// 0 takes the quota away.
    pub(crate) batches_per_day_max: Option<u64>,
}

#[derive(Deserialize)]
struct Found {}

const COLUMNS: &str = "id, name, settings, retention_days, batches_per_day_max, archived_bytes";

impl Index {
    /// The projects that are not deleted, in the order of their ids.
    pub(crate) async fn projects(&self) -> Result<Vec<ProjectRow>, StorageError> {
        let sql = format!("select {COLUMNS} from projects where deleted_at_ms is null order by id");
        self.all(Statement::new(sql, [])).await
    }

    /// Whether there is a project, and it is not deleted.
    pub(crate) async fn has_project(&self, id: &str) -> Result<bool, StorageError> {
        let sql = "select 1 from projects where id = ?1 and deleted_at_ms is null";
        let found: Option<Found> = self.first(Statement::new(sql, [id.into()])).await?;
        Ok(found.is_some())
    }

    /// Makes a project or changes it; `None` if it was deleted.
    pub(crate) async fn put_project(
        &self,
        id: &str,
        change: ProjectChange<'_>,
    ) -> Result<Option<ProjectRow>, StorageError> {
        let sql = format!(
            "insert into projects (id, name, settings, retention_days, batches_per_day_max)
             values (?1, ?2, coalesce(?3, '{{}}'), coalesce(?4, {RETENTION_DAYS}), nullif(?5, 0))
             on conflict (id) do update set
               name = excluded.name,
               settings = coalesce(?3, projects.settings),
               retention_days = coalesce(?4, projects.retention_days),
               batches_per_day_max = nullif(coalesce(?5, projects.batches_per_day_max), 0)
               where projects.deleted_at_ms is null
             returning {COLUMNS}"
        );
        let parameters = [
            id.into(),
            change.name.into(),
            change.settings.into(),
            change.retention_days.into(),
            change.batches_per_day_max.into(),
        ];
        self.first(Statement::new(sql, parameters)).await
    }

    /// How long the sessions of each project are kept, deleted projects among them.
    pub(crate) async fn retentions(&self) -> Result<Vec<Retention>, StorageError> {
        let sql = "select id as project_id,
            case when deleted_at_ms is null then retention_days else 0 end as days from projects";
        self.all(Statement::new(sql, [])).await
    }

    /// Marks a project as deleted; its id is not used again.
    pub(crate) async fn delete_project(&self, id: &str, now_ms: u64) -> Result<(), StorageError> {
        let sql = "update projects set deleted_at_ms = ?2 where id = ?1 and deleted_at_ms is null";
        self.run(sql, [id.into(), now_ms.into()]).await
    }

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
        let parameters = [
            project_id.into(),
            (size_bytes as u64).into(),
            limit_bytes.into(),
        ];
        let booked: Option<Found> = self.first(Statement::new(sql, parameters)).await?;
        Ok(booked.is_some())
    }
}
