//! What the edge refuses or cannot do. How it says so over HTTP is in [`crate::refusal`].

use wire_format::DecodeError;
use wire_format::validation::InvalidBatch;

use crate::storage::StorageError;

/// Why a request was not answered as asked. The text is what the client reads.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ApiError {
    #[error("nothing is at this address")]
    NotFound,
    #[error("this address answers {allow} only")]
    MethodNotAllowed { allow: &'static str },
    #[error("the request names no ingest key; add ?ingest_key=… to the address")]
    MissingIngestKey,
    #[error("this ingest key does not exist")]
    UnknownIngestKey,
    #[error("this ingest key has been revoked")]
    RevokedIngestKey,
    #[error("the project of this ingest key has been deleted")]
    ProjectDeleted,
    #[error("this ingest key is of another kind: {needed}")]
    WrongKeyKind { needed: &'static str },
    #[error("the request names no origin, and this ingest key is for pages in a browser")]
    MissingOrigin,
    #[error("this ingest key does not allow the origin of the request")]
    OriginNotAllowed,
    #[error("more than {limit} requests came within a minute; come back later")]
    TooManyRequests { limit: u32 },
    #[error("the project has taken in its {limit} batches of this day")]
    QuotaUsedUp { limit: u64, retry_after_s: u32 },
    #[error("the body is larger than {limit_bytes} bytes")]
    BodyTooLarge { limit_bytes: usize },
    #[error("a body is taken as it is, without content-encoding")]
    UnsupportedEncoding,
    #[error("the body of the request ended early")]
    IncompleteBody,
    #[error("not a valid batch: {0}")]
    InvalidBatch(#[from] InvalidBatch),
    #[error("not a valid style sheet: {0}")]
    InvalidSheet(DecodeError),
    #[error("this session has reached its limit of {limit} {what}")]
    SessionTooLarge { what: &'static str, limit: u64 },
    #[error("this session has been deleted")]
    SessionDeleted,
    #[error("the archive of this project has reached its limit of {limit} bytes")]
    ArchiveFull { limit: u64 },
    #[error("{problem}")]
    InvalidRequest {
        field: &'static str,
        problem: &'static str,
        limit: Option<u64>,
    },
    #[error("the request comes from another origin")]
    WrongOrigin,
    #[error("nobody is signed in")]
    SignedOut,
    #[error("the e-mail address or the password is wrong")]
    WrongCredentials,
    #[error("the setup token is wrong")]
    WrongSetupToken,
    #[error("this edge has an owner already")]
    OwnerExists,
    #[error("the API token is wrong, or this edge has none")]
    WrongApiToken,
    #[error("no project has this id")]
    ProjectNotFound,
    #[error("this project has no such ingest key")]
    IngestKeyNotFound,
    #[error("another project has this ingest key")]
    IngestKeyTaken,
    #[error("no session has this id")]
    SessionNotFound,
    #[error("this address is that of a WebSocket")]
    WebSocketExpected,
    #[error("{limit} viewers watch this session already")]
    TooManyViewers { limit: u32 },
    #[error("the archive has no style sheet with this hash")]
    SheetNotFound,
    #[error(
        "this edge has no owner and no SETUP_TOKEN to create one with; set the secret SETUP_TOKEN"
    )]
    NotConfigured,
    #[error("the storage of this edge does not answer; try again later")]
    Storage(#[from] StorageError),
    #[error("the edge failed; its log says why")]
    Internal(String),
}

impl From<DecodeError> for ApiError {
    fn from(error: DecodeError) -> Self {
        Self::InvalidBatch(error.into())
    }
}
