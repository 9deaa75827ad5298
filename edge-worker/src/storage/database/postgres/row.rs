//! From a row of PostgreSQL to one of ours.

use serde_json::Value;
use tokio_postgres::types::{FromSql, Type};

use super::failed;
use crate::storage::StorageError;
use crate::storage::database::Row;

/// The columns of a row by name. A type that the index has no columns of is an error.
pub(super) fn read(row: &tokio_postgres::Row) -> Result<Row, StorageError> {
    let columns = row.columns().iter().enumerate();
    let read = |(number, column): (usize, &tokio_postgres::Column)| {
        let value = match *column.type_() {
            Type::INT8 => value::<i64>(row, number),
            Type::INT4 => value::<i32>(row, number),
            Type::TEXT => value::<String>(row, number),
            ref other => Err(failed(format!("{} is of type {other}", column.name()))),
        };
        Ok((column.name().to_owned(), value?))
    };
    columns.map(read).collect()
}

fn value<'a, T: FromSql<'a> + Into<Value>>(
    row: &'a tokio_postgres::Row,
    column: usize,
) -> Result<Value, StorageError> {
    let value: Option<T> = row.try_get(column).map_err(failed)?;
    Ok(value.map_or(Value::Null, Into::into))
}
