//! Whether the edge kept its promise to one visitor.

use std::fmt;

use crate::document;
use crate::visitor::Visitor;
use monitorme_tests::client::Client;

/// A session of more bytes has a segment.
const SEGMENT_BYTES: usize = 256 * 1024;

/// What has been checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// Batches that are stored.
    pub(crate) batches: usize,
    /// Batches that were never acknowledged.
    pub(crate) unacknowledged: usize,
    /// Of these, those that are stored all the same.
    pub(crate) stored_unacknowledged: usize,
    /// Sessions that are so large that they have segments.
    pub(crate) with_segments: usize,
}

impl Totals {
    pub(crate) fn add(&mut self, other: Self) {
        self.batches += other.batches;
        self.unacknowledged += other.unacknowledged;
        self.stored_unacknowledged += other.stored_unacknowledged;
        self.with_segments += other.with_segments;
    }
}

/// Compares what is stored with what was sent and acknowledged.
pub(crate) fn check(visitor: &Visitor, owner: &Client) -> Totals {
    let id = visitor.visit.session;
    let is_known = owner.get(&visitor.visit.path()).status == 200;
    let stored = if is_known {
        visitor.visit.stored_batches(owner)
    } else {
        Vec::new()
    };
    let mut totals = Totals {
        batches: stored.len(),
        with_segments: usize::from(stored.iter().map(Vec::len).sum::<usize>() > SEGMENT_BYTES),
        ..Totals::default()
    };
    for (number, (sent, is_acknowledged)) in visitor
        .batches
        .iter()
        .zip(&visitor.acknowledged)
        .enumerate()
    {
        let times = stored.iter().filter(|batch| *batch == sent).count();
        assert!(times <= 1, "batch {number} of {id} is stored {times} times");
        if !is_acknowledged {
            totals.unacknowledged += 1;
            totals.stored_unacknowledged += times;
        } else {
            assert_eq!(
                times, 1,
                "batch {number} of {id} was acknowledged and is lost"
            );
        }
    }
    let is_sent = |batch: &Vec<u8>| visitor.batches.contains(batch);
    assert!(stored.iter().all(is_sent), "{id} has what nobody sent");
    if !stored.is_empty() {
        let session = owner.get(&visitor.visit.path()).json();
        assert_eq!(session["batches"], stored.len(), "{id}");
    }
    if visitor.comes_back {
        let sent: Vec<_> = visitor.batches.iter().map(Vec::as_slice).collect();
        let stored: Vec<_> = stored.iter().map(Vec::as_slice).collect();
        assert_eq!(document::after(&stored), document::after(&sent), "{id}");
    }
    totals
}

impl fmt::Display for Totals {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} batches are stored, {} were never acknowledged and {} of these are stored",
            self.batches, self.unacknowledged, self.stored_unacknowledged
        )
    }
}
