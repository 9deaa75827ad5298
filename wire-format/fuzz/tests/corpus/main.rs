//! The inputs that were worth keeping, and changes of them, on the compiler of everything else.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

#[path = "../../../tests/arbitrary/mod.rs"]
mod arbitrary;
mod mutation;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;

use arbitrary::{batch, timed_records};
use fastrand::Rng;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use wire_format::{OpenBatch, Record};
use wire_format_fuzz::TARGETS;
use wire_format_fuzz::input::Input;

/// Changes of each input that are tried: a few seconds' worth in all.
const CHANGES: usize = 50;

/// The inputs in the same order on every machine.
fn corpus() -> Vec<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let files: BTreeSet<PathBuf> = files.collect();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn assert_harmless(input: &[u8]) {
    for (name, target) in TARGETS {
        let outcome = catch_unwind(|| target(input));
        assert!(outcome.is_ok(), "{name} of {input:02x?}");
    }
}

#[test]
fn nothing_that_was_kept_does_harm() {
    corpus().iter().for_each(|input| assert_harmless(input));
}

#[test]
fn changes_of_what_was_kept_do_no_harm() {
    let inputs = corpus();
    let mut random = Rng::with_seed(0);
    for input in &inputs {
        for _ in 0..CHANGES {
            let other = &inputs[random.usize(..inputs.len())];
            assert_harmless(&mutation::mutate(input, other, &mut random));
        }
    }
}

/// What there is in records, as far as a reader has code of its own for it.
#[derive(Debug, Default)]
struct Kinds(BTreeSet<String>);

impl Kinds {
    fn add_batch(&mut self, bytes: &[u8]) {
        let Ok(batch) = OpenBatch::open(bytes) else {
            return;
        };
        for timed in batch.records().into_iter().flatten().flatten() {
            self.add(&timed.record);
        }
    }

    fn add(&mut self, record: &Record<'_>) {
        self.insert("record", record);
        let forest = match record {
            Record::FullSnapshot(snapshot) => snapshot.forest.as_slice(),
            Record::Mutation(mutation) => &mutation.forest,
            Record::State { state, .. } | Record::Input { state, .. } => {
                return self.insert("state", state);
            }
            _ => &[],
        };
        for node in forest {
            self.insert("node", &node.content);
            node.states
                .iter()
                .for_each(|state| self.insert("state", state));
        }
    }

    fn insert(&mut self, what: &str, value: &impl Debug) {
        let text = format!("{value:?}");
        let variant = text.split(|char: char| !char.is_alphanumeric()).next();
        self.0.insert(format!("{what} {}", variant.unwrap()));
    }
}

#[test]
fn the_corpus_gets_to_every_kind_of_record_node_and_state() {
    let mut known = Kinds::default();
    let mut runner = TestRunner::deterministic();
    for _ in 0..500 {
        let records = timed_records().new_tree(&mut runner).unwrap().current();
        known.add_batch(&batch(&records));
    }
    let mut reached = Kinds::default();
    for input in corpus() {
        Input::batch(&input)
            .iter()
            .for_each(|batch| reached.add_batch(batch));
    }
    let missed: Vec<_> = known.0.difference(&reached.0).collect();
    assert!(missed.is_empty(), "misses {missed:?}; see docs/fuzzing.md");
}
