//! The archive of style sheets: immutable objects, named by project and hash.

use std::rc::Rc;

use futures_util::TryStreamExt;
use wire_format::sheet::SheetHash;

use crate::storage::blobs::Blobs;
use crate::storage::{StorageError, Store};

/// The archive of style sheets.
#[derive(Clone, Debug)]
pub(crate) struct Sheets {
    blobs: Rc<dyn Blobs>,
}

impl Sheets {
    pub(crate) fn new(blobs: Rc<dyn Blobs>) -> Self {
        Self { blobs }
    }

    /// Stores a sheet under the hash of its content.
    pub(crate) async fn put(
        &self,
        project_id: &str,
        hash: SheetHash,
        sheet: Vec<u8>,
    ) -> Result<(), StorageError> {
        self.blobs.put(&key(project_id, hash), sheet).await
    }

    /// Whether there is a sheet.
    pub(crate) async fn has(
        &self,
        project_id: &str,
        hash: SheetHash,
    ) -> Result<bool, StorageError> {
        self.blobs.has(&key(project_id, hash)).await
    }

    /// A sheet as it was stored; `None` if there is none.
    pub(crate) async fn get(
        &self,
        project_id: &str,
        hash: SheetHash,
    ) -> Result<Option<Vec<u8>>, StorageError> {
        let Some(pieces) = self.blobs.get(&key(project_id, hash)).await? else {
            return Ok(None);
        };
        let sheet = pieces.try_concat().await;
        sheet
            .map(Some)
            .map_err(|error| StorageError::new(Store::Blobs, error))
    }
}

/// No session has the id `sheets`, so that segments and sheets share a store.
fn key(project_id: &str, hash: SheetHash) -> String {
    format!("{project_id}/sheets/{hash}")
}
