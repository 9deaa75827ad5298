//! Immutable objects under names, whatever keeps them.

mod body;
mod disk;
mod r2;
mod s3;

use std::fmt::{Debug, Display};

use async_trait::async_trait;
use futures_util::stream::LocalBoxStream;

use crate::storage::{StorageError, Store};

pub(crate) use disk::DiskBlobs;
pub(crate) use r2::R2Blobs;
pub(crate) use s3::{S3Blobs, S3Settings};

/// The bytes of an object, piece by piece. Ending early is an error.
pub(crate) type Pieces = LocalBoxStream<'static, worker::Result<Vec<u8>>>;

/// A store of objects. What is stored is stored durably when the call returns.
#[async_trait(?Send)]
pub(crate) trait Blobs: Debug {
    /// Stores an object, whole or not at all. Storing it again changes nothing.
    async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), StorageError>;

    /// Whether there is an object of this name.
    async fn has(&self, name: &str) -> Result<bool, StorageError>;

    /// Removes an object; one that is not there is removed.
    async fn delete(&self, name: &str) -> Result<(), StorageError>;

    /// An object; `None` if there is none of this name.
    async fn get(&self, name: &str) -> Result<Option<Pieces>, StorageError>;
}

fn failed(cause: impl Display) -> StorageError {
    StorageError::new(Store::Blobs, cause)
}
