//! A relational database, whatever engine it is.
//!
//! Statements are written in what SQLite and PostgreSQL both understand, with parameters `?1`, `?2`…
//! and `json_each(?1)` for the elements of a JSON array, whose fields are texts until they are cast.

#[cfg(test)]
mod contract;
mod d1;
#[cfg(feature = "postgres")]
mod postgres;
mod statement;

use std::fmt::Debug;

use async_trait::async_trait;

use crate::storage::StorageError;

pub(crate) use d1::D1;
#[cfg(feature = "postgres")]
pub(crate) use postgres::{HeldConnection, Hyperdrive};
pub(crate) use statement::{Parameter, Statement};

/// The columns of a row by name.
pub(crate) type Row = serde_json::Map<String, serde_json::Value>;

/// A database.
#[async_trait(?Send)]
pub(crate) trait Database: Debug {
    /// In which words its tables are made.
    fn dialect(&self) -> Dialect;

    /// Runs statements as one transaction, all of them or none and as if nothing else ran meanwhile, and
    /// gives the rows of each.
    async fn run(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StorageError>;
}

/// Whose SQL a database speaks where there are no common words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    #[cfg(feature = "postgres")]
    Postgres,
}
