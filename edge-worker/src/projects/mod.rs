//! `/api/projects`: the owner's projects, and the ingest keys that send to them.
//!
//! Names of projects and keys of browsers may be chosen by whoever makes them, so that what a script
//! does it can do again.

mod allowed_origins;
mod ingest_key;
mod ingest_key_id;
mod project;
mod project_id;
mod server_key;

use worker::{Request, Response};

use crate::bindings::Bindings;
use crate::error::ApiError;

pub(crate) use allowed_origins::OriginPattern;
pub(crate) use ingest_key_id::IngestKeyId;
pub(crate) use project_id::ProjectId;
pub(crate) use server_key::key_id;

/// What may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ProjectOperation {
    List,
    Put(ProjectId),
    Delete(ProjectId),
    ListKeys(ProjectId),
    CreateKey(ProjectId),
    PutKey(ProjectId, IngestKeyId),
    RotateKey(ProjectId, IngestKeyId),
    RevokeKey(ProjectId, IngestKeyId),
}

/// Answers a request of the owner.
pub(crate) async fn answer(
    operation: ProjectOperation,
    request: &mut Request,
    edge: &Bindings,
) -> Result<Response, ApiError> {
    let index = &edge.index().await?;
    if let Some(project) = operation.within()
        && !index.has_project(project.as_str()).await?
    {
        return Err(ApiError::ProjectNotFound);
    }
    match operation {
        ProjectOperation::List => project::list(index).await,
        ProjectOperation::Put(project) => project::put(&project, request, index).await,
        ProjectOperation::Delete(project) => project::delete(&project, index).await,
        ProjectOperation::ListKeys(project) => ingest_key::list(&project, index).await,
        ProjectOperation::CreateKey(project) => ingest_key::create(&project, request, index).await,
        ProjectOperation::PutKey(project, key) => {
            ingest_key::put(&project, &key, request, index).await
        }
        ProjectOperation::RotateKey(project, key) => {
            ingest_key::rotate(&project, &key, request, index).await
        }
        ProjectOperation::RevokeKey(project, key) => {
            ingest_key::revoke(&project, &key, index).await
        }
    }
}

impl ProjectOperation {
    /// The project that must be there.
    fn within(&self) -> Option<&ProjectId> {
        match self {
            Self::List | Self::Put(_) | Self::Delete(_) => None,
            Self::ListKeys(project)
            | Self::CreateKey(project)
            | Self::PutKey(project, _)
            | Self::RotateKey(project, _)
            | Self::RevokeKey(project, _) => Some(project),
        }
    }
}
