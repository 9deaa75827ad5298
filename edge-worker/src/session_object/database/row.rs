//! Reading the columns of a row.

use worker::SqlStorageValue;

use super::{Result, failed};

/// The columns of one row.
pub(super) type Row = Vec<SqlStorageValue>;

pub(super) fn text(row: &Row, column: usize) -> Result<&str> {
    match row.get(column) {
        Some(SqlStorageValue::String(text)) => Ok(text),
        _ => Err(failed(format!("column {column} is no text"))),
    }
}

pub(super) fn number(row: &Row, column: usize) -> Result<u64> {
    match row.get(column) {
        Some(SqlStorageValue::Integer(number)) if *number >= 0 => Ok(number.unsigned_abs()),
        _ => Err(failed(format!("column {column} is no count"))),
    }
}

pub(super) fn bytes(row: &Row, column: usize) -> Result<&[u8]> {
    match row.get(column) {
        Some(SqlStorageValue::Blob(bytes)) => Ok(bytes),
        _ => Err(failed(format!("column {column} is no blob"))),
    }
}
