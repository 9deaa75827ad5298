//! A relational database, whatever engine it is.
//!
//! Statements are written in what SQLite and PostgreSQL both understand, with parameters `?1`, `?2`…

mod d1;
mod statement;

use std::fmt::Debug;

use async_trait::async_trait;

use crate::storage::StorageError;

pub(crate) use d1::D1;
pub(crate) use statement::{Parameter, Statement};

/// The columns of a row by name.
pub(crate) type Row = serde_json::Map<String, serde_json::Value>;

/// A database.
#[async_trait(?Send)]
pub(crate) trait Database: Debug {
    /// Runs statements as one transaction, all of them or none, and gives the rows of each.
    async fn run(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StorageError>;
}
