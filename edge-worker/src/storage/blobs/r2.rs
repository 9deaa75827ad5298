//! Objects in R2.

use async_trait::async_trait;
use futures_util::StreamExt;
use worker::{Bucket, FixedLengthStream};

use super::{Blobs, Pieces, failed};
use crate::storage::StorageError;

/// A bucket of R2.
#[derive(Debug)]
pub(crate) struct R2Blobs {
    bucket: Bucket,
}

impl R2Blobs {
    pub(crate) fn new(bucket: Bucket) -> Self {
        Self { bucket }
    }
}

#[async_trait(?Send)]
impl Blobs for R2Blobs {
    async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), StorageError> {
        let put = self.bucket.put(name, bytes).execute();
        put.await.map_err(failed)?;
        Ok(())
    }

    async fn has(&self, name: &str) -> Result<bool, StorageError> {
        let found = self.bucket.head(name).await;
        Ok(found.map_err(failed)?.is_some())
    }

    async fn delete(&self, name: &str) -> Result<(), StorageError> {
        self.bucket.delete(name).await.map_err(failed)
    }

    async fn get(&self, name: &str) -> Result<Option<Pieces>, StorageError> {
        let object = self.bucket.get(name).execute().await;
        let Some(object) = object.map_err(failed)? else {
            return Ok(None);
        };
        let body = object
            .body()
            .ok_or_else(|| failed(format!("{name} has no body")))?;
        let bytes = body.stream().map_err(failed)?;
        Ok(Some(
            FixedLengthStream::wrap(bytes, object.size()).boxed_local(),
        ))
    }
}
