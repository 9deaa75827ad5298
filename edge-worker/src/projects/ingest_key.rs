//! The ingest keys of a project.

use serde::{Deserialize, Serialize};
use worker::{Request, Response};

use super::{IngestKeyId, ProjectId, allowed_origins, server_key};
use crate::error::ApiError;
use crate::storage::{Index, KeyKind, ProjectKeyRow};
use crate::{answer, body, clock, limits, token};

#[derive(Debug, Serialize)]
struct KeyList {
    ingest_keys: Vec<ListedKey>,
}

#[derive(Debug, Serialize)]
struct ListedKey {
    id: String,
    kind: KeyKind,
    allowed_origins: Vec<String>,
    created_at_ms: u64,
    /// When it ends to work, which may be in the future.
    revoked_at_ms: Option<u64>,
}

/// What is told once only, when the key is made.
#[derive(Debug, Serialize)]
struct CreatedKey {
    key: String,
    id: IngestKeyId,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CreateKey {
    kind: KeyKind,
    #[serde(default)]
    allowed_origins: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PutKey {
    allowed_origins: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RotateKey {
    /// How long the old key still works.
    revoke_after_s: u64,
}

/// `GET /api/projects/{project}/ingest-keys`.
pub(super) async fn list(project: &ProjectId, index: &Index) -> Result<Response, ApiError> {
    let keys = index.keys_of(project.as_str()).await?;
    let ingest_keys = keys.into_iter().map(ListedKey::of).collect();
    answer::json(200, &KeyList { ingest_keys })
}

/// `POST /api/projects/{project}/ingest-keys`: makes a key.
pub(super) async fn create(
    project: &ProjectId,
    request: &mut Request,
    index: &Index,
) -> Result<Response, ApiError> {
    let CreateKey {
        kind,
        allowed_origins,
    } = body::read_json(request).await?;
    check_origins(kind, &allowed_origins)?;
    let created = generate(kind)?;
    insert(project, &created.id, kind, &allowed_origins, index).await?;
    answer::json(201, &created)
}

/// `PUT /api/projects/{project}/ingest-keys/{key}`: makes a browser's key of this name, or changes
/// whose pages may use a key.
pub(super) async fn put(
    project: &ProjectId,
    id: &IngestKeyId,
    request: &mut Request,
    index: &Index,
) -> Result<Response, ApiError> {
    let PutKey { allowed_origins } = body::read_json(request).await?;
    let kind = match index.key_of(project.as_str(), id.as_str()).await? {
        Some(key) => key.kind,
        None => KeyKind::Browser,
    };
    check_origins(kind, &allowed_origins)?;
    insert(project, id, kind, &allowed_origins, index).await?;
    answer::empty(204)
}

/// `POST /api/projects/{project}/ingest-keys/{key}/rotation`: makes a key that may do the same, and
/// ends the old one when everybody had time to change.
pub(super) async fn rotate(
    project: &ProjectId,
    id: &IngestKeyId,
    request: &mut Request,
    index: &Index,
) -> Result<Response, ApiError> {
    let RotateKey { revoke_after_s } = body::read_json(request).await?;
    if revoke_after_s > limits::ROTATION_S_MAX {
        return Err(ApiError::InvalidRequest {
            field: "revoke_after_s",
            problem: "the old key may not work that much longer",
            limit: Some(limits::ROTATION_S_MAX),
        });
    }
    let old = index.key_of(project.as_str(), id.as_str()).await?;
    let old = ListedKey::of(old.ok_or(ApiError::IngestKeyNotFound)?);
    let created = generate(old.kind)?;
    insert(project, &created.id, old.kind, &old.allowed_origins, index).await?;
    let at_ms = clock::now_ms() + revoke_after_s * 1_000;
    index
        .revoke_key(project.as_str(), id.as_str(), at_ms)
        .await?;
    answer::json(201, &created)
}

/// `DELETE /api/projects/{project}/ingest-keys/{key}`: ends a key. It stays in the list.
pub(super) async fn revoke(
    project: &ProjectId,
    id: &IngestKeyId,
    index: &Index,
) -> Result<Response, ApiError> {
    let now_ms = clock::now_ms();
    if !index
        .revoke_key(project.as_str(), id.as_str(), now_ms)
        .await?
    {
        return Err(ApiError::IngestKeyNotFound);
    }
    answer::empty(204)
}

fn generate(kind: KeyKind) -> Result<CreatedKey, ApiError> {
    let (key, id) = match kind {
        KeyKind::Server => server_key::generate()?,
        KeyKind::Browser => {
            let id = IngestKeyId::of(&token::generate()?);
            (id.as_str().to_owned(), id)
        }
    };
    Ok(CreatedKey { key, id })
}

/// Pages need to be named for a browser's key; a server has no origin.
fn check_origins(kind: KeyKind, origins: &[String]) -> Result<(), ApiError> {
    let problem = match (kind, origins) {
        (KeyKind::Browser, []) => "a browser's key needs the origins of the pages that may use it",
        (KeyKind::Server, [_, ..]) => "a server's key has no origins",
        _ => return allowed_origins::check(origins),
    };
    Err(ApiError::InvalidRequest {
        field: "allowed_origins",
        problem,
        limit: None,
    })
}

async fn insert(
    project: &ProjectId,
    id: &IngestKeyId,
    kind: KeyKind,
    allowed_origins: &[String],
    index: &Index,
) -> Result<(), ApiError> {
    let key = ProjectKeyRow {
        id: id.as_str().to_owned(),
        kind,
        allowed_origins: serde_json::json!(allowed_origins).to_string(),
        created_at_ms: clock::now_ms(),
        revoked_at_ms: None,
    };
    let is_in = index.put_key(project.as_str(), &key).await?;
    is_in.then_some(()).ok_or(ApiError::IngestKeyTaken)
}

impl ListedKey {
    fn of(row: ProjectKeyRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            allowed_origins: serde_json::from_str(&row.allowed_origins).unwrap_or_default(),
            created_at_ms: row.created_at_ms,
            revoked_at_ms: row.revoked_at_ms,
        }
    }
}
