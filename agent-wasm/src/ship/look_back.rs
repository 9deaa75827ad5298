//! Batches of a session of which nobody knows yet whether it is wanted.

use crate::limits::{LOOK_BACK_BYTES_MAX, LOOK_BACK_MS};
use crate::recording::ClosedBatch;

/// Batches that are held back, in the order of their times.
///
/// What is too old or too much is let go in whole stretches from one full snapshot to the next, so
/// that what is kept begins with one.
#[derive(Debug, Default)]
pub struct LookBack {
    held: Vec<Held>,
    size_bytes: usize,
    let_go: Vec<u32>,
    let_go_count: u32,
}

/// A batch that is held back.
#[derive(Debug)]
pub struct Held {
    /// Its number in the journal of this page.
    pub number: u32,
    /// The batch itself.
    pub batch: ClosedBatch,
}

impl LookBack {
    /// Adds a batch, which may be older than those there are; others may have to be let go for it,
    /// in the worst case all, and this one with them.
    pub fn push(&mut self, number: u32, batch: ClosedBatch) {
        self.size_bytes += batch.size_bytes();
        let place = self
            .held
            .partition_point(|held| held.batch.started_at_ms <= batch.started_at_ms);
        self.held.insert(place, Held { number, batch });
        while self.has_too_much() {
            self.let_first_stretch_go();
        }
    }

    /// Whether nothing is held, so that what comes next has to begin with a full snapshot.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Time of the oldest record, in milliseconds since the Unix epoch.
    pub fn started_at_ms(&self) -> Option<u64> {
        self.held.first().map(|held| held.batch.started_at_ms)
    }

    /// How many batches were let go.
    pub const fn let_go_count(&self) -> u32 {
        self.let_go_count
    }

    /// The numbers of the batches that were let go since the last call.
    pub fn take_let_go(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.let_go)
    }

    /// All that is held, oldest first.
    pub fn into_held(self) -> Vec<Held> {
        self.held
    }

    fn has_too_much(&self) -> bool {
        let newest_ms = self.held.last().map_or(0, |held| held.batch.started_at_ms);
        let is_old = |held: &Held| held.batch.started_at_ms + LOOK_BACK_MS <= newest_ms;
        self.size_bytes > LOOK_BACK_BYTES_MAX
            || self.held.get(self.second_stretch()).is_some_and(is_old)
    }

    /// Where the second stretch begins; behind all if there is none.
    fn second_stretch(&self) -> usize {
        let rest = self.held.iter().skip(1);
        1 + rest
            .take_while(|held| !held.batch.has_full_snapshot)
            .count()
    }

    fn let_first_stretch_go(&mut self) {
        let end = self.second_stretch().min(self.held.len());
        for held in self.held.drain(..end) {
            self.size_bytes -= held.batch.size_bytes();
            self.let_go.push(held.number);
            self.let_go_count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND_MS: u64 = 1_000;

    fn batch(at_s: u64, has_full_snapshot: bool, size_bytes: usize) -> ClosedBatch {
        ClosedBatch {
            bytes: vec![0; size_bytes / 2],
            // What a batch carries beside its named form counts like it.
            complete: Some(vec![0; size_bytes - size_bytes / 2]),
            started_at_ms: at_s * SECOND_MS,
            has_full_snapshot,
        }
    }

    /// Ten minutes of a page: a batch every five seconds, a full snapshot every minute.
    fn ten_minutes(batch_bytes: usize) -> LookBack {
        let mut look_back = LookBack::default();
        for number in 0..120_u32 {
            let at_s = u64::from(number) * 5;
            look_back.push(number, batch(at_s, number % 12 == 0, batch_bytes));
            let first = look_back.held.first().unwrap();
            assert!(first.batch.has_full_snapshot, "after batch {number}");
        }
        look_back
    }

    #[test]
    fn at_least_the_last_five_minutes_are_kept_and_begin_with_a_snapshot() {
        let look_back = ten_minutes(1_000);
        let kept: Vec<u32> = look_back.held.iter().map(|held| held.number).collect();
        let newest_s = 119 * 5;
        let oldest_s = look_back.started_at_ms().unwrap() / SECOND_MS;
        assert!((300..360).contains(&(newest_s - oldest_s)), "{oldest_s}");
        assert_eq!(kept, (48..120).collect::<Vec<u32>>());
        assert_eq!(look_back.let_go_count(), 48);
    }

    #[test]
    fn memory_is_bounded_however_busy_the_page_is() {
        let mut look_back = ten_minutes(LOOK_BACK_BYTES_MAX / 20);
        assert!(look_back.size_bytes <= LOOK_BACK_BYTES_MAX);
        let size_bytes: usize = look_back
            .held
            .iter()
            .map(|held| held.batch.size_bytes())
            .sum();
        assert_eq!(look_back.size_bytes, size_bytes);
        let let_go = look_back.take_let_go();
        assert_eq!(let_go.len() + look_back.held.len(), 120);
        assert!(look_back.take_let_go().is_empty());
    }

    #[test]
    fn a_stretch_that_is_too_large_by_itself_is_let_go_with_all() {
        let mut look_back = LookBack::default();
        for number in 0..3 {
            look_back.push(
                number,
                batch(number.into(), number == 0, LOOK_BACK_BYTES_MAX / 2),
            );
        }
        assert!(look_back.is_empty());
        assert_eq!(look_back.take_let_go(), [0, 1, 2]);
        look_back.push(3, batch(3, true, 100));
        assert!(!look_back.is_empty());
    }

    #[test]
    fn what_an_earlier_page_held_stands_before_what_this_one_holds() {
        let mut look_back = LookBack::default();
        look_back.push(0, batch(100, true, 100));
        look_back.push(u32::MAX, batch(40, true, 100));
        look_back.push(u32::MAX - 1, batch(45, false, 100));
        let numbers: Vec<u32> = look_back
            .into_held()
            .iter()
            .map(|held| held.number)
            .collect();
        assert_eq!(numbers, [u32::MAX, u32::MAX - 1, 0]);
    }
}
