//! A file of SQLite, as D1 and the Durable Object that stands in for it keep one.

use std::cell::RefCell;
use std::path::PathBuf;
use std::time::Duration;
use std::{env, fs, process};

use async_trait::async_trait;
use rusqlite::types::{Value as Bound, ValueRef};
use rusqlite::{Connection, TransactionBehavior, params_from_iter};
use serde_json::Value;

use crate::storage::database::{Database, Dialect, Parameter, Row, Statement};
use crate::storage::{StorageError, Store};

/// A file, which is gone when this is dropped.
#[derive(Debug)]
pub(super) struct File(PathBuf);

/// A connection that does not go through the runtime of workers.
#[derive(Debug)]
pub(super) struct Direct(RefCell<Connection>);

impl File {
    /// An empty one.
    pub(super) fn fresh(name: &str) -> Self {
        let name = format!("monitorme-{}-{name}.sqlite", process::id());
        Self(env::temp_dir().join(name))
    }

    pub(super) fn connect(&self) -> Direct {
        let connection = Connection::open(&self.0).unwrap();
        connection.busy_timeout(Duration::from_secs(10)).unwrap();
        Direct(RefCell::new(connection))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        fs::remove_file(&self.0).unwrap();
    }
}

impl Direct {
    fn transact(&self, statements: &[Statement]) -> rusqlite::Result<Vec<Vec<Row>>> {
        let mut connection = self.0.borrow_mut();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let results = statements
            .iter()
            .map(|statement| rows(&transaction, statement));
        let results = results.collect::<rusqlite::Result<_>>()?;
        transaction.commit()?;
        Ok(results)
    }
}

#[async_trait(?Send)]
impl Database for Direct {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    async fn run(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StorageError> {
        let results = self.transact(statements);
        results.map_err(|error| StorageError::new(Store::Index, error))
    }
}

fn rows(connection: &Connection, statement: &Statement) -> rusqlite::Result<Vec<Row>> {
    let mut prepared = connection.prepare(&statement.sql)?;
    let names = prepared.column_names();
    let names: Vec<_> = names.into_iter().map(str::to_owned).collect();
    let parameters = params_from_iter(statement.parameters.iter().map(bound));
    let rows = prepared.query_map(parameters, |row| {
        let columns = names.iter().enumerate();
        let read =
            |(number, name): (usize, &String)| Ok((name.clone(), value(row.get_ref(number)?)));
        columns.map(read).collect()
    })?;
    rows.collect()
}

/// Numbers are bound as D1 binds them, which has those of JavaScript.
fn bound(parameter: &Parameter) -> Bound {
    match parameter {
        Parameter::Integer(Some(number)) => Bound::Real(*number as f64),
        Parameter::Text(Some(text)) => Bound::Text(text.clone()),
        Parameter::Integer(None) | Parameter::Text(None) => Bound::Null,
    }
}

fn value(column: ValueRef<'_>) -> Value {
    match column {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        ValueRef::Blob(_) => panic!("the index has no columns of bytes"),
    }
}
