//! A visitor as a recorder sees one: a session with batches that are different each time.

use std::hash::{BuildHasher, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

use wire_format::batch::BatchLabel;
use wire_format::node::{Attribute, Content, Element, Namespace, Node};
use wire_format::record::{
    ErrorOrigin, FullSnapshot, NavigationKind, PageError, PointerAction, PointerActionKind,
    PointerKind, Record,
};
use wire_format::{BatchBuilder, FlushReason, NodeId, SessionId, ViewId, WindowId, segment};

use crate::client::Client;

/// One view of a new session.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The session.
    pub session: SessionId,
    /// The tab.
    pub window: WindowId,
    /// The view in it.
    pub view: ViewId,
    /// When the first batch begins, in milliseconds since the Unix epoch.
    pub started_at_ms: u64,
}

/// Milliseconds between the batches of a visit.
const BATCH_INTERVAL_MS: u64 = 1_000;

impl Visit {
    /// A session that began a minute ago.
    pub fn begin() -> Self {
        Self {
            session: SessionId::from_bytes(random_bytes()),
            window: WindowId::from_bytes(random_bytes()),
            view: ViewId::from_bytes(random_bytes()),
            started_at_ms: now_ms() - 60_000,
        }
    }

    /// The same session in another tab.
    pub fn in_another_window(&self) -> Self {
        let window = WindowId::from_bytes(random_bytes());
        let view = ViewId::from_bytes(random_bytes());
        Self {
            window,
            view,
            ..self.clone()
        }
    }

    /// A batch of the visit: the first brings the page, each of the others a click.
    pub fn batch(&self, batch_index: u32) -> Vec<u8> {
        let at_ms = self.started_at_ms + u64::from(batch_index) * BATCH_INTERVAL_MS;
        match batch_index {
            0 => self.batch_of(0, &[(at_ms, page()), (at_ms, load())]),
            _ => self.batch_of(batch_index, &[(at_ms, click())]),
        }
    }

    /// The first `count` batches.
    pub fn batches(&self, count: u32) -> Vec<Vec<u8>> {
        (0..count)
            .map(|batch_index| self.batch(batch_index))
            .collect()
    }

    /// A batch that compression cannot make smaller than about this.
    pub fn large_batch(&self, batch_index: u32, size_bytes: usize) -> Vec<u8> {
        let at_ms = self.started_at_ms + u64::from(batch_index) * BATCH_INTERVAL_MS;
        let noise = noise(size_bytes);
        let event = Record::CustomEvent {
            name: "noise".into(),
            payload_json: Some(noise.into()),
        };
        self.batch_of(batch_index, &[(at_ms, event)])
    }

    /// A batch of these records.
    pub fn batch_of(&self, batch_index: u32, records: &[(u64, Record<'_>)]) -> Vec<u8> {
        let mut builder = BatchBuilder::default();
        for (at_ms, record) in records {
            builder.append(*at_ms, record);
        }
        let label = BatchLabel {
            session: self.session,
            window: self.window,
            view: self.view,
            batch_index,
            flush_reason: FlushReason::DurationLimit,
            recorder_version: "0.1.0",
        };
        builder.seal(&label).unwrap()
    }

    /// The address of the session in the query API.
    pub fn path(&self) -> String {
        format!("/api/sessions/{}", self.session)
    }

    /// Every batch that is stored of the session, as it was sent, in an order that can be compared.
    pub fn stored_batches(&self, owner: &Client) -> Vec<Vec<u8>> {
        let answer = owner.get(&format!("{}/records", self.path()));
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, Some("application/octet-stream"))
        );
        let entries = segment::split_all(&answer.body).unwrap();
        sorted(
            entries
                .into_iter()
                .map(|(_, batch)| batch.to_vec())
                .collect(),
        )
    }
}

/// Batches in an order that can be compared.
pub fn sorted(mut batches: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    batches.sort();
    batches
}

/// Milliseconds since the Unix epoch.
pub fn now_ms() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_millis() as u64
}

/// Records of a page that a person could have visited.
pub fn page() -> Record<'static> {
    let node = |id, content, child_count| Node {
        id: NodeId::new(id).unwrap(),
        content,
        child_count,
        states: Vec::new(),
    };
    let element = |tag: &'static str, attributes| {
        Content::Element(Element {
            namespace: Namespace::Html,
            tag: tag.into(),
            attributes,
        })
    };
    let class = Attribute {
        name: "class".into(),
        value: "product".into(),
    };
    let forest = vec![
        node(1, Content::Document, 1),
        node(2, element("html", Vec::new()), 1),
        node(3, element("body", Vec::new()), 1),
        node(4, element("button", vec![class]), 1),
        node(5, Content::Text("Into the cart".into()), 0),
    ];
    Record::FullSnapshot(FullSnapshot {
        url: "https://shop.example/dogs".into(),
        width: 1280,
        height: 720,
        forest,
    })
}

/// The page has loaded.
pub fn load() -> Record<'static> {
    Record::Navigation {
        how: NavigationKind::Load,
        url: "https://shop.example/dogs".into(),
    }
}

/// The visitor clicks on the button of the page.
pub fn click() -> Record<'static> {
    Record::PointerAction(PointerAction {
        kind: PointerActionKind::Click,
        node: NodeId::new(4),
        x: 100,
        y: 200,
        pointer: PointerKind::Mouse,
    })
}

/// A script of the page fails.
pub fn page_error() -> Record<'static> {
    Record::PageError(PageError {
        origin: ErrorOrigin::Uncaught,
        message: "cart is undefined".into(),
        source: "https://shop.example/shop.js".into(),
        line: 12,
        column: 7,
        name: None,
        frames: Vec::new(),
        causes: Vec::new(),
    })
}

fn random_bytes() -> [u8; 16] {
    let random = || RandomState::new().hash_one(0).to_le_bytes();
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&random());
    bytes[8..].copy_from_slice(&random());
    bytes
}

/// Text without any pattern.
pub fn noise(length: usize) -> String {
    let hasher = RandomState::new();
    let mut noise = String::with_capacity(length + 16);
    for number in 0_u64.. {
        if noise.len() >= length {
            break;
        }
        noise.push_str(&format!("{:016x}", hasher.hash_one(number)));
    }
    noise
}
