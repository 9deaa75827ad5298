//! The projects themselves.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use worker::{Request, Response};

use super::ProjectId;
use crate::error::ApiError;
use crate::ingest::settings::Settings;
use crate::storage::{Index, ProjectRow};
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
    archived_bytes: u64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PutProject {
    name: String,
    /// Left as they are if absent.
    settings: Option<Settings>,
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
    let PutProject { name, settings } = body::read_json(request).await?;
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
        .put_project(project.as_str(), name, settings.as_deref())
        .await?;
    let row = row.ok_or(ApiError::ProjectDeleted)?;
    answer::json(200, &Project::of(row)?)
}

/// `DELETE /api/projects/{project}`: its keys work no more; deleting it again changes nothing.
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
            archived_bytes: row.archived_bytes,
        })
    }
}

fn internal(error: serde_json::Error) -> ApiError {
    ApiError::Internal(error.to_string())
}
