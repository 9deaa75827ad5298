//! Taking in batches, each exactly once.

use worker::SqlStorageValue;

use super::{Database, Result, failed, integer, row};
use crate::limits;
use crate::session_object::batch_facts::BatchFacts;
use crate::session_object::protocol::StoreOutcome;
use crate::session_object::session_facts::SessionFacts;

impl Database {
    /// Stores a batch and adds its facts to those of the session, both or neither.
    pub(in crate::session_object) fn insert(
        &self,
        facts: &BatchFacts,
        batch: &[u8],
        now_ms: u64,
    ) -> Result<StoreOutcome> {
        self.transaction(|| {
            if self.knows(facts)? {
                return Ok(StoreOutcome::Duplicate);
            }
            let session = match self.facts()? {
                None => SessionFacts::of(facts),
                Some(session) => session.with(facts),
            };
            if let Some(limit) = session.exceeded_limit() {
                return Ok(StoreOutcome::SessionTooLarge(limit));
            }
            if self.tail_state()?.size_bytes + facts.size_bytes > limits::TAIL_BYTES_MAX {
                return Ok(StoreOutcome::TailFull);
            }
            self.insert_bytes(self.insert_batch(facts)?, batch)?;
            self.put_facts(&session, now_ms)?;
            Ok(StoreOutcome::Accepted)
        })
    }

    /// The bytes of the batches that are not in a stored segment, in the order they arrived.
    pub(in crate::session_object) fn tail(&self) -> Result<Vec<Vec<u8>>> {
        self.batches_of(
            "select batch_id, bytes from tail order by batch_id, part",
            Vec::new(),
        )
    }

    /// The batches whose parts a statement selects, as (batch id, bytes) in order.
    pub(super) fn batches_of(
        &self,
        sql: &str,
        values: Vec<SqlStorageValue>,
    ) -> Result<Vec<Vec<u8>>> {
        let mut batches: Vec<Vec<u8>> = Vec::new();
        let mut current_id = None;
        for part in &self.query(sql, values)? {
            let (id, bytes) = (row::number(part, 0)?, row::bytes(part, 1)?);
            match batches.last_mut() {
                Some(batch) if current_id == Some(id) => batch.extend_from_slice(bytes),
                _ => batches.push(bytes.to_vec()),
            }
            current_id = Some(id);
        }
        Ok(batches)
    }

    fn knows(&self, BatchFacts { place, .. }: &BatchFacts) -> Result<bool> {
        let sql = "select 1 from batches where window_id = ? and view_id = ? and batch_index = ?";
        let values = vec![
            place.window_id.as_str().into(),
            place.view_id.as_str().into(),
            integer(u64::from(place.batch_index)),
        ];
        Ok(!self.query(sql, values)?.is_empty())
    }

    fn insert_batch(
        &self,
        BatchFacts {
            place, size_bytes, ..
        }: &BatchFacts,
    ) -> Result<u64> {
        let sql = "insert into batches (window_id, view_id, batch_index, size_bytes) values (?, ?, ?, ?) returning id";
        let values = vec![
            place.window_id.as_str().into(),
            place.view_id.as_str().into(),
            integer(u64::from(place.batch_index)),
            integer(*size_bytes),
        ];
        let rows = self.query(sql, values)?;
        row::number(
            rows.first()
                .ok_or_else(|| failed("a batch without an id"))?,
            0,
        )
    }

    fn insert_bytes(&self, batch_id: u64, batch: &[u8]) -> Result<()> {
        for (part, bytes) in (0..).zip(batch.chunks(limits::TAIL_PART_BYTES_MAX)) {
            let values = vec![integer(batch_id), integer(part), bytes.to_vec().into()];
            self.execute(
                "insert into tail (batch_id, part, bytes) values (?, ?, ?)",
                values,
            )?;
        }
        Ok(())
    }

    fn put_facts(&self, facts: &SessionFacts, now_ms: u64) -> Result<()> {
        let facts = serde_json::to_string(facts).map_err(failed)?;
        let sql = "insert into session (only, facts, last_write_ms) values (1, ?, ?)
          on conflict (only) do update set facts = excluded.facts, last_write_ms = excluded.last_write_ms";
        self.execute(sql, vec![facts.into(), integer(now_ms)])
    }
}
