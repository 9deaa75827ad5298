//! Which sheets the archive of the project may lack, and what each answer of the edge means for them.
//!
//! The edge is first asked which of them it lacks, and then sent those. A sheet that it is known to
//! have is not spoken of again.

use wire_format::sheet::{SealedSheet, SheetHash};

use super::outbox::Attempt;
use crate::limits::{SHEET_QUEUE_BYTES_MAX, SHEETS_PER_QUESTION_MAX};

/// What to send next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetRequest {
    /// Asks which of these the edge lacks.
    Ask(Vec<SheetHash>),
    /// Sends one.
    Upload(SealedSheet),
}

/// Sheets that the edge may lack, oldest first.
#[derive(Debug, Default)]
pub struct SheetQueue {
    waiting: Vec<Waiting>,
    known: Vec<SheetHash>,
    in_flight: u32,
    failures: u32,
}

#[derive(Debug)]
struct Waiting {
    sheet: SealedSheet,
    /// The edge has said that it lacks it.
    is_missing: bool,
}

impl SheetQueue {
    /// A queue for an edge that has these sheets.
    pub fn new(known: Vec<SheetHash>) -> Self {
        Self {
            known,
            ..Self::default()
        }
    }

    /// Adds a sheet unless the edge is known to have it.
    pub fn push(&mut self, sheet: SealedSheet) {
        if !self.known.contains(&sheet.hash) {
            self.waiting.push(Waiting {
                sheet,
                is_missing: false,
            });
        }
    }

    /// What to send; `None` if nothing is to be sent, or while something is in flight.
    pub fn send_next(&mut self) -> Option<SheetRequest> {
        if self.in_flight > 0 {
            return None;
        }
        let first = self.waiting.first()?;
        let request = if first.is_missing {
            SheetRequest::Upload(first.sheet.clone())
        } else {
            SheetRequest::Ask(self.unasked())
        };
        self.in_flight += 1;
        Some(request)
    }

    /// Gives up all that wait, since there is no time to ask and to send; says which ones.
    pub fn give_up(&mut self) -> Vec<SheetHash> {
        let waiting = std::mem::take(&mut self.waiting);
        waiting.iter().map(|waiting| waiting.sheet.hash).collect()
    }

    /// How many bytes of sheets may still be added.
    pub fn room_bytes(&self) -> usize {
        let waiting = self.waiting.iter();
        let taken: usize = waiting.map(|waiting| waiting.sheet.bytes.len()).sum();
        SHEET_QUEUE_BYTES_MAX.saturating_sub(taken)
    }

    /// Takes note of what became of a request. `missing` is what the edge says it lacks. Says
    /// which sheets the edge will never take.
    pub fn settle(
        &mut self,
        request: &SheetRequest,
        attempt: Attempt,
        missing: &[SheetHash],
    ) -> Vec<SheetHash> {
        let mut refused = Vec::new();
        self.in_flight = self.in_flight.saturating_sub(1);
        match (attempt, request) {
            (Attempt::Delivered, SheetRequest::Ask(asked)) => {
                self.failures = 0;
                let had = asked.iter().filter(|hash| !missing.contains(hash));
                self.known.extend(had);
                for waiting in &mut self.waiting {
                    waiting.is_missing |= missing.contains(&waiting.sheet.hash);
                }
            }
            (Attempt::Delivered, SheetRequest::Upload(sheet)) => {
                self.failures = 0;
                self.known.push(sheet.hash);
            }
            (Attempt::Rejected, _) => {
                let waiting = self.waiting.iter().map(|waiting| waiting.sheet.hash);
                let asked = request.hashes();
                refused = waiting.filter(|hash| asked.contains(hash)).collect();
            }
            (Attempt::Refused { .. }, _) => self.waiting.clear(),
            (Attempt::Failed { .. }, _) => self.failures += 1,
        }
        let known = &self.known;
        self.waiting.retain(|Waiting { sheet, .. }| {
            !known.contains(&sheet.hash) && !refused.contains(&sheet.hash)
        });
        refused
    }

    /// Whether the edge has all sheets that were added.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Failures since the last answer.
    pub const fn failures(&self) -> u32 {
        self.failures
    }

    /// What the edge is known to have.
    pub fn known(&self) -> &[SheetHash] {
        &self.known
    }

    fn unasked(&self) -> Vec<SheetHash> {
        self.waiting
            .iter()
            .filter(|waiting| !waiting.is_missing)
            .map(|waiting| waiting.sheet.hash)
            .take(SHEETS_PER_QUESTION_MAX)
            .collect()
    }
}

impl SheetRequest {
    /// What it is about.
    pub fn hashes(&self) -> Vec<SheetHash> {
        match self {
            Self::Ask(hashes) => hashes.clone(),
            Self::Upload(sheet) => vec![sheet.hash],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAILED: Attempt = Attempt::Failed {
        retry_after_ms: None,
    };

    fn sheet(number: u8) -> SealedSheet {
        SealedSheet {
            hash: SheetHash::from_bytes([number; 32]),
            bytes: vec![number],
        }
    }

    fn queue_of(numbers: &[u8]) -> SheetQueue {
        let mut queue = SheetQueue::default();
        numbers.iter().for_each(|&number| queue.push(sheet(number)));
        queue
    }

    #[test]
    fn only_what_the_edge_lacks_is_sent() {
        let mut queue = queue_of(&[1, 2, 3]);
        let ask = queue.send_next().unwrap();
        assert_eq!(ask.hashes(), [1, 2, 3].map(|number| sheet(number).hash));
        assert_eq!(queue.send_next(), None);
        queue.settle(&ask, Attempt::Delivered, &[sheet(2).hash]);
        let upload = queue.send_next().unwrap();
        assert_eq!(upload, SheetRequest::Upload(sheet(2)));
        queue.settle(&upload, Attempt::Delivered, &[]);
        assert!(queue.is_empty());
        assert_eq!(queue.known().len(), 3);
    }

    #[test]
    fn what_the_edge_is_known_to_have_is_not_spoken_of() {
        let mut queue = SheetQueue::new(vec![sheet(1).hash]);
        queue.push(sheet(1));
        assert!(queue.is_empty());
    }

    #[test]
    fn a_failed_request_is_made_again() {
        let mut queue = queue_of(&[1]);
        let ask = queue.send_next().unwrap();
        queue.settle(&ask, FAILED, &[]);
        assert_eq!(queue.failures(), 1);
        assert_eq!(queue.send_next(), Some(ask));
    }

    #[test]
    fn a_rejected_sheet_does_not_hold_up_the_next() {
        let mut queue = queue_of(&[1, 2]);
        let ask = queue.send_next().unwrap();
        queue.settle(&ask, Attempt::Delivered, &ask.hashes());
        let upload = queue.send_next().unwrap();
        assert_eq!(
            queue.settle(&upload, Attempt::Rejected, &[]),
            [sheet(1).hash]
        );
        assert_eq!(queue.send_next(), Some(SheetRequest::Upload(sheet(2))));
    }

    #[test]
    fn without_time_to_ask_all_that_wait_are_given_up() {
        let mut queue = queue_of(&[1, 2]);
        assert_eq!(queue.room_bytes(), SHEET_QUEUE_BYTES_MAX - 2);
        let ask = queue.send_next().unwrap();
        assert_eq!(queue.give_up(), [sheet(1).hash, sheet(2).hash]);
        assert_eq!(queue.room_bytes(), SHEET_QUEUE_BYTES_MAX);
        queue.settle(&ask, Attempt::Delivered, &ask.hashes());
        assert!(queue.is_empty());
        assert_eq!(queue.send_next(), None);
    }
}
