//! The database of a session object: SQLite, kept by the platform with the object.
//!
//! | Table | Holds |
//! |---|---|
//! | `session` | one row: what is in stored segments, without the bytes |
//! | `segments` | the stored segments: their times and sizes |
//! | `tail_N` | the batches that will be segment `N`, in the order of their arrival |
//! | `tombstone` | one row, and nothing else: the session was deleted |
//!
//! The platform bills every row that is written, and removing a table is no such row, which is why
//! each tail has a table of its own: a batch costs one row, whatever becomes of it.
//!
//! What is written between two awaits reaches the disk together or not at all, and nothing leaves
//! the object (no answer, no write to the index) before it has.

mod row;
mod segments;
mod tails;
mod tombstone;
mod transaction;

pub(super) use segments::StoredSegment;
pub(crate) use tombstone::Tombstone;

use worker::durable::Storage;
use worker::{SqlStorage, SqlStorageValue, State};

use super::failed;
use super::state::{Contents, SessionState};
use crate::storage::StorageError;

const SCHEMA: &str = "
create table if not exists session (
  only integer primary key check (only = 1),
  segment_count integer not null,
  contents text not null
) strict;
create table if not exists segments (
  number integer primary key,
  started_at_ms integer not null,
  ended_at_ms integer not null,
  size_bytes integer not null
) strict;";

type Result<T> = std::result::Result<T, StorageError>;

/// The database of one session.
#[derive(Debug)]
pub(super) struct Database {
    storage: Storage,
    sql: SqlStorage,
}

impl Database {
    /// The database of this object.
    pub(super) fn open(state: &State) -> Self {
        let storage = state.storage();
        Self {
            sql: storage.sql(),
            storage,
        }
    }

    /// What is known of the session. The database of a new one is set up.
    pub(super) fn load(&self) -> Result<SessionState> {
        if let Some(tombstone) = self.tombstone()? {
            return Ok(SessionState::buried(tombstone));
        }
        self.execute(SCHEMA, Vec::new())?;
        let (segment_count, contents) = self.stored_contents()?;
        let mut state = SessionState {
            segment_count,
            contents,
            ..SessionState::default()
        };
        for number in self.tail_numbers()? {
            state.tails.push(0);
            for (facts, written_at_ms) in self.tail_facts(number)? {
                state.note(&facts, written_at_ms);
            }
        }
        Ok(state)
    }

    /// How many segments are stored, and what is in them.
    fn stored_contents(&self) -> Result<(u32, Contents)> {
        let rows = self.query("select segment_count, contents from session", Vec::new())?;
        let Some(row) = rows.first() else {
            return Ok(Default::default());
        };
        let contents = serde_json::from_str(row::text(row, 1)?).map_err(failed)?;
        Ok((row::number(row, 0)? as u32, contents))
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
