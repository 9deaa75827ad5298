//! Whenever a process ends, what its journal held is found again, and nothing else.

use std::collections::BTreeMap;

use proptest::prelude::*;
use wire_format::batch::BatchLabel;
use wire_format::record::Record;
use wire_format::{BatchBuilder, FlushReason, OpenBatch, SessionId, ViewId, WindowId};

use super::leftover::Leftover;
use super::log::{File, Log, Refused};
use crate::limits::JOURNAL_AGE_MS_MAX;

const NOW_MS: u64 = 1_800_000_000_000;

/// A file in memory that takes only so many bytes more, as if the process ended then.
#[derive(Debug)]
struct Memory {
    bytes: Vec<u8>,
    left: usize,
}

impl Memory {
    fn lasting(left: usize) -> Self {
        Self {
            bytes: Vec::new(),
            left,
        }
    }
}

impl File for &mut Memory {
    fn write(&mut self, at: usize, bytes: &[u8]) -> Result<(), Refused> {
        let written = bytes.len().min(self.left);
        self.left -= written;
        let end = at + written;
        self.bytes.resize(self.bytes.len().max(end), 0);
        self.bytes[at..end].copy_from_slice(&bytes[..written]);
        if written == bytes.len() {
            Ok(())
        } else {
            Err(Refused)
        }
    }

    fn read(&mut self, at: usize, length: usize) -> Result<Vec<u8>, Refused> {
        Ok(self.bytes[at..at + length].to_vec())
    }

    fn truncate(&mut self, length: usize) -> Result<(), Refused> {
        self.left = self.left.checked_sub(1).ok_or(Refused)?;
        self.bytes.truncate(length);
        Ok(())
    }
}

/// A batch that is filled chunk by chunk.
struct Filling {
    builder: BatchBuilder,
    records: usize,
}

impl Filling {
    fn chunk(&mut self, number: u32, at_ms: u64) -> Vec<u8> {
        let name = format!("record {} of batch {number}", self.records);
        self.records += 1;
        self.builder.append(
            at_ms,
            &Record::CustomEvent {
                name: name.into(),
                payload_json: None,
            },
        );
        let label = BatchLabel {
            session: SessionId::from_bytes([1; 16]),
            window: WindowId::from_bytes([2; 16]),
            view: ViewId::from_bytes([3; 16]),
            batch_index: number,
            flush_reason: FlushReason::PageExit,
            recorder_version: "0.1.0",
        };
        self.builder.take_chunk(&label).unwrap()
    }
}

/// What happens to a journal: a chunk of the last batch or of a new one, or the end of a batch.
#[derive(Clone, Copy, Debug)]
enum Step {
    Append,
    Begin,
    Finish(prop::sample::Index),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => Just(Step::Append),
        2 => Just(Step::Begin),
        2 => any::<prop::sample::Index>().prop_map(Step::Finish),
    ]
}

/// Does the steps until one is refused. Gives, for each batch that was not done, its number of whole chunks.
fn write(file: &mut Memory, steps: &[Step]) -> (BTreeMap<u32, usize>, Option<u32>) {
    let mut log = Log::new(file);
    let mut open: BTreeMap<u32, usize> = BTreeMap::new();
    let (mut number, mut filling) = (0, None);
    for step in steps {
        match step {
            Step::Append | Step::Begin => {
                if matches!(step, Step::Begin) || !open.contains_key(&number) {
                    number += 1;
                    filling = None;
                }
                let batch = filling.get_or_insert_with(|| Filling {
                    builder: BatchBuilder::default(),
                    records: 0,
                });
                let chunk = batch.chunk(number, NOW_MS);
                if log.append(number, &chunk).is_err() {
                    return (open, None);
                }
                *open.entry(number).or_default() += 1;
            }
            Step::Finish(which) => {
                let numbers: Vec<u32> = open.keys().copied().collect();
                if numbers.is_empty() {
                    continue;
                }
                let done = *which.get(&numbers);
                open.remove(&done);
                if log.finish(done).is_err() {
                    return (open, Some(done));
                }
                if open.is_empty() {
                    assert_eq!(log.size_bytes(), 0);
                }
            }
        }
    }
    (open, None)
}

/// The batches of a journal by number, with their records.
fn leftover(bytes: Vec<u8>) -> Vec<(u32, usize)> {
    let mut leftover = Leftover::open(bytes);
    std::iter::from_fn(|| leftover.next_batch(NOW_MS))
        .map(|batch| {
            let open = OpenBatch::open(&batch.bytes).unwrap();
            let records = open.records().unwrap().map(Result::unwrap).count();
            (open.header().batch_index, records)
        })
        .collect()
}

proptest! {
    #[test]
    fn what_was_written_is_found_in_order(steps in proptest::collection::vec(step(), 0..60)) {
        let mut file = Memory::lasting(usize::MAX);
        let (open, _) = write(&mut file, &steps);
        prop_assert_eq!(leftover(file.bytes), open.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn an_end_at_any_byte_costs_the_chunk_being_written(
        steps in proptest::collection::vec(step(), 1..60),
        end in any::<prop::sample::Index>(),
    ) {
        let mut whole = Memory::lasting(usize::MAX / 2);
        write(&mut whole, &steps);
        let mut file = Memory::lasting(end.index(usize::MAX / 2 - whole.left + 1));
        let (open, finishing) = write(&mut file, &steps);
        let found = leftover(file.bytes);
        for batch in &open {
            prop_assert!(found.contains(&(*batch.0, *batch.1)), "{batch:?} is not in {found:?}");
        }
        // What was done may come again, which the edge drops; what never was must not.
        prop_assert!(found.iter().all(|(number, _)| finishing.is_some() || open.contains_key(number)));
        prop_assert!(found.is_sorted());
    }

    #[test]
    fn damage_makes_nothing_that_was_not_written(
        steps in proptest::collection::vec(step(), 1..60),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut file = Memory::lasting(usize::MAX);
        write(&mut file, &steps);
        for (at, byte) in damage {
            if !file.bytes.is_empty() {
                let at = at.index(file.bytes.len());
                file.bytes[at] = byte;
            }
        }
        prop_assert!(leftover(file.bytes).is_sorted());
    }

    #[test]
    fn bytes_at_random_are_an_empty_journal(bytes in proptest::collection::vec(any::<u8>(), 0..500)) {
        prop_assert_eq!(leftover(bytes), []);
    }
}

#[test]
fn a_journal_that_is_acknowledged_in_time_stays_short() {
    let mut file = Memory::lasting(usize::MAX);
    let mut log = Log::new(&mut file);
    for batch in 0..1_000 {
        for _ in 0..10 {
            log.append(batch, &[7; 100]).unwrap();
        }
        if batch > 0 {
            log.finish(batch - 1).unwrap();
        }
        assert!(log.size_bytes() < 1_500);
    }
    assert!(file.bytes.len() < 3_000);
}

#[test]
fn batches_that_are_too_old_are_counted() {
    let mut file = Memory::lasting(usize::MAX);
    let mut log = Log::new(&mut file);
    for (number, at_ms) in [(1, NOW_MS - JOURNAL_AGE_MS_MAX - 1), (2, NOW_MS)] {
        log.append(number, &filling().chunk(number, at_ms)).unwrap();
    }
    let mut leftover = Leftover::open(file.bytes);
    assert!(leftover.next_batch(NOW_MS).is_some());
    assert!(leftover.next_batch(NOW_MS).is_none());
    assert_eq!(leftover.expired_count(), 1);
}

fn filling() -> Filling {
    Filling {
        builder: BatchBuilder::default(),
        records: 0,
    }
}

/// A journal that is held back, with two batches.
fn held_back(file: &mut Memory) -> Log<&mut Memory> {
    let mut log = Log::new(file);
    log.hold_back();
    for number in [0, 1] {
        log.append(number, &filling().chunk(number, NOW_MS))
            .unwrap();
    }
    log
}

#[test]
fn a_journal_is_held_back_until_it_is_released() {
    let mut file = Memory::lasting(usize::MAX);
    held_back(&mut file);
    assert!(Leftover::open(file.bytes).is_held_back());

    let mut file = Memory::lasting(usize::MAX);
    let mut log = held_back(&mut file);
    log.release().unwrap();
    // Space is given back: what says that it is released must stay.
    log.finish(0).unwrap();
    assert!(!Leftover::open(file.bytes.clone()).is_held_back());
    assert_eq!(leftover(file.bytes), [(1, 1)]);
}

#[test]
fn what_another_page_held_back_can_be_taken_into_a_journal() {
    let mut earlier = Memory::lasting(usize::MAX);
    held_back(&mut earlier);
    let mut earlier = Leftover::open(earlier.bytes);

    let mut file = Memory::lasting(usize::MAX);
    let mut log = held_back(&mut file);
    let mut open = filling();
    log.append(7, &open.chunk(7, NOW_MS)).unwrap();
    let mut taken = u32::MAX;
    while let Some(batch) = earlier.next_batch(NOW_MS) {
        taken -= 1;
        for chunk in earlier.chunks_of(&batch) {
            log.append(taken, chunk).unwrap();
        }
    }
    // The batch that this page was filling goes on behind them.
    log.append(7, &open.chunk(7, NOW_MS)).unwrap();
    log.finish(0).unwrap();
    assert_eq!(leftover(file.bytes), [(1, 1), (7, 2), (1, 1), (0, 1)]);
}
