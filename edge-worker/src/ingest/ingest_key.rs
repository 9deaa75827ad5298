//! Who is sending: ingest key → project, and whether the page may use that key.

use std::cell::RefCell;

use crate::error::ApiError;
use crate::ingest::key_cache::KeyCache;
use crate::limits;
use crate::projects::{OriginPattern, key_id};
use crate::storage::{Index, IngestKeyRow, KeyKind};

thread_local! {
    // An isolate serves many requests; asking the index once a minute instead of each time halves
    // the work of most of them.
    static CACHE: RefCell<KeyCache> = RefCell::default();
}

/// An ingest key that exists and is not revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IngestKey {
    pub(crate) project_id: String,
    kind: KeyKind,
    pub(crate) batches_per_day_max: Option<u64>,
    /// The settings of the project, as stored.
    pub(crate) settings: String,
    pub(super) allowed_origins: Vec<String>,
}

impl IngestKey {
    /// The key of this name, as the index has it or had it within the last minute.
    pub(crate) async fn find(
        name: Option<&str>,
        index: &Index,
        now_ms: u64,
    ) -> Result<Self, ApiError> {
        let name = name
            .filter(|name| !name.is_empty())
            .ok_or(ApiError::MissingIngestKey)?;
        if name.len() > limits::INGEST_KEY_BYTES_MAX {
            return Err(ApiError::UnknownIngestKey);
        }
        if let Some(known) = CACHE.with_borrow(|cache| cache.get(name, now_ms)) {
            return Self::from_row(known, now_ms);
        }
        let row = index.ingest_key(&key_id(name)).await?;
        CACHE.with_borrow_mut(|cache| cache.put(name, row.clone(), now_ms));
        Self::from_row(row, now_ms)
    }

    fn from_row(row: Option<IngestKeyRow>, now_ms: u64) -> Result<Self, ApiError> {
        let row = row.ok_or(ApiError::UnknownIngestKey)?;
        if row.project_deleted_at_ms.is_some() {
            return Err(ApiError::ProjectDeleted);
        }
        if row.revoked_at_ms.is_some_and(|at_ms| at_ms <= now_ms) {
            return Err(ApiError::RevokedIngestKey);
        }
        // A list that cannot be read allows nothing.
        let allowed_origins = serde_json::from_str(&row.allowed_origins).unwrap_or_default();
        Ok(Self {
            project_id: row.project_id,
            kind: row.kind,
            batches_per_day_max: row.batches_per_day_max,
            settings: row.settings,
            allowed_origins,
        })
    }

    /// Refuses keys of servers, and requests from pages this key is not meant for. Browsers always
    /// name the origin of a `POST`, so that a request without one does not come from a page.
    pub(crate) fn check_page(&self, origin: Option<&str>) -> Result<(), ApiError> {
        if self.kind != KeyKind::Browser {
            return Err(ApiError::WrongKeyKind {
                needed: "pages send with a browser's key",
            });
        }
        let origin = origin.ok_or(ApiError::MissingOrigin)?;
        let is_allowed = |allowed: &String| OriginPattern::allows(allowed, origin);
        if self.allowed_origins.iter().any(is_allowed) {
            Ok(())
        } else {
            Err(ApiError::OriginNotAllowed)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: u64 = 1_800_000_000_000;

    fn row(allowed_origins: &str) -> IngestKeyRow {
        IngestKeyRow {
            project_id: "demo".to_owned(),
            kind: KeyKind::Browser,
            project_deleted_at_ms: None,
            batches_per_day_max: None,
            allowed_origins: allowed_origins.to_owned(),
            settings: "{}".to_owned(),
            revoked_at_ms: None,
        }
    }

    #[test]
    fn only_exactly_the_allowed_origins_may_send() {
        let key = IngestKey::from_row(
            Some(row(r#"["https://shop.example","http://localhost:4000"]"#)),
            NOW_MS,
        )
        .unwrap();
        assert!(key.check_page(Some("https://shop.example")).is_ok());
        assert!(key.check_page(Some("http://localhost:4000")).is_ok());
        for other in [
            "https://shop.example.evil",
            "http://shop.example",
            "https://SHOP.example",
            "null",
            "",
        ] {
            assert!(
                matches!(key.check_page(Some(other)), Err(ApiError::OriginNotAllowed)),
                "{other}"
            );
        }
        assert!(matches!(key.check_page(None), Err(ApiError::MissingOrigin)));
    }

    #[test]
    fn a_revoked_key_and_an_unknown_key_are_told_apart() {
        let revoked = IngestKeyRow {
            revoked_at_ms: Some(NOW_MS),
            ..row("[]")
        };
        assert!(matches!(
            IngestKey::from_row(Some(revoked.clone()), NOW_MS),
            Err(ApiError::RevokedIngestKey)
        ));
        assert!(
            IngestKey::from_row(Some(revoked), NOW_MS - 1).is_ok(),
            "until then it works"
        );
        assert!(matches!(
            IngestKey::from_row(None, NOW_MS),
            Err(ApiError::UnknownIngestKey)
        ));
    }

    #[test]
    fn neither_the_key_of_a_deleted_project_nor_that_of_a_server_is_one_for_pages() {
        let deleted = IngestKeyRow {
            project_deleted_at_ms: Some(1),
            ..row("[]")
        };
        assert!(matches!(
            IngestKey::from_row(Some(deleted), NOW_MS),
            Err(ApiError::ProjectDeleted)
        ));
        let server = IngestKeyRow {
            kind: KeyKind::Server,
            ..row(r#"["https://shop.example"]"#)
        };
        let server = IngestKey::from_row(Some(server), NOW_MS).unwrap();
        assert!(matches!(
            server.check_page(Some("https://shop.example")),
            Err(ApiError::WrongKeyKind { .. })
        ));
    }

    #[test]
    fn an_unreadable_list_of_origins_allows_none() {
        let key = IngestKey::from_row(Some(row("https://shop.example")), NOW_MS).unwrap();
        assert!(key.check_page(Some("https://shop.example")).is_err());
    }
}
