//! The id of an ingest key.

use serde::Serialize;

use crate::error::ApiError;
use crate::limits;

/// What every id of a key begins with, so that people and secret scanners know what it is.
const PREFIX: &str = "mm_ingest_";

/// Of a browser's key, which is public, the key itself; of a server's key, which is secret, its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct IngestKeyId(String);

impl IngestKeyId {
    /// An id that somebody names.
    pub(crate) fn parse(text: &str) -> Result<Self, ApiError> {
        let is_allowed =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let is_id = text.len() > PREFIX.len()
            && text.len() <= limits::INGEST_KEY_BYTES_MAX
            && text.starts_with(PREFIX)
            && text.bytes().all(is_allowed);
        if is_id {
            return Ok(Self(text.to_owned()));
        }
        Err(ApiError::InvalidRequest {
            field: "ingest_key",
            problem: "an ingest key is mm_ingest_ and small letters, digits or underscores",
            limit: Some(limits::INGEST_KEY_BYTES_MAX as u64),
        })
    }

    /// The id that ends with this text, which is random or a hash.
    pub(super) fn of(unique: &str) -> Self {
        Self(format!("{PREFIX}{unique}"))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_says_what_it_is() {
        assert!(IngestKeyId::parse("mm_ingest_demo_petshop").is_ok());
        for other in [
            "",
            "mm_ingest_",
            "demo",
            "mm_ingest_Demo",
            "mm_ingest_a/b",
            &format!("mm_ingest_{}", "a".repeat(128)),
        ] {
            assert!(IngestKeyId::parse(other).is_err(), "{other}");
        }
    }
}
