//! Segments: immutable objects, named by project, session and number.

use std::rc::Rc;

use crate::storage::blobs::{Blobs, Pieces};
use crate::storage::{StorageError, Store};

/// The store of segments.
#[derive(Clone, Debug)]
pub(crate) struct Segments {
    blobs: Rc<dyn Blobs>,
}

impl Segments {
    pub(crate) fn new(blobs: Rc<dyn Blobs>) -> Self {
        Self { blobs }
    }

    /// Stores a segment. Storing the same one again changes nothing.
    pub(crate) async fn put(&self, key: &str, segment: Vec<u8>) -> Result<(), StorageError> {
        self.blobs.put(key, segment).await
    }

    /// Removes a segment; one that is not there is removed.
    pub(crate) async fn delete(&self, key: &str) -> Result<(), StorageError> {
        self.blobs.delete(key).await
    }

    /// The bytes of a segment that has been stored.
    pub(crate) async fn get(&self, key: &str) -> Result<Pieces, StorageError> {
        let segment = self.blobs.get(key).await?;
        segment.ok_or_else(|| StorageError::new(Store::Blobs, format!("{key} is missing")))
    }
}

/// The name of a segment.
pub(crate) fn key(project_id: &str, session_id: &str, number: u32) -> String {
    format!("{project_id}/{session_id}/{number:06}.segment")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_segments_sort_in_their_order() {
        let names = [0, 9, 10, 99_999, 100_000].map(|number| key("demo", "s", number));
        assert!(names.is_sorted());
        assert_eq!(names[1], "demo/s/000009.segment");
    }
}
