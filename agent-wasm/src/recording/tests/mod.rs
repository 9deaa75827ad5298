use wire_format::limits::BITMAP_BYTES_MAX;
use wire_format::node::Content;
use wire_format::record::{DiscardReason, Record};
use wire_format::state::PrivacyMark;
use wire_format::summary::BatchSummary;
use wire_format::{BatchHeader, FlushReason, NodeId, OpenBatch, ViewId, WindowId};

use super::{Origin, Recording};
use crate::capture::op;
use crate::capture::script::Script;
use crate::privacy::{Level, Privacy};

mod batches;
mod canvases;
mod frames;
mod holding;
mod masking;
mod style_sheets;

const OLD_SESSION: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

fn recording() -> Recording {
    let privacy = Privacy {
        level: Level::MaskUserInput,
        ..Privacy::default()
    };
    recording_at(privacy)
}

fn recording_at(privacy: Privacy) -> Recording {
    recording_in(None, privacy)
}

/// A recording of a page that this frame shows.
fn recording_in(framed_by: Option<(WindowId, NodeId)>, privacy: Privacy) -> Recording {
    let origin = Origin {
        session: OLD_SESSION.parse().unwrap(),
        previous: None,
        window: "7c9e6679-7425-40de-944b-e07fc1f90ae7".parse().unwrap(),
        framed_by,
        origin_ms: 1_000_000,
        recorder_version: "0.1.0".to_owned(),
    };
    let mut views = 0;
    Recording::start(
        origin,
        privacy,
        Box::new(move || {
            views += 1;
            ViewId::from_bytes([views; 16])
        }),
    )
}

fn capture(recording: &mut Recording, script: &Script) {
    recording
        .capture(&script.ops, &script.lengths, &script.text)
        .unwrap();
}

/// A recording of a page with these entries below its body, nothing closed yet.
fn recording_of(entries: impl FnOnce(&mut Script) -> Vec<Vec<u32>>) -> Recording {
    let mut recording = recording();
    let mut script = Script::default();
    let entries = entries(&mut script);
    script.page(&entries);
    capture(&mut recording, &script);
    recording
}

fn close(recording: &mut Recording) -> Vec<OpenBatch> {
    recording.close_batch(FlushReason::Requested);
    recording
        .take_closed()
        .iter()
        .map(|closed| OpenBatch::open(&closed.batch.as_ref().unwrap().bytes).unwrap())
        .collect()
}

/// What is said after the batch so far is closed and these ops are captured.
fn said_next(recording: &mut Recording, ops: impl FnOnce(&mut Script)) -> Vec<String> {
    close(recording);
    let mut script = Script::default();
    ops(&mut script);
    capture(recording, &script);
    let batches = close(recording);
    batches
        .iter()
        .flat_map(|batch| {
            batch
                .records()
                .unwrap()
                .map(|record| format!("{:?}", record.unwrap().record))
        })
        .collect()
}

fn stored_bytes_contain(recording: &mut Recording, needle: &str) -> bool {
    close(recording).iter().any(|batch| {
        let all: String = batch
            .records()
            .unwrap()
            .map(|record| format!("{:?}", record.unwrap().record))
            .collect();
        all.contains(needle)
    })
}

#[test]
fn a_page_becomes_a_navigation_and_a_full_snapshot() {
    let mut recording = recording_of(|script| vec![script.text_node(3, 2, "Fish food")]);
    let batches = close(&mut recording);
    let header: &BatchHeader = batches[0].header();
    assert_eq!(
        (header.batch_index, header.started_at_ms, header.ended_at_ms),
        (0, 1_000_000, 1_000_002)
    );
    assert!(header.has_full_snapshot);
    let records: Vec<_> = batches[0]
        .records()
        .unwrap()
        .map(|record| record.unwrap().record)
        .collect();
    let [
        Record::Navigation { url, .. },
        Record::FullSnapshot(snapshot),
    ] = &records[..]
    else {
        panic!("{records:?}")
    };
    assert_eq!(url, "https://shop.example/cart");
    assert_eq!(
        snapshot.forest[2].content,
        Content::Text("Fish food".into())
    );
}

#[test]
fn slices_are_appended_behind_what_was_there() {
    let mut recording = recording();
    let mut script = Script::default();
    let url = script.string("https://shop.example/");
    script.op(op::DOCUMENT, 0, &[url, 800, 600]);
    let mut root = vec![0, 0, 1, 1, 0];
    root.extend(script.element(2, 1, "body", &[]));
    root.extend(script.text_node(3, 2, "one"));
    script.op(op::INSERT, 0, &root);
    for (id, text) in [(4, "two"), (5, "three")] {
        let mut slice = vec![2, op::APPEND];
        slice.extend(script.text_node(id, 2, text));
        script.op(op::INSERT, 0, &slice);
    }
    script.op(op::SNAPSHOT_COMPLETE, 0, &[]);
    capture(&mut recording, &script);
    let body = recording.mirror.node(NodeId::new(2).unwrap()).unwrap();
    assert_eq!(
        body.children()
            .map(|child| child.id().get())
            .collect::<Vec<_>>(),
        [3, 4, 5]
    );
}

#[test]
fn what_is_known_already_is_not_said_again() {
    let mut recording = recording_of(|script| {
        vec![
            script.element(3, 2, "p", &[("class", "a")]),
            script.text_node(4, 3, "x"),
        ]
    });
    let said = said_next(&mut recording, |script| {
        let (class, a, x) = (
            script.string("class"),
            script.string("a"),
            script.string("x"),
        );
        script.op(op::ATTRIBUTE, 5, &[3, class, a]);
        script.op(op::TEXT, 5, &[4, x]);
        script.op(op::MUTATION_END, 5, &[]);
    });
    assert!(said.is_empty(), "{said:?}");
}
