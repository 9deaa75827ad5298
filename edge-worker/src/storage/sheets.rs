//! The archive of style sheets in R2: immutable objects, named by project and hash.

use wire_format::sheet::SheetHash;
use worker::Bucket;

use crate::storage::{StorageError, Store};

/// The archive of style sheets.
#[derive(Clone, Debug)]
pub(crate) struct Sheets {
    bucket: Bucket,
}

impl Sheets {
    pub(crate) fn new(bucket: Bucket) -> Self {
        Self { bucket }
    }

    /// Stores a sheet under the hash of its content.
    pub(crate) async fn put(
        &self,
        project_id: &str,
        hash: SheetHash,
        sheet: Vec<u8>,
    ) -> Result<(), StorageError> {
        let put = self.bucket.put(key(project_id, hash), sheet).execute();
        put.await.map_err(failed)?;
        Ok(())
    }

    /// Whether there is a sheet.
    pub(crate) async fn has(
        &self,
        project_id: &str,
        hash: SheetHash,
    ) -> Result<bool, StorageError> {
        let found = self.bucket.head(key(project_id, hash)).await;
        Ok(found.map_err(failed)?.is_some())
    }

    /// A sheet as it was stored; `None` if there is none.
    pub(crate) async fn get(
        &self,
        project_id: &str,
        hash: SheetHash,
    ) -> Result<Option<Vec<u8>>, StorageError> {
        let object = self.bucket.get(key(project_id, hash)).execute().await;
        let Some(object) = object.map_err(failed)? else {
            return Ok(None);
        };
        let body = object
            .body()
            .ok_or_else(|| failed(format!("{hash} has no body")))?;
        body.bytes().await.map(Some).map_err(failed)
    }
}

/// No session has the id `sheets`, so that segments and sheets share a bucket.
fn key(project_id: &str, hash: SheetHash) -> String {
    format!("{project_id}/sheets/{hash}")
}

fn failed(cause: impl std::fmt::Display) -> StorageError {
    StorageError::new(Store::Sheets, cause)
}
