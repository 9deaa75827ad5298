//! What an isolate remembers of ingest keys, for a bounded time and in bounded memory.

use std::collections::HashMap;

use crate::limits;
use crate::storage::IngestKeyRow;

/// Ingest keys by name, with those that were looked up in vain.
#[derive(Debug, Default)]
pub(crate) struct KeyCache {
    entries: HashMap<String, Entry>,
}

#[derive(Debug)]
struct Entry {
    row: Option<IngestKeyRow>,
    expires_at_ms: u64,
}

impl KeyCache {
    /// What is known of a key: its row, or that there is none. `None` means: look it up.
    pub(crate) fn get(&self, name: &str, now_ms: u64) -> Option<Option<IngestKeyRow>> {
        let entry = self.entries.get(name)?;
        (now_ms < entry.expires_at_ms).then(|| entry.row.clone())
    }

    /// Remembers the outcome of a look-up.
    pub(crate) fn put(&mut self, name: &str, row: Option<IngestKeyRow>, now_ms: u64) {
        if self.entries.len() >= limits::INGEST_KEY_CACHE_ENTRIES_MAX {
            self.make_room(now_ms);
        }
        let lifetime_ms = if row.is_some() {
            limits::INGEST_KEY_CACHE_MS
        } else {
            limits::UNKNOWN_KEY_CACHE_MS
        };
        self.entries.insert(
            name.to_owned(),
            Entry {
                row,
                expires_at_ms: now_ms + lifetime_ms,
            },
        );
    }

    /// Forgets what has expired, then invented keys, then everything: each is only a look-up away.
    fn make_room(&mut self, now_ms: u64) {
        self.entries
            .retain(|_, entry| now_ms < entry.expires_at_ms && entry.row.is_some());
        if self.entries.len() >= limits::INGEST_KEY_CACHE_ENTRIES_MAX {
            self.entries.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::KeyKind;

    fn row() -> Option<IngestKeyRow> {
        Some(IngestKeyRow {
            project_id: "demo".to_owned(),
            kind: KeyKind::Browser,
            project_deleted_at_ms: None,
            batches_per_day_max: None,
            allowed_origins: "[]".to_owned(),
            settings: "{}".to_owned(),
            revoked_at_ms: None,
        })
    }

    #[test]
    fn a_key_is_asked_for_again_after_a_minute() {
        let mut cache = KeyCache::default();
        cache.put("key", row(), 1_000);
        assert_eq!(cache.get("key", 60_999), Some(row()));
        assert_eq!(cache.get("key", 61_000), None);
    }

    #[test]
    fn that_a_key_does_not_exist_is_remembered_for_seconds_only() {
        let mut cache = KeyCache::default();
        cache.put("key", None, 0);
        assert_eq!(cache.get("key", 4_999), Some(None));
        assert_eq!(cache.get("key", 5_000), None);
    }

    #[test]
    fn invented_keys_neither_fill_the_memory_nor_push_out_real_ones() {
        let mut cache = KeyCache::default();
        cache.put("real", row(), 0);
        for number in 0..10 * limits::INGEST_KEY_CACHE_ENTRIES_MAX {
            cache.put(&format!("invented {number}"), None, 0);
            assert!(cache.entries.len() <= limits::INGEST_KEY_CACHE_ENTRIES_MAX);
        }
        assert_eq!(cache.get("real", 1), Some(row()));
    }
}
