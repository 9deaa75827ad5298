//! The database of a session object: SQLite, kept by the platform with the object.
//!
//! | Table | Holds |
//! |---|---|
//! | `session` | one row: the facts of the session |
//! | `batches` | every batch the session ever got, without its bytes |
//! | `tail` | the bytes of those that are not in a stored segment, in parts |
//! | `segments` | the segments: planned, or stored |
//!
//! What is written between two awaits reaches the disk together or not at all, and nothing leaves
//! the object (no answer, no write to the index) before it has.

mod batches;
mod row;
mod segments;
mod transaction;

use worker::durable::Storage;
use worker::{SqlStorage, SqlStorageValue, State};

use super::compaction_policy::TailState;
use super::failed;
use super::session_facts::SessionFacts;
use crate::storage::StorageError;

const SCHEMA: &str = "
create table if not exists session (
  only integer primary key check (only = 1),
  facts text not null,
  last_write_ms integer not null
) strict;
create table if not exists batches (
  id integer primary key,
  window_id text not null,
  view_id text not null,
  batch_index integer not null,
  size_bytes integer not null,
  segment_number integer,
  unique (window_id, view_id, batch_index)
) strict;
create table if not exists tail (
  batch_id integer not null references batches (id),
  part integer not null,
  bytes blob not null,
  primary key (batch_id, part)
) strict;
create table if not exists segments (
  number integer primary key,
  is_stored integer not null
) strict;";

type Result<T> = std::result::Result<T, StorageError>;

/// The database of one session.
#[derive(Debug)]
pub(super) struct Database {
    storage: Storage,
    sql: SqlStorage,
}

impl Database {
    /// The database of this object, which is set up if it is new.
    pub(super) fn open(state: &State) -> Result<Self> {
        let storage = state.storage();
        let database = Self {
            sql: storage.sql(),
            storage,
        };
        database.execute(SCHEMA, Vec::new())?;
        Ok(database)
    }

    /// What is known of the session; nothing before its first batch.
    pub(super) fn facts(&self) -> Result<Option<SessionFacts>> {
        let rows = self.query("select facts from session", Vec::new())?;
        rows.first()
            .map(|row| serde_json::from_str(row::text(row, 0)?).map_err(failed))
            .transpose()
    }

    /// How much waits to become a segment, and since when.
    pub(super) fn tail_state(&self) -> Result<TailState> {
        let sql =
            "select coalesce(sum(length(bytes)), 0), (select last_write_ms from session) from tail";
        let rows = self.query(sql, Vec::new())?;
        let row = rows.first().ok_or_else(|| failed("a sum without a row"))?;
        let size_bytes = row::number(row, 0)?;
        let last_write_ms = if size_bytes == 0 {
            0
        } else {
            row::number(row, 1)?
        };
        Ok(TailState {
            size_bytes,
            last_write_ms,
        })
    }

    fn transaction<T>(&self, body: impl FnMut() -> Result<T>) -> Result<T> {
        transaction::run(&self.storage, body)
    }

    fn execute(&self, sql: &str, values: Vec<SqlStorageValue>) -> Result<()> {
        self.sql.exec(sql, values).map_err(failed)?;
        Ok(())
    }

    fn query(&self, sql: &str, values: Vec<SqlStorageValue>) -> Result<Vec<row::Row>> {
        let rows = self.sql.exec(sql, values).map_err(failed)?;
        rows.raw().collect::<worker::Result<_>>().map_err(failed)
    }
}

/// An integer of ours, none of which comes near 2⁵³.
fn integer(value: u64) -> SqlStorageValue {
    SqlStorageValue::Integer(value.cast_signed())
}
