//! Writes a batch of about so many bytes to standard output, for load tests:
//! `load-batch <BYTES>`.
//!
//! It holds what a busy page sends: new elements with attributes and texts. Session, window and view are
//! runs of one byte, so that whoever sends it can put others in their place.

#![allow(clippy::expect_used, reason = "a tool of the tests may fail loudly")]

use std::env;
use std::io::{self, Write};

use fastrand::Rng;
use monitorme_tests::visit::{Visit, now_ms, page};
use wire_format::node::{Attribute, Content, Element, Namespace, Node};
use wire_format::record::{Mutation, Record, Run};
use wire_format::{NodeId, SessionId, ViewId, WindowId};

/// Bytes of one element in a batch, about.
const ELEMENT_BYTES: usize = 50;

fn main() {
    let size_bytes: usize = env::args()
        .nth(1)
        .and_then(|size| size.parse().ok())
        .expect("load-batch <BYTES>");
    let mut count = size_bytes / ELEMENT_BYTES;
    let mut batch = batch_of(count);
    // Sizes grow with the number of elements, so that two steps come close enough.
    for _ in 0..2 {
        count = count * size_bytes / batch.len();
        batch = batch_of(count);
    }
    io::stdout().write_all(&batch).expect("standard output");
}

fn batch_of(element_count: usize) -> Vec<u8> {
    let visit = Visit {
        session: SessionId::from_bytes([0xa1; 16]),
        window: WindowId::from_bytes([0xa2; 16]),
        view: ViewId::from_bytes([0xa3; 16]),
        started_at_ms: now_ms(),
    };
    let mut random = Rng::with_seed(1);
    let word = |random: &mut Rng| -> String {
        (0..random.usize(3..10))
            .map(|_| random.lowercase())
            .collect()
    };
    let id = |number: usize| NodeId::new(number as u32).expect("a node id");
    let mut forest = Vec::new();
    for number in 0..element_count {
        let attribute = |name: &'static str, value: String| Attribute {
            name: name.into(),
            value: value.into(),
        };
        let element = Content::Element(Element {
            namespace: Namespace::Html,
            tag: "li".into(),
            attributes: vec![
                attribute("class", format!("item item-{}", number % 7)),
                attribute("data-name", word(&mut random)),
            ],
        });
        let text: Vec<_> = (0..5).map(|_| word(&mut random)).collect();
        let node = |id, content, child_count| Node {
            id,
            content,
            child_count,
            states: Vec::new(),
        };
        forest.push(node(id(10 + 2 * number), element, 1));
        forest.push(node(
            id(11 + 2 * number),
            Content::Text(text.join(" ").into()),
            0,
        ));
    }
    let mutation = Mutation {
        removed: Vec::new(),
        runs: vec![Run {
            parent: id(3),
            previous: Some(id(4)),
            tree_count: element_count as u32,
        }],
        forest,
        attributes: Vec::new(),
        texts: Vec::new(),
    };
    let at_ms = visit.started_at_ms;
    visit.batch_of(0, &[(at_ms, page()), (at_ms, Record::Mutation(mutation))])
}
