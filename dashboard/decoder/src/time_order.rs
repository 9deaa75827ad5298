//! The records of several windows, in one order.

use std::slice;

use wire_format::batch::Records;
use wire_format::error::Result;
use wire_format::record::TimedRecord;
use wire_format::{OpenBatch, WindowId};

/// Visits the records of windows by their times, and where these are the same, in the order of the
/// windows. Those of one window stay in their order.
pub(crate) fn in_time_order<'b>(
    windows: &'b [(WindowId, Vec<OpenBatch>)],
    mut visit: impl FnMut(WindowId, TimedRecord<'b>),
) -> Result<()> {
    let mut streams = Vec::new();
    for (window, batches) in windows {
        let mut stream = Stream {
            window: *window,
            batches: batches.iter(),
            records: None,
            next: None,
        };
        stream.advance()?;
        streams.push(stream);
    }
    let at_ms = |stream: &Stream<'_>| stream.next.as_ref().map(|timed| timed.at_ms);
    while let Some(stream) = streams
        .iter_mut()
        .filter(|stream| stream.next.is_some())
        .min_by_key(|stream| at_ms(stream))
    {
        if let Some(timed) = stream.advance()? {
            visit(stream.window, timed);
        }
    }
    Ok(())
}

/// The records of one window that are still to come.
struct Stream<'b> {
    window: WindowId,
    batches: slice::Iter<'b, OpenBatch>,
    records: Option<Records<'b>>,
    next: Option<TimedRecord<'b>>,
}

impl<'b> Stream<'b> {
    /// Goes on by one record; returns the one that was the next.
    fn advance(&mut self) -> Result<Option<TimedRecord<'b>>> {
        let following = loop {
            if let Some(timed) = self.records.as_mut().and_then(Iterator::next) {
                break Some(timed?);
            }
            match self.batches.next() {
                Some(batch) => self.records = Some(batch.records()?),
                None => break None,
            }
        };
        Ok(std::mem::replace(&mut self.next, following))
    }
}
