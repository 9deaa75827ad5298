//! Segments in R2: immutable objects, named by project, session and number.

use futures_util::Stream;
use worker::{Bucket, FixedLengthStream};

use crate::storage::{StorageError, Store};

/// The store of segments.
#[derive(Clone, Debug)]
pub(crate) struct Segments {
    bucket: Bucket,
}

impl Segments {
    pub(crate) fn new(bucket: Bucket) -> Self {
        Self { bucket }
    }

    /// Stores a segment. Storing the same one again changes nothing.
    pub(crate) async fn put(&self, key: &str, segment: Vec<u8>) -> Result<(), StorageError> {
        self.bucket
            .put(key, segment)
            .execute()
            .await
            .map_err(failed)?;
        Ok(())
    }

    /// The bytes of a segment, piece by piece. Ending early is an error of the stream.
    pub(crate) async fn get(
        &self,
        key: &str,
    ) -> Result<impl Stream<Item = worker::Result<Vec<u8>>> + use<>, StorageError> {
        let object = self.bucket.get(key).execute().await.map_err(failed)?;
        let object = object.ok_or_else(|| failed(format!("{key} is missing")))?;
        let body = object
            .body()
            .ok_or_else(|| failed(format!("{key} has no body")))?;
        let bytes = body.stream().map_err(failed)?;
        Ok(FixedLengthStream::wrap(bytes, object.size()))
    }
}

/// The name of a segment.
pub(crate) fn key(project_id: &str, session_id: &str, number: u32) -> String {
    format!("{project_id}/{session_id}/{number:06}.segment")
}

fn failed(cause: impl std::fmt::Display) -> StorageError {
    StorageError::new(Store::Segments, cause)
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
