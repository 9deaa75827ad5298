use wire_format::limits::BITMAP_BYTES_MAX;
use wire_format::node::Content;
use wire_format::record::{DiscardReason, Record};
use wire_format::state::PrivacyMark;
use wire_format::summary::BatchSummary;
use wire_format::{BatchHeader, FlushReason, NodeId, OpenBatch, ViewId};

use super::{Origin, Recording};
use crate::capture::op;
use crate::capture::script::Script;
use crate::privacy::{Level, Privacy};

mod holding;
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
    let origin = Origin {
        session: OLD_SESSION.parse().unwrap(),
        previous: None,
        window: "7c9e6679-7425-40de-944b-e07fc1f90ae7".parse().unwrap(),
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
fn what_a_visitor_types_is_masked_everywhere() {
    let secret = "12 Elm Street";
    let mut recording = recording_of(|script| {
        let input = script.element(3, 2, "input", &[("type", "text"), ("value", secret)]);
        let mut area = script.element(4, 2, "textarea", &[]);
        area[0] |= 1 << 24;
        area.extend([1, script.string(secret)]);
        let text = script.text_node(5, 4, secret);
        let marked = script.marked(6, 2, "p", PrivacyMark::Mask);
        let address = script.text_node(7, 6, secret);
        vec![input, area, text, marked, address]
    });
    assert!(!stored_bytes_contain(&mut recording, "Elm"));

    let mut script = Script::default();
    let value = script.string(secret);
    script.op(op::INPUT, 10, &[3, 1, value]);
    let name = script.string("value");
    script.op(op::ATTRIBUTE, 11, &[3, name, value]);
    script.op(op::TEXT, 11, &[5, value, 7, value]);
    let mut insert = vec![6, 7];
    insert.extend(script.text_node(8, 6, secret));
    script.op(op::INSERT, 11, &insert);
    capture(&mut recording, &script);
    assert!(!stored_bytes_contain(&mut recording, "Elm"));
}

#[test]
fn what_moves_into_a_marked_element_is_masked_as_it_changes() {
    let secret = "12 Elm Street";
    let mut recording = recording_of(|script| {
        let wrapper = script.element(3, 2, "div", &[]);
        let text = script.text_node(4, 3, "address");
        let marked = script.marked(5, 2, "p", PrivacyMark::Mask);
        vec![wrapper, text, marked]
    });
    let mut script = Script::default();
    let value = script.string(secret);
    script.op(op::REMOVE, 9, &[3]);
    script.op(op::INSERT, 9, &[5, 0, 16, 3, 5]);
    let mut insert = vec![3, 4];
    insert.extend(script.text_node(6, 3, secret));
    script.op(op::INSERT, 9, &insert);
    script.op(op::TEXT, 9, &[4, value]);
    script.op(op::MUTATION_END, 9, &[]);
    capture(&mut recording, &script);
    assert!(!stored_bytes_contain(&mut recording, "Elm"));
}

#[test]
fn what_is_below_a_marked_frame_is_masked_in_its_document() {
    let secret = "12 Elm Street";
    let mut recording = recording_of(|script| {
        let frame = script.marked(3, 2, "iframe", PrivacyMark::Mask);
        let address = script.string("about:srcdoc");
        let document = vec![1 | (1 << 24), 4, 3, 11, address];
        let body = script.element(5, 4, "body", &[]);
        let text = script.text_node(6, 5, secret);
        let template = script.element(7, 5, "template", &[]);
        let content = vec![11, 8, 7];
        let hidden = script.text_node(9, 8, secret);
        vec![frame, document, body, text, template, content, hidden]
    });
    assert!(!stored_bytes_contain(&mut recording, "Elm"));
    let body = recording.mirror.node(NodeId::new(5).unwrap()).unwrap();
    assert_eq!(body.and_ancestors().count(), 5);
}

#[test]
fn texts_of_scripts_stay_in_the_page() {
    let mut recording = recording_of(|script| {
        let state = script.element(3, 2, "script", &[("type", "application/json")]);
        vec![state, script.text_node(4, 3, "{\"user\":\"Marge\"}")]
    });
    assert!(!stored_bytes_contain(&mut recording, "Marge"));
}

#[test]
fn labels_of_buttons_are_not_masked() {
    let mut recording = recording_of(|script| {
        vec![script.element(3, 2, "input", &[("type", "submit"), ("value", "Buy now")])]
    });
    assert!(stored_bytes_contain(&mut recording, "Buy now"));
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

#[test]
fn a_navigation_begins_a_view_and_counts_batches_anew() {
    let mut recording = recording_of(|_| Vec::new());
    close(&mut recording);
    let mut script = Script::default();
    let url = script.string("https://shop.example/checkout");
    script.op(op::SCROLL, 9, &[1, 0, 50]);
    script.op(op::NAVIGATION, 10, &[2, url]);
    capture(&mut recording, &script);
    let batches = close(&mut recording);
    let headers: Vec<_> = batches
        .iter()
        .map(|batch| {
            (
                batch.header().view,
                batch.header().batch_index,
                batch.header().flush_reason,
            )
        })
        .collect();
    let (first, second) = (ViewId::from_bytes([1; 16]), ViewId::from_bytes([2; 16]));
    assert_eq!(
        headers,
        [
            (first, 1, FlushReason::ViewChange),
            (second, 0, FlushReason::Requested)
        ]
    );
}

#[test]
fn what_is_known_before_the_page_is_read_belongs_to_its_first_view() {
    let mut recording = recording();
    let mut script = Script::default();
    let name = script.string("early");
    script.op(op::CUSTOM_EVENT, 1, &[name, 0]);
    script.page(&[]);
    capture(&mut recording, &script);
    let batches = close(&mut recording);
    let first = batches.first().unwrap();
    assert_eq!((batches.len(), first.header().batch_index), (1, 0));
    assert!(matches!(
        first.records().unwrap().next().unwrap().unwrap().record,
        Record::CustomEvent { .. }
    ));
}

#[test]
fn a_new_session_can_be_played_on_its_own() {
    let mut recording = recording_of(|script| vec![script.text_node(3, 2, "Fish food")]);
    close(&mut recording);
    let session = "11111111-2222-4333-8444-555555555555".parse().unwrap();
    recording.renew_session(session, Some(OLD_SESSION.parse().unwrap()), 2_000_000);
    let batches = close(&mut recording);
    assert_eq!(batches[0].header().session, session);
    assert_eq!(
        BatchSummary::of(&batches[0]).unwrap().previous_session,
        Some(OLD_SESSION.parse().unwrap())
    );
    assert!(batches[0].header().has_full_snapshot);
    assert_eq!(batches[0].header().batch_index, 0);
}

#[test]
fn a_loss_is_told_and_followed_by_a_full_snapshot() {
    let mut recording = recording_of(|_| Vec::new());
    close(&mut recording);
    recording.report_discarded(1_000_500, DiscardReason::OutboxFull, 3);
    let batches = close(&mut recording);
    let records: Vec<_> = batches[0]
        .records()
        .unwrap()
        .map(|record| record.unwrap().record)
        .collect();
    assert_eq!(
        records[0],
        Record::Discarded {
            reason: DiscardReason::OutboxFull,
            count: 3
        }
    );
    assert!(matches!(records[1], Record::FullSnapshot(_)));
}

#[test]
fn a_large_batch_is_closed_at_once() {
    let mut recording = recording_of(|_| Vec::new());
    let mut script = Script::default();
    let mut insert = vec![2, 0];
    for id in 10..4_010 {
        insert.extend(script.text_node(
            id,
            2,
            &format!("line {id} of a long page that never ends, it seems"),
        ));
    }
    script.op(op::INSERT, 5, &insert);
    capture(&mut recording, &script);
    let closed = recording.take_closed();
    assert_eq!(closed.len(), 1);
    assert_eq!(
        BatchHeader::peek(&closed[0].batch.as_ref().unwrap().bytes)
            .unwrap()
            .flush_reason,
        FlushReason::BytesLimit
    );
    assert!(!recording.has_open_batch());
}

#[test]
fn the_chunks_of_a_recording_are_its_batches() {
    let mut recording = recording();
    recording.keep_chunks(true);
    let mut script = Script::default();
    script.page(&[]);
    capture(&mut recording, &script);
    let mut chunks = recording.take_chunks();
    for at in [10, 20] {
        let mut script = Script::default();
        script.op(op::VISIBILITY, at, &[1]);
        capture(&mut recording, &script);
        recording.close_batch(FlushReason::PageExit);
    }
    chunks.extend(recording.take_chunks());
    for closed in recording.take_closed() {
        let of_batch = chunks.iter().filter(|chunk| chunk.batch == closed.number);
        let joined = wire_format::batch::join(of_batch.map(|chunk| chunk.bytes.as_slice()));
        assert_eq!(joined, closed.batch.map(|batch| batch.bytes));
    }
    assert_eq!(
        chunks.len(),
        3,
        "one when asked, one at the end of each batch"
    );
}

#[test]
fn an_old_full_snapshot_is_written_anew_at_the_beginning_of_a_batch() {
    let mut recording = recording_of(|script| vec![script.text_node(3, 2, "cat")]);
    let interval = crate::limits::SNAPSHOT_INTERVAL_MS as u32;
    let change = |script: &mut Script, at: u32, text: &str| {
        let content = script.string(text);
        script.op(op::TEXT, at, &[3, content]);
        script.op(op::MUTATION_END, at, &[]);
    };
    let kinds = |said: Vec<String>| -> Vec<String> {
        said.iter()
            .map(|record| record.split('(').next().unwrap().to_owned())
            .collect()
    };
    let early = said_next(&mut recording, |script| change(script, interval, "dog"));
    assert_eq!(kinds(early), ["Mutation"]);
    let due = said_next(&mut recording, |script| {
        change(script, interval + 2, "fish");
        change(script, interval + 3, "bird");
    });
    assert_eq!(kinds(due.clone()), ["FullSnapshot", "Mutation", "Mutation"]);
    assert!(due[0].contains("dog"), "{}", due[0]);
}

/// A recording of a page with a canvas, 4, in an element, 3, with this mark.
fn recording_of_canvas(mark: PrivacyMark) -> Recording {
    recording_of(|script| {
        vec![
            script.marked(3, 2, "div", mark),
            script.element(4, 3, "canvas", &[]),
        ]
    })
}

fn capture_bitmap(recording: &mut Recording, size_bytes: usize) -> Vec<String> {
    close(recording);
    recording.capture_bitmap(9, NodeId::new(4).unwrap(), vec![7; size_bytes]);
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

#[test]
fn the_last_picture_of_a_canvas_is_part_of_the_next_snapshot() {
    let mut recording = recording_of_canvas(PrivacyMark::Allow);
    assert_eq!(capture_bitmap(&mut recording, 3).len(), 1);
    assert!(
        capture_bitmap(&mut recording, 3).is_empty(),
        "the same again"
    );
    recording.renew_session(
        "11111111-2222-4333-8444-555555555555".parse().unwrap(),
        None,
        2_000_000,
    );
    assert!(stored_bytes_contain(&mut recording, "Bitmap([7, 7, 7])"));
}

#[test]
fn a_picture_that_is_too_large_is_counted() {
    let mut recording = recording_of_canvas(PrivacyMark::Allow);
    let said = capture_bitmap(&mut recording, BITMAP_BYTES_MAX + 1);
    assert_eq!(said, ["Discarded { reason: BitmapTooLarge, count: 1 }"]);
}

#[test]
fn a_masked_canvas_shows_nothing() {
    let mut recording = recording_of_canvas(PrivacyMark::Mask);
    assert!(capture_bitmap(&mut recording, 3).is_empty());
}

#[test]
fn what_is_written_into_an_editor_is_masked() {
    let mut recording = recording_of(|script| {
        vec![
            script.element(3, 2, "div", &[("contenteditable", "")]),
            script.text_node(4, 3, "12 Elm Street"),
        ]
    });
    let said = said_next(&mut recording, |script| {
        let text = script.string("13 Elm Street");
        script.op(op::TEXT, 5, &[4, text]);
    });
    assert!(said.is_empty(), "{said:?}");
    assert!(!stored_bytes_contain(&mut recording, "Elm"));
}
