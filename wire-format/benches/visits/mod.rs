//! Batches as recorders send them: the pages of `tests/perf`, and what happens on pages.

mod page;
mod signals;

use wire_format::batch::{BatchBuilder, BatchLabel};
use wire_format::node::Forest;
use wire_format::record::{AttributeChange, FullSnapshot, Mutation, Record, Run, TextChange};
use wire_format::{FlushReason, NodeId, SessionId, ViewId, WindowId};

use page::Page;

/// When all of them begin.
const STARTED_AT_MS: u64 = 1_800_000_000_000;

/// How often the collector posts what it has read.
const POST_INTERVAL_MS: u64 = 100;

/// What is recorded in each, and the name of it.
pub(crate) fn all() -> Vec<(&'static str, Vec<Record<'static>>)> {
    vec![
        ("first snapshot, 1,000 nodes", vec![first_snapshot(1_000)]),
        ("first snapshot, 10,000 nodes", vec![first_snapshot(10_000)]),
        ("first snapshot, 50,000 nodes", vec![first_snapshot(50_000)]),
        ("50 mutations of a page", mutations()),
        ("a minute of pointer, console and requests", signals()),
    ]
}

/// The first snapshot of a page of so many nodes.
fn first_snapshot(nodes: usize) -> Record<'static> {
    let forest = Page::default().document(nodes);
    Record::FullSnapshot(FullSnapshot {
        url: "https://shop.example/".into(),
        width: 1280,
        height: 720,
        forest,
    })
}

/// Five seconds of a page that changes a lot: each record brings cards, takes some away, and changes
/// texts and attributes of others.
fn mutations() -> Vec<Record<'static>> {
    let mut page = Page::default();
    let main = NodeId::new(page.document(1_000).len() as u32).unwrap();
    let change = |number: u32| {
        let node = |offset: u32| NodeId::new(2 + (number * 37 + offset * 5) % 900).unwrap();
        let mut forest = Forest::new();
        let cards = 4;
        for _ in 0..cards {
            forest.extend(page.card());
        }
        Record::Mutation(Mutation {
            removed: (0..4).map(|offset| node(50 + offset)).collect(),
            runs: vec![Run {
                parent: main,
                previous: Some(node(7)),
                tree_count: cards,
            }],
            forest,
            attributes: (0..10)
                .map(|offset| AttributeChange {
                    node: node(offset),
                    name: "style".into(),
                    value: Some(format!("transform: translateX({}px)", number + offset).into()),
                })
                .collect(),
            texts: (0..10)
                .map(|offset| TextChange {
                    node: node(offset),
                    content: format!("{} left in stock", number * offset).into(),
                })
                .collect(),
        })
    };
    (0..50).map(change).collect()
}

/// A minute of a visitor who moves, clicks and scrolls on a page that logs and sends requests.
fn signals() -> Vec<Record<'static>> {
    (0..600).flat_map(signals::during).collect()
}

/// The batch of these records.
pub(crate) fn batch(records: &[Record<'_>]) -> Vec<u8> {
    let mut builder = BatchBuilder::default();
    for (time, record) in (0..).zip(records) {
        builder.append(STARTED_AT_MS + time * POST_INTERVAL_MS, record);
    }
    let label = BatchLabel {
        session: SessionId::from_bytes([1; 16]),
        window: WindowId::from_bytes([2; 16]),
        view: ViewId::from_bytes([3; 16]),
        batch_index: 0,
        flush_reason: FlushReason::BytesLimit,
        recorder_version: "0.1.0",
    };
    builder.seal(&label).unwrap()
}
