//! Sessions with windows in frames, from segments to what the dashboard gets.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use monitorme_decoder::{session, sheets::Sheets};
use serde_json::{Value, json};
use wire_format::batch::{BatchBuilder, BatchLabel};
use wire_format::node::{Content, Element, Namespace, Node};
use wire_format::record::{FullSnapshot, PointerAction, PointerActionKind, PointerKind, Record};
use wire_format::{FlushReason, NodeId, SessionId, ViewId, WindowId, segment};

const SHOP: u8 = 1;
const TILL: u8 = 2;
const BANK: u8 = 3;

/// The number of the frame on each page here.
const FRAME: u32 = 2;

fn window(number: u8) -> WindowId {
    WindowId::from_bytes([number; 16])
}

fn batch(number: u8, batch_index: u32, records: &[(u64, Record<'_>)]) -> Vec<u8> {
    let mut builder = BatchBuilder::default();
    for (at_ms, record) in records {
        builder.append(*at_ms, record);
    }
    let label = BatchLabel {
        session: SessionId::from_bytes([9; 16]),
        window: window(number),
        view: ViewId::from_bytes([number; 16]),
        batch_index,
        flush_reason: FlushReason::Stop,
        recorder_version: "1",
    };
    builder.seal(&label).unwrap()
}

fn decode(batches: &[Vec<u8>]) -> Value {
    let segments = segment::encode(batches.iter().map(Vec::as_slice)).unwrap();
    let session = session::decode(&segments, &Sheets::new()).unwrap();
    serde_json::from_str(&session.into_json()).unwrap()
}

fn id(number: u32) -> NodeId {
    NodeId::new(number).unwrap()
}

fn framed_by(outer: u8) -> Record<'static> {
    Record::FramedBy {
        window: window(outer),
        node: id(FRAME),
    }
}

/// A page that is a frame and nothing else.
fn page() -> Record<'static> {
    let node = |number, content, child_count| Node {
        id: id(number),
        content,
        child_count,
        states: Vec::new(),
    };
    let frame = Content::Element(Element {
        namespace: Namespace::Html,
        tag: "iframe".into(),
        attributes: Vec::new(),
    });
    Record::FullSnapshot(FullSnapshot {
        url: "https://shop.example/".into(),
        width: 800,
        height: 600,
        forest: vec![node(1, Content::Document, 1), node(FRAME, frame, 0)],
    })
}

fn click() -> Record<'static> {
    Record::PointerAction(PointerAction {
        kind: PointerActionKind::Click,
        node: Some(id(FRAME)),
        x: 1,
        y: 2,
        pointer: PointerKind::Mouse,
    })
}

/// Each window that plays by itself, with those in its frames.
fn windows(decoded: &Value) -> Value {
    let windows = decoded["windows"].as_array().unwrap();
    let ids = |window: &Value| json!([window["window_id"], window["joined_ids"]]);
    windows.iter().map(ids).collect()
}

fn named(number: u8) -> Value {
    json!(window(number).to_string())
}

#[test]
fn records_of_all_windows_of_a_tree_are_played_by_their_times() {
    let shop = [(10, page()), (30, click()), (60, click())];
    let till = [(20, framed_by(SHOP)), (20, page()), (40, click())];
    let till_later = [(50, click())];
    let decoded = decode(&[
        batch(TILL, 1, &till_later),
        batch(TILL, 0, &till),
        batch(SHOP, 0, &shop),
    ]);
    assert_eq!(windows(&decoded), json!([[named(SHOP), [named(TILL)]]]));
    let events = decoded["windows"][0]["events"].as_array().unwrap();
    let clicks = events.iter().filter(|event| event["data"]["source"] == 2);
    let clicks: Vec<_> = clicks
        .map(|event| (event["timestamp"].as_u64(), event["data"]["id"] == FRAME))
        .collect();
    assert_eq!(
        clicks,
        [
            (Some(30), true),
            (Some(40), false),
            (Some(50), false),
            (Some(60), true)
        ]
    );
}

#[test]
fn activities_keep_the_window_in_which_they_happened() {
    let decoded = decode(&[
        batch(SHOP, 0, &[(10, page()), (40, click())]),
        batch(
            TILL,
            0,
            &[(20, framed_by(SHOP)), (20, page()), (30, click())],
        ),
    ]);
    let activity = decoded["activity"].as_array().unwrap();
    let places = activity.iter().map(|entry| &entry["window_id"]);
    assert!(places.eq([&named(TILL), &named(SHOP)]));
}

#[test]
fn a_frame_in_a_frame_plays_in_the_outermost_window() {
    let decoded = decode(&[
        batch(BANK, 0, &[(20, framed_by(TILL)), (20, page())]),
        batch(TILL, 0, &[(20, framed_by(SHOP)), (20, page())]),
        batch(SHOP, 0, &[(10, page())]),
    ]);
    assert_eq!(
        windows(&decoded),
        json!([[named(SHOP), [named(TILL), named(BANK)]]])
    );
}

#[test]
fn a_window_plays_by_itself_if_the_one_around_it_cannot_be_shown() {
    let till = || batch(TILL, 0, &[(20, framed_by(SHOP)), (20, page())]);
    assert_eq!(windows(&decode(&[till()])), json!([[named(TILL), []]]));
    let without_snapshot = batch(SHOP, 0, &[(10, click())]);
    assert_eq!(
        windows(&decode(&[till(), without_snapshot])),
        json!([[named(SHOP), []], [named(TILL), []]])
    );
}

#[test]
fn windows_that_frame_each_other_play_by_themselves() {
    let page_in = |number, outer| batch(number, 0, &[(20, framed_by(outer)), (20, page())]);
    let circle = [
        page_in(SHOP, SHOP),
        page_in(TILL, BANK),
        page_in(BANK, TILL),
    ];
    let decoded = decode(&circle);
    assert_eq!(
        windows(&decoded),
        json!([[named(SHOP), []], [named(TILL), []], [named(BANK), []]])
    );
    for window in decoded["windows"].as_array().unwrap() {
        assert_eq!(window["events"][1]["type"], 2);
    }
}

#[test]
fn frames_are_followed_to_a_limit() {
    let deep = 20;
    let page_in = |number: u8| batch(number, 0, &[(20, framed_by(number - 1)), (20, page())]);
    let decoded = decode(&(1..=deep).map(page_in).collect::<Vec<_>>());
    let joined = decoded["windows"][0]["joined_ids"].as_array().unwrap();
    assert_eq!(joined.len(), wire_format::limits::FRAME_DEPTH_MAX - 1);
    let alone = decoded["windows"].as_array().unwrap().len() - 1;
    assert_eq!(alone + 1 + joined.len(), usize::from(deep));
}

#[test]
fn a_window_that_began_by_itself_stays_so() {
    let decoded = decode(&[
        batch(SHOP, 0, &[(10, page())]),
        batch(
            TILL,
            0,
            &[(10, page()), (20, framed_by(SHOP)), (30, page())],
        ),
    ]);
    assert_eq!(
        windows(&decoded),
        json!([[named(SHOP), []], [named(TILL), []]])
    );
}
