//! The index in D1: a few small tables, each with the statements that touch it in its own file.

mod ingest_keys;
mod owner;
mod projects;
mod sessions;
mod sign_ins;
mod wanted_sessions;

use serde::de::DeserializeOwned;
use worker::d1::{D1Database, D1PreparedStatement, D1Type};

use crate::storage::{StorageError, Store};

pub(crate) use ingest_keys::IngestKeyRow;
pub(crate) use sessions::{SessionPosition, SessionRow};
pub(crate) use sign_ins::SignedIn;

/// The index of sessions, ingest keys and sign-ins.
#[derive(Debug)]
pub(crate) struct Index {
    database: D1Database,
}

impl Index {
    pub(crate) fn new(database: D1Database) -> Self {
        Self { database }
    }

    /// Whether the index answers at all.
    pub(crate) async fn check(&self) -> Result<(), StorageError> {
        self.run("select 1", &[]).await
    }

    fn statement(
        &self,
        sql: &str,
        values: &[D1Type<'_>],
    ) -> Result<D1PreparedStatement, StorageError> {
        self.database.prepare(sql).bind_refs(values).map_err(failed)
    }

    async fn run(&self, sql: &str, values: &[D1Type<'_>]) -> Result<(), StorageError> {
        self.statement(sql, values)?.run().await.map_err(failed)?;
        Ok(())
    }

    async fn first<T: DeserializeOwned>(
        &self,
        sql: &str,
        values: &[D1Type<'_>],
    ) -> Result<Option<T>, StorageError> {
        self.statement(sql, values)?
            .first(None)
            .await
            .map_err(failed)
    }

    async fn all<T: DeserializeOwned>(
        &self,
        sql: &str,
        values: &[D1Type<'_>],
    ) -> Result<Vec<T>, StorageError> {
        self.statement(sql, values)?
            .all()
            .await
            .and_then(|rows| rows.results())
            .map_err(failed)
    }
}

/// A count or a time. D1 takes JavaScript numbers, which hold integers up to 2⁵³ exactly; a column
/// of type `integer` stores them as such.
fn number<'a>(value: u64) -> D1Type<'a> {
    D1Type::Real(value as f64)
}

fn failed(error: worker::Error) -> StorageError {
    match &error {
        // Printed as a whole it is a stack of the runtime's own functions, over many lines.
        worker::Error::D1(error) => StorageError::new(Store::Index, error.cause()),
        error => StorageError::new(Store::Index, error),
    }
}
