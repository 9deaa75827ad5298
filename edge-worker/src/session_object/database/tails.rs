//! Batches that wait to become a segment.
//!
//! A tail is closed by making the next one. From then on it does not change, so that every attempt
//! to write its segment writes the same bytes under the same name: one that was thought to have
//! failed cannot harm when it succeeds late.

use worker::SqlStorageValue;

use super::{Database, Result, failed, integer, row};
use crate::limits;
use crate::session_object::batch_facts::BatchFacts;

const NAME: &str = "tail_";

impl Database {
    /// Makes the tail of this number, which closes the one before it.
    pub(in crate::session_object) fn create_tail(&self, number: u32) -> Result<()> {
        // A batch that is too large for one row goes on in rows without facts.
        let sql = format!(
            "create table {NAME}{number} (
               id integer primary key,
               written_at_ms integer not null,
               facts text,
               bytes blob not null
             ) strict"
        );
        self.execute(&sql, Vec::new())
    }

    /// Adds a batch to a tail, as a whole or not at all.
    pub(in crate::session_object) fn append(
        &self,
        number: u32,
        facts: &BatchFacts,
        batch: &[u8],
        now_ms: u64,
    ) -> Result<()> {
        let sql =
            format!("insert into {NAME}{number} (written_at_ms, facts, bytes) values (?, ?, ?)");
        let facts = serde_json::to_string(facts).map_err(failed)?;
        self.transaction(|| {
            let mut facts = SqlStorageValue::from(facts.as_str());
            for bytes in batch.chunks(limits::TAIL_PART_BYTES_MAX) {
                let facts = std::mem::replace(&mut facts, SqlStorageValue::Null);
                self.execute(&sql, vec![integer(now_ms), facts, bytes.to_vec().into()])?;
            }
            Ok(())
        })
    }

    /// The batches of a tail.
    pub(in crate::session_object) fn batches(&self, number: u32) -> Result<Vec<Vec<u8>>> {
        let sql = format!("select facts is null, bytes from {NAME}{number} order by id");
        let mut batches: Vec<Vec<u8>> = Vec::new();
        for part in &self.query(&sql, Vec::new())? {
            let (goes_on, bytes) = (row::number(part, 0)? == 1, row::bytes(part, 1)?);
            match batches.last_mut() {
                Some(batch) if goes_on => batch.extend_from_slice(bytes),
                _ => batches.push(bytes.to_vec()),
            }
        }
        Ok(batches)
    }

    /// The facts of the batches of a tail, each with the time at which it was stored.
    pub(super) fn tail_facts(&self, number: u32) -> Result<Vec<(BatchFacts, u64)>> {
        let sql = format!(
            "select facts, written_at_ms from {NAME}{number} where facts is not null order by id"
        );
        let rows = self.query(&sql, Vec::new())?;
        let facts = rows.iter().map(|row| {
            let facts = serde_json::from_str(row::text(row, 0)?).map_err(failed)?;
            Ok((facts, row::number(row, 1)?))
        });
        facts.collect()
    }

    /// The tails there are, the oldest first.
    pub(super) fn tail_numbers(&self) -> Result<Vec<u32>> {
        let sql = format!("select name from sqlite_schema where name glob '{NAME}[0-9]*'");
        let rows = self.query(&sql, Vec::new())?;
        let numbers = rows.iter().map(|row| {
            let number = row::text(row, 0)?.trim_start_matches(NAME).parse();
            number.map_err(failed)
        });
        let mut numbers = numbers.collect::<Result<Vec<_>>>()?;
        numbers.sort_unstable();
        Ok(numbers)
    }

    pub(super) fn drop_tail(&self, number: u32) -> Result<()> {
        self.execute(&format!("drop table {NAME}{number}"), Vec::new())
    }
}
