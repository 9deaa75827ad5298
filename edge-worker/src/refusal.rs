//! How an error is said over HTTP: one status, one stable code and one body for each.

use serde::Serialize;
use wire_format::DecodeError;
use wire_format::limits::{CLOCK_AHEAD_MS_MAX, CLOCK_BEHIND_MS_MAX};
use wire_format::validation::{ImplausibleTime, InvalidBatch};

use crate::error::ApiError;
use crate::limits;

/// What HTTP needs to know of an error beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) field: Option<&'static str>,
    pub(crate) limit: Option<u64>,
    pub(crate) allow: Option<&'static str>,
    pub(crate) retry_after_s: Option<u32>,
}

impl Refusal {
    fn new(status: u16, code: &'static str) -> Self {
        Self {
            status,
            code,
            field: None,
            limit: None,
            allow: None,
            retry_after_s: None,
        }
    }

    fn field(self, field: &'static str) -> Self {
        let field = Some(field);
        Self { field, ..self }
    }

    fn limit(self, limit: u64) -> Self {
        let limit = Some(limit);
        Self { limit, ..self }
    }

    fn allow(self, allow: &'static str) -> Self {
        let allow = Some(allow);
        Self { allow, ..self }
    }

    fn retry_later(self) -> Self {
        self.retry_after(limits::RETRY_AFTER_S)
    }

    fn retry_after(self, seconds: u32) -> Self {
        let retry_after_s = Some(seconds);
        Self {
            retry_after_s,
            ..self
        }
    }
}

impl ApiError {
    pub(crate) fn refusal(&self) -> Refusal {
        let refusal = Refusal::new;
        match self {
            Self::NotFound => refusal(404, "not_found"),
            Self::MethodNotAllowed { allow } => refusal(405, "method_not_allowed").allow(allow),

            Self::MissingIngestKey => refusal(401, "missing_ingest_key").field("ingest_key"),
            Self::UnknownIngestKey => refusal(401, "unknown_ingest_key").field("ingest_key"),
            Self::RevokedIngestKey => refusal(401, "revoked_ingest_key").field("ingest_key"),
            Self::ProjectDeleted => refusal(401, "project_deleted").field("ingest_key"),
            Self::WrongKeyKind { .. } => refusal(403, "wrong_key_kind").field("ingest_key"),
            Self::MissingOrigin => refusal(403, "missing_origin"),
            Self::OriginNotAllowed => refusal(403, "origin_not_allowed"),
            Self::TooManyRequests { limit } => {
                let refusal = refusal(429, "too_many_requests").limit(u64::from(*limit));
                refusal.retry_after(limits::RATE_LIMIT_RETRY_AFTER_S)
            }
            Self::QuotaUsedUp {
                limit,
                retry_after_s,
            } => {
                let refusal = refusal(429, "quota_used_up").limit(*limit);
                refusal.retry_after(*retry_after_s)
            }
            Self::BodyTooLarge { limit_bytes } => {
                refusal(413, "body_too_large").limit(*limit_bytes as u64)
            }
            Self::UnsupportedEncoding => refusal(415, "unsupported_encoding"),
            Self::IncompleteBody => refusal(400, "incomplete_body"),
            Self::InvalidBatch(invalid) => invalid_batch(*invalid),
            Self::InvalidSheet(DecodeError::LimitExceeded { limit, .. }) => {
                refusal(400, "invalid_sheet").limit(*limit as u64)
            }
            Self::InvalidSheet(_) => refusal(400, "invalid_sheet"),
            Self::SessionTooLarge { limit, .. } => refusal(413, "session_too_large").limit(*limit),
            Self::SessionDeleted => refusal(410, "session_deleted"),
            Self::ArchiveFull { limit } => refusal(413, "archive_full").limit(*limit),

            Self::InvalidRequest { field, limit, .. } => {
                let refusal = refusal(400, "invalid_request").field(field);
                Refusal {
                    limit: *limit,
                    ..refusal
                }
            }
            Self::WrongOrigin => refusal(403, "wrong_origin"),
            Self::SignedOut => refusal(401, "signed_out"),
            Self::WrongCredentials => refusal(401, "wrong_credentials"),
            Self::WrongSetupToken => refusal(401, "wrong_setup_token"),
            Self::WrongApiToken => refusal(401, "wrong_api_token"),
            Self::ProjectNotFound => refusal(404, "project_not_found"),
            Self::IngestKeyNotFound => refusal(404, "ingest_key_not_found"),
            Self::IngestKeyTaken => refusal(409, "ingest_key_taken"),
            Self::OwnerExists => refusal(409, "owner_exists"),
            Self::SessionNotFound => refusal(404, "session_not_found"),
            Self::WebSocketExpected => refusal(426, "websocket_expected"),
            Self::TooManyViewers { limit } => {
                let refusal = refusal(429, "too_many_viewers").limit(u64::from(*limit));
                refusal.retry_later()
            }
            Self::SheetNotFound => refusal(404, "sheet_not_found"),

            Self::NotConfigured => refusal(503, "not_configured").retry_later(),
            Self::Storage(_) => refusal(503, "storage_unavailable").retry_later(),
            Self::Internal(_) => refusal(500, "internal"),
        }
    }

    /// The body of the answer.
    pub(crate) fn body(&self) -> ErrorBody {
        let Refusal {
            code, field, limit, ..
        } = self.refusal();
        let error = ErrorDetail {
            code,
            message: self.to_string(),
            field,
            limit,
        };
        ErrorBody {
            error,
            owner_exists: None,
        }
    }
}

fn invalid_batch(invalid: InvalidBatch) -> Refusal {
    let refusal = Refusal::new(400, "invalid_batch");
    match invalid {
        InvalidBatch::Undecodable(DecodeError::LimitExceeded { limit, .. }) => {
            refusal.limit(limit as u64)
        }
        InvalidBatch::Undecodable(_) => refusal,
        InvalidBatch::ImplausibleTime(ImplausibleTime::Future) => {
            refusal.field("ended_at").limit(CLOCK_AHEAD_MS_MAX)
        }
        InvalidBatch::ImplausibleTime(ImplausibleTime::Past) => {
            refusal.field("started_at").limit(CLOCK_BEHIND_MS_MAX)
        }
    }
}

/// The JSON of every error.
#[derive(Debug, Serialize)]
pub(crate) struct ErrorBody {
    pub(crate) error: ErrorDetail,
    /// Only where the dashboard asks who is signed in: whether to offer signing in or setting up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) owner_exists: Option<bool>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ErrorDetail {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{StorageError, Store};

    #[test]
    fn an_error_says_its_code_its_field_and_its_limit() {
        let error = ApiError::InvalidRequest {
            field: "limit",
            problem: "limit is 1 to 100",
            limit: Some(100),
        };
        let json = serde_json::to_string(&error.body()).unwrap();
        assert_eq!(
            json,
            r#"{"error":{"code":"invalid_request","message":"limit is 1 to 100","field":"limit","limit":100}}"#
        );
    }

    #[test]
    fn what_the_format_limits_reaches_the_sender_as_a_number() {
        let error = ApiError::from(DecodeError::LimitExceeded {
            what: "bytes of a header",
            limit: 1024,
        });
        assert_eq!(
            (error.refusal().status, error.refusal().limit),
            (400, Some(1024))
        );
    }

    #[test]
    fn only_what_may_pass_by_itself_is_worth_a_retry() {
        let storage = ApiError::Storage(StorageError::new(Store::Index, "disk full"));
        assert_eq!(storage.refusal().retry_after_s, Some(limits::RETRY_AFTER_S));
        assert_eq!(ApiError::NotConfigured.refusal().status, 503);
        assert_eq!(ApiError::UnknownIngestKey.refusal().retry_after_s, None);
    }

    #[test]
    fn the_cause_of_a_storage_failure_stays_inside() {
        let error = ApiError::Storage(StorageError::new(Store::Index, "no such table: sessions"));
        assert!(
            !serde_json::to_string(&error.body())
                .unwrap()
                .contains("table")
        );
    }
}
