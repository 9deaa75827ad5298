//! Projects: what is recorded belongs to one.

use serde::Deserialize;

use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

/// A project as stored.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct ProjectRow {
    pub(crate) id: String,
    pub(crate) name: String,
    /// A JSON object.
    pub(crate) settings: String,
    pub(crate) archived_bytes: u64,
}

#[derive(Deserialize)]
struct Found {}

const COLUMNS: &str = "id, name, settings, archived_bytes";

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

    /// Makes a project or changes it; `None` if it was deleted. Settings stay if none are given.
    pub(crate) async fn put_project(
        &self,
        id: &str,
        name: &str,
        settings: Option<&str>,
    ) -> Result<Option<ProjectRow>, StorageError> {
        let sql = format!(
            "insert into projects (id, name, settings) values (?1, ?2, coalesce(?3, '{{}}'))
             on conflict (id) do update
               set name = excluded.name, settings = coalesce(?3, projects.settings)
               where projects.deleted_at_ms is null
             returning {COLUMNS}"
        );
        let parameters = [id.into(), name.into(), settings.into()];
        self.first(Statement::new(sql, parameters)).await
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
