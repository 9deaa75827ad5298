//! What is left of a session that was deleted.

use super::{Database, Result, integer, row};

const TABLE: &str = "create table tombstone (
  only integer primary key check (only = 1),
  project_id text not null,
  session_id text not null,
  blob_count integer not null
) strict";

/// Names a session whose records are gone, so that what arrives late does not bring it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tombstone {
    pub(crate) project_id: String,
    pub(crate) session_id: String,
    /// How many segments may still be in the store of blobs.
    pub(crate) blob_count: u32,
}

impl Database {
    /// Puts a tombstone in place of everything there is.
    pub(in crate::session_object) fn bury(&self, tombstone: &Tombstone) -> Result<()> {
        self.transaction(|| {
            for number in self.tail_numbers()? {
                self.drop_tail(number)?;
            }
            for table in ["session", "segments"] {
                self.execute(&format!("drop table {table}"), Vec::new())?;
            }
            self.execute(TABLE, Vec::new())?;
            let values = vec![
                tombstone.project_id.as_str().into(),
                tombstone.session_id.as_str().into(),
                integer(u64::from(tombstone.blob_count)),
            ];
            self.execute("insert into tombstone values (1, ?, ?, ?)", values)
        })
    }

    /// Notes that no blob is left.
    pub(in crate::session_object) fn note_blobs_gone(&self) -> Result<()> {
        self.execute("update tombstone set blob_count = 0", Vec::new())
    }

    /// The tombstone, if the session was deleted.
    pub(super) fn tombstone(&self) -> Result<Option<Tombstone>> {
        let sql = "select count(*) from sqlite_schema where name = 'tombstone'";
        let found = self.query(sql, Vec::new())?;
        if found.first().map(|row| row::number(row, 0)).transpose()? != Some(1) {
            return Ok(None);
        }
        let sql = "select project_id, session_id, blob_count from tombstone";
        let rows = self.query(sql, Vec::new())?;
        let read = |row: &row::Row| {
            Ok(Tombstone {
                project_id: row::text(row, 0)?.to_owned(),
                session_id: row::text(row, 1)?.to_owned(),
                blob_count: row::number(row, 2)? as u32,
            })
        };
        rows.first().map(read).transpose()
    }
}
