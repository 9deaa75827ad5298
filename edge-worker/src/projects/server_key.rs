//! The keys of servers. They are secret, so the edge keeps their hashes only.

use std::borrow::Cow;

use super::ingest_key_id::IngestKeyId;
use crate::error::ApiError;
use crate::{hash, token};

const PREFIX: &str = "mm_server_";

/// A fresh key and its id.
pub(super) fn generate() -> Result<(String, IngestKeyId), ApiError> {
    let key = format!("{PREFIX}{}", token::generate()?);
    let id = IngestKeyId::of(&hash::sha256(&key));
    Ok((key, id))
}

/// Under which id a key is stored that a request brings.
pub(crate) fn key_id(key: &str) -> Cow<'_, str> {
    if key.starts_with(PREFIX) {
        return Cow::Owned(IngestKeyId::of(&hash::sha256(key)).as_str().to_owned());
    }
    Cow::Borrowed(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_secret_key_does_not_give_it_away() {
        let (key, id) = generate().unwrap();
        assert_eq!(key_id(&key), id.as_str());
        let secret = key.strip_prefix(PREFIX).unwrap();
        assert!(!id.as_str().contains(secret));
        assert_eq!(key_id("mm_ingest_demo"), "mm_ingest_demo");
    }

    #[test]
    fn the_id_of_a_secret_key_is_no_key() {
        let (_, id) = generate().unwrap();
        assert!(IngestKeyId::parse(id.as_str()).is_ok());
        assert_eq!(key_id(id.as_str()), id.as_str());
    }
}
