//! The segments that are stored.

use wire_format::segment::split_first;

use super::{Database, Result, failed, integer};
use crate::session_object::state::Contents;

/// A stored segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::session_object) struct StoredSegment {
    pub(in crate::session_object) number: u32,
    pub(in crate::session_object) started_at_ms: u64,
    pub(in crate::session_object) ended_at_ms: u64,
    pub(in crate::session_object) size_bytes: u64,
}

impl StoredSegment {
    /// What is remembered of a segment.
    pub(in crate::session_object) fn of(number: u32, segment: &[u8]) -> Result<Self> {
        let (entries, _) = split_first(segment).map_err(failed)?;
        let started = entries.iter().map(|(entry, _)| entry.started_at_ms);
        let ended = entries.iter().map(|(entry, _)| entry.ended_at_ms);
        Ok(Self {
            number,
            started_at_ms: started.min().unwrap_or_default(),
            ended_at_ms: ended.max().unwrap_or_default(),
            size_bytes: segment.len() as u64,
        })
    }
}

impl Database {
    /// What the batches of a tail add up to, on top of what is in stored segments.
    pub(in crate::session_object) fn contents_with(&self, number: u32) -> Result<Contents> {
        let (_, mut contents) = self.stored_contents()?;
        for (facts, _) in self.tail_facts(number)? {
            contents.add(&facts);
        }
        Ok(contents)
    }

    /// Records that a segment is stored; its tail is gone, and `contents` is what all segments hold.
    pub(in crate::session_object) fn finish_segment(
        &self,
        segment: StoredSegment,
        contents: &Contents,
    ) -> Result<()> {
        let contents = serde_json::to_string(contents).map_err(failed)?;
        self.transaction(|| {
            self.execute(
                "insert into segments (number, started_at_ms, ended_at_ms, size_bytes) values (?, ?, ?, ?)",
                vec![
                    integer(u64::from(segment.number)),
                    integer(segment.started_at_ms),
                    integer(segment.ended_at_ms),
                    integer(segment.size_bytes),
                ],
            )?;
            self.execute(
                "insert into session (only, segment_count, contents) values (1, ?, ?)
                 on conflict (only) do update set
                   segment_count = excluded.segment_count, contents = excluded.contents",
                vec![
                    integer(u64::from(segment.number) + 1),
                    contents.as_str().into(),
                ],
            )?;
            self.drop_tail(segment.number)
        })
    }
}
