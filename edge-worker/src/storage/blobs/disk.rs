//! Objects as files, in a folder that the Workers runtime serves as a `disk` service.

use async_trait::async_trait;
use worker::js_sys::Uint8Array;
use worker::{Fetcher, Method, RequestInit, Response};

use super::{Blobs, Pieces, body, failed};
use crate::storage::StorageError;

/// Requests to a service need an address; nothing of it but the path has a meaning.
const ADDRESS: &str = "http://disk";

/// A folder on this machine.
#[derive(Debug)]
pub(crate) struct DiskBlobs {
    folder: Fetcher,
}

impl DiskBlobs {
    pub(crate) fn new(folder: Fetcher) -> Self {
        Self { folder }
    }

    async fn send(&self, name: &str, init: RequestInit) -> Result<Response, StorageError> {
        let address = format!("{ADDRESS}/{name}");
        self.folder.fetch(address, Some(init)).await.map_err(failed)
    }
}

#[async_trait(?Send)]
impl Blobs for DiskBlobs {
    /// The runtime writes a file of another name first and moves it into place.
    async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), StorageError> {
        let mut put = RequestInit::new();
        put.with_method(Method::Put)
            .with_body(Some(Uint8Array::from(bytes.as_slice()).into()));
        match self.send(name, put).await?.status_code() {
            200..300 => Ok(()),
            status => Err(refused(name, status)),
        }
    }

    async fn has(&self, name: &str) -> Result<bool, StorageError> {
        let mut head = RequestInit::new();
        head.with_method(Method::Head);
        match self.send(name, head).await?.status_code() {
            200 => Ok(true),
            404 => Ok(false),
            status => Err(refused(name, status)),
        }
    }

    async fn delete(&self, name: &str) -> Result<(), StorageError> {
        let mut delete = RequestInit::new();
        delete.with_method(Method::Delete);
        match self.send(name, delete).await?.status_code() {
            200..300 | 404 => Ok(()),
            status => Err(refused(name, status)),
        }
    }

    async fn get(&self, name: &str) -> Result<Option<Pieces>, StorageError> {
        let response = self.send(name, RequestInit::new()).await?;
        match response.status_code() {
            200 => body::pieces(name, response).map(Some),
            404 => Ok(None),
            status => Err(refused(name, status)),
        }
    }
}

fn refused(name: &str, status: u16) -> StorageError {
    failed(format!("{name}: the disk service answered {status}"))
}
