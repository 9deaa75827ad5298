//! D1: SQLite behind a binding.

use async_trait::async_trait;
use worker::d1::{D1Database, D1PreparedStatement, D1Type};

use super::{Database, Dialect, Parameter, Row, Statement};
use crate::storage::{StorageError, Store};

/// A database of D1.
#[derive(Debug)]
pub(crate) struct D1 {
    database: D1Database,
}

impl D1 {
    pub(crate) fn new(database: D1Database) -> Self {
        Self { database }
    }

    fn prepare(&self, statement: &Statement) -> worker::Result<D1PreparedStatement> {
        let values: Vec<_> = statement.parameters.iter().map(value).collect();
        self.database.prepare(&*statement.sql).bind_refs(&values)
    }
}

#[async_trait(?Send)]
impl Database for D1 {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    async fn run(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StorageError> {
        let prepared = statements.iter().map(|statement| self.prepare(statement));
        let prepared = prepared.collect::<worker::Result<_>>().map_err(failed)?;
        let results = self.database.batch(prepared).await.map_err(failed)?;
        let rows = results.iter().map(|result| result.results());
        rows.collect::<worker::Result<_>>().map_err(failed)
    }
}

/// A column of type `integer` stores a whole number as such.
fn value(parameter: &Parameter) -> D1Type<'_> {
    match parameter {
        Parameter::Integer(Some(number)) => D1Type::Real(*number as f64),
        Parameter::Text(Some(text)) => D1Type::Text(text),
        Parameter::Integer(None) | Parameter::Text(None) => D1Type::Null,
    }
}

fn failed(error: worker::Error) -> StorageError {
    match &error {
        // Printed as a whole it is a stack of the runtime's own functions, over many lines.
        worker::Error::D1(error) => StorageError::new(Store::Index, error.cause()),
        error => StorageError::new(Store::Index, error),
    }
}
