//! Which batches go into which segment.
//!
//! A segment is planned before it is written: its number and its batches are decided in the
//! database. Until it is finished, every attempt to write it writes the same bytes under the same
//! name, so that an attempt that was thought to have failed cannot harm when it succeeds late.

use super::{Database, Result, integer, row};
use crate::limits;

/// A segment that is to be written.
#[derive(Debug)]
pub(in crate::session_object) struct SegmentPlan {
    pub(in crate::session_object) project_id: String,
    pub(in crate::session_object) session_id: String,
    pub(in crate::session_object) number: u32,
    pub(in crate::session_object) batches: Vec<Vec<u8>>,
}

impl Database {
    /// The segment to write next: the one that is planned already, or one of the oldest batches of
    /// the tail. `None` if the tail is empty.
    pub(in crate::session_object) fn plan_segment(&self) -> Result<Option<SegmentPlan>> {
        let Some(facts) = self.facts()? else {
            return Ok(None);
        };
        let number = match self.planned_segment()? {
            Some(number) => number,
            None if self.tail_state()?.size_bytes == 0 => return Ok(None),
            None => self.plan_next_segment()?,
        };
        let sql = "select batch_id, bytes from tail join batches on batches.id = tail.batch_id
          where segment_number = ? order by batch_id, part";
        let batches = self.batches_of(sql, vec![integer(u64::from(number))])?;
        let row = facts.row();
        Ok(Some(SegmentPlan {
            project_id: row.project_id,
            session_id: row.id,
            number,
            batches,
        }))
    }

    /// Records that a segment is stored; its batches leave the tail.
    pub(in crate::session_object) fn finish_segment(&self, number: u32) -> Result<()> {
        let number = u64::from(number);
        self.transaction(|| {
            self.execute("update segments set is_stored = 1 where number = ?", vec![integer(number)])?;
            let sql = "delete from tail where (select segment_number from batches where id = batch_id) = ?";
            self.execute(sql, vec![integer(number)])
        })
    }

    /// How many segments are stored. They are numbered from 0 without gaps.
    pub(in crate::session_object) fn segment_count(&self) -> Result<u32> {
        let rows = self.query(
            "select count(*) from segments where is_stored = 1",
            Vec::new(),
        )?;
        Ok(rows
            .first()
            .map(|row| row::number(row, 0))
            .transpose()?
            .unwrap_or_default() as u32)
    }

    fn planned_segment(&self) -> Result<Option<u32>> {
        let rows = self.query(
            "select number from segments where is_stored = 0",
            Vec::new(),
        )?;
        Ok(rows
            .first()
            .map(|row| row::number(row, 0))
            .transpose()?
            .map(|number| number as u32))
    }

    fn plan_next_segment(&self) -> Result<u32> {
        self.transaction(|| {
            let number = self.segment_count()?;
            let values = vec![integer(u64::from(number))];
            self.execute(
                "insert into segments (number, is_stored) values (?, 0)",
                values.clone(),
            )?;
            // The oldest batch always fits; each further one as long as the sum does.
            let sql = "update batches set segment_number = ? where id in (
              select id from (
                select id, sum(size_bytes) over (order by id) as sum_bytes
                from batches where id in (select batch_id from tail)
              ) where sum_bytes <= ?
            )";
            self.execute(
                sql,
                [values, vec![integer(limits::SEGMENT_BYTES_MAX)]].concat(),
            )?;
            Ok(number)
        })
    }
}
