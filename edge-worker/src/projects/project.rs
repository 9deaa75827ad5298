//! The projects themselves.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use worker::{Request, Response};

use super::ProjectId;
use crate::error::ApiError;
use crate::ingest::settings::Settings;
use crate::storage::{Index, ProjectChange, ProjectRow};
use crate::{answer, body, clock, limits};

#[derive(Debug, Serialize)]
struct ProjectList {
    projects: Vec<Project>,
}

#[derive(Debug, Serialize)]
struct Project {
    id: String,
    name: String,
    settings: Box<RawValue>,
    retention_days: u64,
    /// The quota of a day; `null` if there is none.
    batches_per_day_max: Option<u64>,
    archived_bytes: u64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PutProject {
    name: String,
    /// Left as they are if absent.
    settings: Option<Settings>,
    /// Left as it is if absent.
    retention_days: Option<u64>,
    /// Left as it is if absent; 0 takes the quota away.
    batches_per_day_max: Option<u64>,
}

/// `GET /api/projects`.
pub(super) async fn list(index: &Index) -> Result<Response, ApiError> {
    let projects = index.projects().await?.into_iter().map(Project::of);
    let projects = projects.collect::<Result<_, _>>()?;
    answer::json(200, &ProjectList { projects })
}

/// `PUT /api/projects/{project}`: makes a project or changes it.
pub(super) async fn put(
    project: &ProjectId,
    request: &mut Request,
    index: &Index,
) -> Result<Response, ApiError> {
    let PutProject {
        name,
        settings,
        retention_days,
        batches_per_day_max,
    } = body::read_json(request).await?;
    if retention_days.is_some_and(|days| !(1..=limits::RETENTION_DAYS_MAX).contains(&days)) {
        return Err(ApiError::InvalidRequest {
            field: "retention_days",
            problem: "sessions are kept for a number of days, at least one",
            limit: Some(limits::RETENTION_DAYS_MAX),
        });
    }
    if batches_per_day_max.is_some_and(|quota| quota > limits::QUOTA_MAX) {
        return Err(ApiError::InvalidRequest {
            field: "batches_per_day_max",
            problem: "a quota is a number of batches",
            limit: Some(limits::QUOTA_MAX),
        });
    }
    let name = name.trim();
    if name.is_empty() || name.len() > limits::PROJECT_NAME_BYTES_MAX {
        return Err(ApiError::InvalidRequest {
            field: "name",
            problem: "a project has a name, of a limited length",
            limit: Some(limits::PROJECT_NAME_BYTES_MAX as u64),
        });
    }
    let settings = settings.map(|settings| serde_json::to_string(&settings));
    let settings = settings.transpose().map_err(internal)?;
    let row = index
        .put_project(
            project.as_str(),
            ProjectChange {
                name,
                settings: settings.as_deref(),
                retention_days,
                batches_per_day_max,
            },
        )
        .await?;
    let row = row.ok_or(ApiError::ProjectDeleted)?;
    answer::json(200, &Project::of(row)?)
}

/// `DELETE /api/projects/{project}`: its keys work no more, and its sessions are deleted with the next
/// maintenance. Deleting it again changes nothing.
pub(super) async fn delete(project: &ProjectId, index: &Index) -> Result<Response, ApiError> {
    index
        .delete_project(project.as_str(), clock::now_ms())
        .await?;
    answer::empty(204)
}

impl Project {
    fn of(row: ProjectRow) -> Result<Self, ApiError> {
        Ok(Self {
            id: row.id,
            name: row.name,
            settings: RawValue::from_string(row.settings).map_err(internal)?,
            retention_days: row.retention_days,
            batches_per_day_max: row.batches_per_day_max,
            archived_bytes: row.archived_bytes,
        })
    }
}

fn internal(error: serde_json::Error) -> ApiError {
    ApiError::Internal(error.to_string())
}
