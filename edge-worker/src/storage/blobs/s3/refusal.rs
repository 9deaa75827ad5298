//! What a store says when it does not do what it was asked.

use std::fmt;

use futures_util::StreamExt;
use worker::Response;

use super::settings::{ACCESS_KEY_ID, BUCKET, REGION, SECRET_ACCESS_KEY};
use crate::limits;
use crate::storage::StorageError;
use crate::storage::blobs::failed;

/// An answer without what was asked for. The code is empty where the answer has no body, as those
/// to `HEAD`.
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    code: String,
    message: String,
}

impl Refusal {
    pub(super) async fn of(mut response: Response) -> Self {
        let mut body = Vec::new();
        if let Ok(mut pieces) = response.stream() {
            while body.len() < limits::S3_ERROR_BYTES_MAX
                && let Some(Ok(piece)) = pieces.next().await
            {
                body.extend(piece);
            }
        }
        body.truncate(limits::S3_ERROR_BYTES_MAX);
        Self::read(response.status_code(), &String::from_utf8_lossy(&body))
    }

    fn read(status: u16, body: &str) -> Self {
        let element = |name: &str| {
            let (_, rest) = body.split_once(&format!("<{name}>"))?;
            let (text, _) = rest.split_once(&format!("</{name}>"))?;
            Some(text.to_owned())
        };
        Self {
            status,
            code: element("Code").unwrap_or_default(),
            message: element("Message").unwrap_or_default(),
        }
    }

    /// Whether all that is wrong is that there is no object of this name.
    pub(super) fn is_missing_object(&self) -> bool {
        self.status == 404 && self.code == "NoSuchKey"
    }

    /// As an error of the store, about this object.
    pub(super) fn error(&self, name: &str) -> StorageError {
        failed(format!("{name}: the store answered {self}"))
    }

    /// What the operator can do about it.
    fn advice(&self) -> Option<String> {
        let advice = match (self.code.as_str(), self.status) {
            ("InvalidAccessKeyId", _) => format!("is {ACCESS_KEY_ID} right?"),
            ("SignatureDoesNotMatch", _) => format!("is {SECRET_ACCESS_KEY} right?"),
            ("NoSuchBucket", _) => format!("{BUCKET} must be there already"),
            ("RequestTimeTooSkewed", _) => "are the clocks of both machines right?".to_owned(),
            ("AuthorizationHeaderMalformed" | "AuthorizationQueryParametersError", _)
            | ("PermanentRedirect" | "TemporaryRedirect", _)
            | ("", 300..=399) => format!("is {REGION} right?"),
            ("AccessDenied", _) | ("", 401 | 403) => format!(
                "may {ACCESS_KEY_ID} get, put, delete and list objects of {BUCKET}, \
                 and are the clocks of both machines right?"
            ),
            _ => return None,
        };
        Some(advice)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.status)?;
        for part in [&self.code, &self.message] {
            if !part.is_empty() {
                write!(formatter, " {part}")?;
            }
        }
        match self.advice() {
            Some(advice) => write!(formatter, " ({advice})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NO_BUCKET: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>NoSuchBucket</Code><Message>It is not there</Message></Error>"#;

    #[test]
    fn the_operator_learns_what_the_store_said_and_where_to_look() {
        assert_eq!(
            Refusal::read(404, NO_BUCKET).to_string(),
            "404 NoSuchBucket It is not there (S3_BUCKET must be there already)"
        );
        assert!(
            Refusal::read(403, "")
                .to_string()
                .contains("S3_ACCESS_KEY_ID")
        );
        assert_eq!(Refusal::read(500, "<html>").to_string(), "500");
    }

    #[test]
    fn only_a_store_that_knows_its_bucket_misses_an_object() {
        let body = "<Error><Code>NoSuchKey</Code></Error>";
        assert!(Refusal::read(404, body).is_missing_object());
        assert!(!Refusal::read(404, NO_BUCKET).is_missing_object());
        // Whatever answers there is no store.
        assert!(!Refusal::read(404, "not found").is_missing_object());
    }
}
