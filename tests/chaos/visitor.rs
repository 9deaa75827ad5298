//! Somebody whose recorder has a bad line.

use std::thread;
use std::time::Duration;

use fastrand::Rng;
use wire_format::node::{Attribute, Content, Element, Namespace, Node};
use wire_format::record::{AttributeChange, Mutation, Record, Run};
use wire_format::{NodeId, SessionId, ViewId, WindowId};

use crate::line::{self, Fault, Reply};
use monitorme_tests::visit::{Visit, load, now_ms, page};

/// How often a batch is sent before the visitor gives up for now.
const ATTEMPTS: usize = 2;

/// How often a visitor that came back tries: nothing is wrong any more.
const PATIENT_ATTEMPTS: usize = 50;

/// A session with its batches, and what the edge said to them.
#[derive(Debug)]
pub(crate) struct Visitor {
    pub(crate) visit: Visit,
    pub(crate) batches: Vec<Vec<u8>>,
    /// Whether each of them has been acknowledged.
    pub(crate) acknowledged: Vec<bool>,
    /// Whether a later page sends what is left. The others never do.
    pub(crate) comes_back: bool,
    random: Rng,
}

impl Visitor {
    /// The visitor of this number, the same for the same seed.
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        let mut random = Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(number));
        let visit = Visit {
            session: SessionId::from_bytes(random.u128(..).to_le_bytes()),
            window: WindowId::from_bytes(random.u128(..).to_le_bytes()),
            view: ViewId::from_bytes(random.u128(..).to_le_bytes()),
            started_at_ms: now_ms() - 60_000,
        };
        let is_long = random.u8(..) < 50;
        let batches: Vec<_> = (0..random.u32(3..10))
            .map(|index| batch(&visit, index, is_long, &mut random))
            .collect();
        Self {
            acknowledged: vec![false; batches.len()],
            comes_back: random.u8(..) < 200,
            visit,
            batches,
            random,
        }
    }

    /// Sends every batch, some of them more than once, in any order.
    pub(crate) fn visit(&mut self, port: u16) {
        let mut order: Vec<usize> = (0..self.batches.len()).collect();
        order.extend((0..self.batches.len()).filter(|_| self.random.u8(..) < 100));
        self.random.shuffle(&mut order);
        for number in order {
            for _ in 0..ATTEMPTS {
                let fault = Fault::any(&mut self.random);
                if self.send(port, number, fault) {
                    break;
                }
                thread::sleep(Duration::from_millis(self.random.u64(10..100)));
            }
        }
    }

    /// Sends what has not been acknowledged, over a good line.
    pub(crate) fn come_back(&mut self, port: u16) {
        if !self.comes_back {
            return;
        }
        for number in 0..self.batches.len() {
            let is_over = self.acknowledged[number]
                || (0..PATIENT_ATTEMPTS).any(|_| {
                    let is_over = self.send(port, number, Fault::None);
                    if !is_over {
                        thread::sleep(Duration::from_millis(100));
                    }
                    is_over
                });
            assert!(
                is_over,
                "batch {number} of {} is not taken",
                self.visit.session
            );
        }
    }

    /// Whether the batch has been acknowledged.
    fn send(&mut self, port: u16, number: usize, fault: Fault) -> bool {
        let is_acknowledged = line::post(port, &self.batches[number], fault) == Reply::Acknowledged;
        self.acknowledged[number] |= is_acknowledged;
        is_acknowledged
    }
}

/// The first batch brings a page; each further one puts an element behind that of the one before.
fn batch(visit: &Visit, index: u32, is_long: bool, random: &mut Rng) -> Vec<u8> {
    let at_ms = visit.started_at_ms + u64::from(index) * 1_000;
    if index == 0 {
        return visit.batch_of(0, &[(at_ms, page()), (at_ms, load())]);
    }
    let text: String = if is_long {
        // Nothing that compression could make small.
        (0..random.usize(40_000..120_000))
            .map(|_| random.alphanumeric())
            .collect()
    } else {
        format!("number {index}")
    };
    let id = |number| NodeId::new(number).unwrap();
    let element = |batch: u32| id(10 + 2 * batch);
    let node = |id, content, child_count| Node {
        id,
        content,
        child_count,
        states: Vec::new(),
    };
    let paragraph = Content::Element(Element {
        namespace: Namespace::Html,
        tag: "p".into(),
        attributes: vec![Attribute {
            name: "id".into(),
            value: index.to_string().into(),
        }],
    });
    let mutation = Mutation {
        removed: Vec::new(),
        runs: vec![Run {
            parent: id(3),
            previous: Some(if index == 1 {
                id(4)
            } else {
                element(index - 1)
            }),
            tree_count: 1,
        }],
        forest: vec![
            node(element(index), paragraph, 1),
            node(id(11 + 2 * index), Content::Text(text.into()), 0),
        ],
        attributes: vec![AttributeChange {
            node: id(4),
            name: "class".into(),
            value: Some(format!("seen-{index}").into()),
        }],
        texts: Vec::new(),
    };
    visit.batch_of(index, &[(at_ms, Record::Mutation(mutation))])
}
