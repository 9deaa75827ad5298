use super::{element, events, id, node, snapshot};
use crate::limits::DOCUMENT_DEPTH_MAX;
use crate::node::{Content, Forest};
use crate::record::{Mutation, Record, Run};

/// Frames in each record of the test below, and records: more than fit on the stack one in another.
const FRAMES: u32 = 2_000;
const RECORDS: u32 = 3;

/// A record that puts documents with frames into each other, and all of them into a frame.
fn nest(frame: u32) -> Record<'static> {
    let mut forest = Forest::new();
    for number in 0..FRAMES {
        let document = frame + 1 + 2 * number;
        let is_last = number + 1 == FRAMES;
        forest.push(node(document, Content::Document, 1));
        forest.push(element(document + 1, "iframe", &[], u32::from(!is_last)));
    }
    Record::Mutation(Mutation {
        runs: vec![Run {
            parent: id(frame),
            previous: None,
            tree_count: 1,
        }],
        forest,
        ..Mutation::default()
    })
}

#[test]
fn frames_in_frames_are_shown_to_a_depth() {
    let first = 3;
    let page = snapshot(vec![element(first, "iframe", &[], 0)], 1);
    let records = (0..RECORDS).map(|number| nest(first + 2 * FRAMES * number));
    let events = events([page].into_iter().chain(records));
    let events = events.as_array().unwrap();
    let documents = events
        .iter()
        .filter(|event| event["data"]["isAttachIframe"] == true);
    assert_eq!(documents.count(), DOCUMENT_DEPTH_MAX - 1);
}
