//! Which batches wait, and what each answer of the edge means for them.

use std::rc::Rc;

use wire_format::record::DiscardReason;

use crate::limits::OUTBOX_BYTES_MAX;
use crate::recording::ClosedBatch;

/// What became of one attempt to send a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// The edge has stored the batch.
    Delivered,
    /// The edge will never take this batch.
    Rejected,
    /// The edge takes nothing from this recorder any more, for the reason of this status.
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// It may work later.
    Failed {
        /// How long the edge asks to wait, in milliseconds.
        retry_after_ms: Option<u32>,
    },
}

impl Attempt {
    /// What an HTTP status means.
    pub const fn from_status(status: u16, retry_after_ms: Option<u32>) -> Self {
        match status {
            200..=299 => Self::Delivered,
            401 | 403 | 410 => Self::Refused { status },
            408 | 425 | 429 | 500..=599 => Self::Failed { retry_after_ms },
            _ => Self::Rejected,
        }
    }
}

/// A batch on its way, by its number in the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParcelId(u64);

#[derive(Debug)]
struct Parcel {
    id: ParcelId,
    batch: Rc<Vec<u8>>,
    /// The same with the sheets that it names, as long as one of them may have to be carried.
    complete: Option<Vec<u8>>,
    /// Its number in the journal of this page.
    journaled: Option<u32>,
    in_flight: bool,
}

/// The batches that the edge has not acknowledged, oldest first.
#[derive(Debug, Default)]
pub struct Outbox {
    parcels: Vec<Parcel>,
    size_bytes: usize,
    next_id: u64,
    failures: u32,
    finished: Vec<u32>,
    discarded: Vec<(DiscardReason, u64)>,
}

impl Outbox {
    /// Adds a batch, with its number in the journal of this page if it is there; the oldest ones
    /// that are not in flight make room for it.
    pub fn push(&mut self, batch: ClosedBatch, journaled: Option<u32>) {
        let parcel = Parcel {
            id: ParcelId(self.next_id),
            batch: Rc::new(batch.bytes),
            complete: batch.complete,
            journaled,
            in_flight: false,
        };
        self.size_bytes += parcel.size_bytes();
        self.parcels.push(parcel);
        self.next_id += 1;
        while self.size_bytes > OUTBOX_BYTES_MAX && self.discard_oldest() {}
    }

    /// Gives up the oldest batch that is not in flight; `false` if there is none.
    pub fn discard_oldest(&mut self) -> bool {
        let oldest = self.parcels.iter().position(|parcel| !parcel.in_flight);
        if let Some(oldest) = oldest {
            self.take(oldest);
            self.discarded.push((DiscardReason::OutboxFull, 1));
        }
        oldest.is_some()
    }

    /// The oldest batch, marked as in flight; `None` while another one is.
    pub fn send_next(&mut self) -> Option<(ParcelId, Rc<Vec<u8>>)> {
        if self.parcels.iter().any(|parcel| parcel.in_flight) {
            None
        } else {
            self.send_any()
        }
    }

    /// The oldest batch that is not in flight, marked as in flight.
    pub fn send_any(&mut self) -> Option<(ParcelId, Rc<Vec<u8>>)> {
        let parcel = self.parcels.iter_mut().find(|parcel| !parcel.in_flight)?;
        parcel.in_flight = true;
        Some((parcel.id, Rc::clone(&parcel.batch)))
    }

    /// Batches that were to wait for their sheets carry them from now on.
    pub fn carry_sheets(&mut self) {
        for parcel in &mut self.parcels {
            if let Some(complete) = parcel.complete.take() {
                self.size_bytes -= parcel.batch.len();
                parcel.batch = Rc::new(complete);
            }
        }
    }

    /// All sheets have arrived: no batch needs to carry them.
    pub fn name_sheets(&mut self) {
        for parcel in &mut self.parcels {
            self.size_bytes -= parcel.complete.take().map_or(0, |complete| complete.len());
        }
    }

    /// Takes note of what became of an attempt.
    pub fn settle(&mut self, id: ParcelId, attempt: Attempt) {
        let Some(position) = self.parcels.iter().position(|parcel| parcel.id == id) else {
            return;
        };
        match attempt {
            Attempt::Delivered => {
                self.take(position);
                self.failures = 0;
            }
            Attempt::Rejected => {
                self.take(position);
                self.discarded.push((DiscardReason::Refused, 1));
            }
            Attempt::Refused { .. } => {
                self.parcels.clear();
                self.size_bytes = 0;
            }
            Attempt::Failed { .. } => {
                self.failures += 1;
                if let Some(parcel) = self.parcels.get_mut(position) {
                    parcel.in_flight = false;
                }
            }
        }
    }

    /// Failures since the last delivery.
    pub const fn failures(&self) -> u32 {
        self.failures
    }

    /// Whether everything has been acknowledged.
    pub fn is_empty(&self) -> bool {
        self.parcels.is_empty()
    }

    /// What was lost since the last call.
    pub fn take_discarded(&mut self) -> Vec<(DiscardReason, u64)> {
        std::mem::take(&mut self.discarded)
    }

    /// The numbers of the batches that the journal need not hold any more, since the last call.
    pub fn take_finished(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.finished)
    }

    fn take(&mut self, position: usize) {
        let parcel = self.parcels.remove(position);
        self.size_bytes -= parcel.size_bytes();
        self.finished.extend(parcel.journaled);
    }
}

impl Parcel {
    fn size_bytes(&self) -> usize {
        self.batch.len() + self.complete.as_ref().map_or(0, Vec::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAILED: Attempt = Attempt::Failed {
        retry_after_ms: None,
    };

    fn batch_of(bytes: Vec<u8>) -> ClosedBatch {
        ClosedBatch {
            bytes,
            complete: None,
            started_at_ms: 0,
            has_full_snapshot: false,
        }
    }

    #[test]
    fn batches_leave_one_at_a_time_in_order() {
        let mut outbox = Outbox::default();
        outbox.push(batch_of(vec![1]), None);
        outbox.push(batch_of(vec![2]), None);
        let (first, batch) = outbox.send_next().unwrap();
        assert_eq!(*batch, [1]);
        assert_eq!(outbox.send_next(), None);
        outbox.settle(first, Attempt::Delivered);
        assert_eq!(*outbox.send_next().unwrap().1, [2]);
    }

    #[test]
    fn a_failed_batch_is_sent_again() {
        let mut outbox = Outbox::default();
        outbox.push(batch_of(vec![1]), None);
        let (id, _) = outbox.send_next().unwrap();
        outbox.settle(id, FAILED);
        assert_eq!(outbox.failures(), 1);
        let (id, batch) = outbox.send_next().unwrap();
        assert_eq!(*batch, [1]);
        outbox.settle(id, Attempt::Delivered);
        assert!(outbox.is_empty());
        assert_eq!(outbox.failures(), 0);
    }

    #[test]
    fn a_rejected_batch_is_counted_and_does_not_hold_up_the_next() {
        let mut outbox = Outbox::default();
        outbox.push(batch_of(vec![1]), None);
        outbox.push(batch_of(vec![2]), None);
        let (id, _) = outbox.send_next().unwrap();
        outbox.settle(id, Attempt::from_status(400, None));
        assert_eq!(outbox.take_discarded(), [(DiscardReason::Refused, 1)]);
        assert_eq!(*outbox.send_next().unwrap().1, [2]);
    }

    #[test]
    fn the_oldest_waiting_batch_makes_room() {
        let mut outbox = Outbox::default();
        outbox.push(batch_of(vec![1; OUTBOX_BYTES_MAX / 2]), None);
        let (in_flight, _) = outbox.send_next().unwrap();
        outbox.push(batch_of(vec![2; OUTBOX_BYTES_MAX / 2]), None);
        outbox.push(batch_of(vec![3; OUTBOX_BYTES_MAX / 2]), None);
        assert_eq!(outbox.take_discarded(), [(DiscardReason::OutboxFull, 1)]);
        outbox.settle(in_flight, Attempt::Delivered);
        assert_eq!(outbox.send_next().unwrap().1[0], 3);
    }

    #[test]
    fn a_batch_carries_its_sheets_only_if_they_have_not_arrived() {
        let waiting = || ClosedBatch {
            bytes: vec![1],
            complete: Some(vec![1, 2, 3]),
            ..batch_of(Vec::new())
        };
        for (have_arrived, sent, size_bytes) in [(true, vec![1], 1), (false, vec![1, 2, 3], 3)] {
            let mut outbox = Outbox::default();
            outbox.push(waiting(), None);
            assert_eq!(outbox.size_bytes, 4);
            if have_arrived {
                outbox.name_sheets();
            }
            outbox.carry_sheets();
            assert_eq!(outbox.size_bytes, size_bytes);
            assert_eq!(*outbox.send_next().unwrap().1, sent);
        }
    }

    #[test]
    fn the_journal_is_told_what_it_need_not_hold() {
        let mut outbox = Outbox::default();
        outbox.push(batch_of(vec![1]), Some(7));
        outbox.push(batch_of(vec![2]), None);
        outbox.push(batch_of(vec![3]), Some(8));
        let (first, _) = outbox.send_next().unwrap();
        outbox.settle(first, FAILED);
        assert!(outbox.take_finished().is_empty());
        let (first, _) = outbox.send_next().unwrap();
        outbox.settle(first, Attempt::Delivered);
        assert!(outbox.discard_oldest() && outbox.discard_oldest());
        assert_eq!(outbox.take_finished(), [7, 8]);
        assert!(!outbox.discard_oldest());
    }

    #[test]
    fn statuses_mean_what_http_says() {
        assert_eq!(Attempt::from_status(202, None), Attempt::Delivered);
        assert_eq!(Attempt::from_status(413, None), Attempt::Rejected);
        assert_eq!(
            Attempt::from_status(401, None),
            Attempt::Refused { status: 401 }
        );
        assert_eq!(
            Attempt::from_status(503, Some(5)),
            Attempt::Failed {
                retry_after_ms: Some(5)
            }
        );
    }
}
