//! What the edge takes out of batches before it stores them, by the rules of their project.

use serde_json::{Value, json};
use wire_format::node::{Attribute, Content, Element, Namespace, Node, Text};
use wire_format::record::*;
use wire_format::state::State;
use wire_format::{NodeId, OpenBatch};

use monitorme_tests::client::Client;
use monitorme_tests::edge::{SHOP_ORIGIN, alone, shared};
use monitorme_tests::visit::{Visit, click};

/// Stands where a name announces a secret.
const SECRET: &str = "canaryZQsecret";
const CARD: &str = "4242 4242 4242 4242";
const EMAIL: &str = "canary@example.com";
/// What the visitor saw stays, also if a program said the same.
const SEEN: &str = "password: shown";

/// Makes a project of this name with these rules, and a key for it.
fn make_project(owner: &Client, name: &str, rules: &Value) {
    let settings = json!({ "sampleRate": 0.5, "scrubbing": rules });
    owner.put_project(name, &json!({ "name": name, "settings": settings }));
    owner.put_key(name, &format!("mm_ingest_{name}"), &[SHOP_ORIGIN]);
}

#[test]
fn nothing_private_reaches_any_store() {
    let edge = alone();
    let (client, owner) = (edge.client(), edge.owner());
    let visit = Visit::begin();
    assert_eq!(client.post_batch(&batch(&visit)).status, 202);
    let said = everything_said(&visit, &owner);
    for private in [SECRET, CARD] {
        assert!(!said.contains(private), "{private} in {said}");
        assert!(!edge.stores().hold(private), "{private}");
    }
    for kept in [EMAIL, SEEN, "page=2", "Springfield"] {
        assert!(said.contains(kept), "{kept} in {said}");
    }

    make_project(&owner, "own", &json!({ "emails": true, "keys": ["city*"] }));
    let said = everything_said(&send(&client, "own"), &owner);
    for private in [SECRET, CARD, EMAIL, "Springfield"] {
        assert!(!said.contains(private), "{private} in {said}");
    }

    make_project(
        &owner,
        "open",
        &json!({ "secrets": false, "cardNumbers": false }),
    );
    let open = send(&client, "open");
    assert_eq!(open.stored_batches(&owner), [batch(&open)]);
    assert!(edge.stores().hold(SECRET), "the search finds what is there");
}

#[test]
fn a_scrubbed_batch_that_comes_twice_is_stored_once() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let status = |batch: &[u8]| client.post_batch(batch).json()["status"].clone();
    assert_eq!(status(&batch(&visit)), "accepted");
    assert_eq!(status(&batch(&visit)), "duplicate");
    let stored = visit.stored_batches(&owner);
    assert_eq!(stored.len(), 1);
    let [sent, stored] = [&batch(&visit), &stored[0]].map(|bytes| OpenBatch::open(bytes).unwrap());
    assert_eq!(sent.header(), stored.header());
}

#[test]
fn rules_are_for_the_owner_and_not_for_recorders() {
    let edge = shared();
    let owner = edge.owner();
    let rules = json!({ "secrets": true, "keys": ["iban*"], "cardNumbers": true, "emails": false });
    make_project(&owner, "careful", &rules);
    let list = owner.get("/api/projects").json();
    let projects = list["projects"].as_array().unwrap();
    let careful = projects.iter().find(|project| project["id"] == "careful");
    assert_eq!(careful.unwrap()["settings"]["scrubbing"], rules);
    let path = "/v1/settings?ingest_key=mm_ingest_careful";
    let told = edge
        .client()
        .send("GET", path, &[("origin", SHOP_ORIGIN)], ());
    assert_eq!(
        told.json(),
        json!({ "sampleRate": 0.5, "origins": [SHOP_ORIGIN] })
    );
}

/// Sends the batch of a new visit with the key of this name.
fn send(client: &Client, name: &str) -> Visit {
    let visit = Visit::begin();
    let key = format!("mm_ingest_{name}");
    let answer = client.post_batch_as(Some(&key), Some(SHOP_ORIGIN), &batch(&visit));
    assert_eq!(answer.status, 202, "{answer:?}");
    visit
}

/// The session in the index and all records as they are stored.
fn everything_said(visit: &Visit, owner: &Client) -> String {
    let mut said = owner.get(&visit.path()).json().to_string();
    for batch in visit.stored_batches(owner) {
        let open = OpenBatch::open(&batch).unwrap();
        for record in open.records().unwrap() {
            said.push_str(&format!("{:?}\n", record.unwrap()));
        }
    }
    said
}

fn batch(visit: &Visit) -> Vec<u8> {
    let records: Vec<_> = private_records()
        .into_iter()
        .chain([click()])
        .map(|record| (visit.started_at_ms, record))
        .collect();
    visit.batch_of(0, &records)
}

/// An address with something private in each of its parts.
fn address() -> Text<'static> {
    format!(
        "https://marge:{SECRET}@shop.example/pay/{CARD}?page=2&token={SECRET}#access_token={SECRET}"
    )
    .replace(' ', "%20")
    .into()
}

/// A text with something private in each way that is told.
fn text() -> Text<'static> {
    format!("{EMAIL} failed: {{password: \"{SECRET}\", card: \"{CARD}\", id: 7}}").into()
}

fn json_text() -> Text<'static> {
    format!(
        r#"{{"api_key":"{SECRET}","n":"{CARD}","mail":"{EMAIL}","city":"Springfield","inner":"{{\"cvc\":\"{SECRET}\"}}"}}"#
    )
    .into()
}

fn node(number: u32) -> NodeId {
    NodeId::new(number).unwrap()
}

/// A record of every kind that holds an address or the words of a program.
fn private_records() -> Vec<Record<'static>> {
    let frames = || {
        vec![StackFrame {
            function: "pay".into(),
            url: address(),
            line: 1,
            column: 2,
        }]
    };
    vec![
        snapshot(),
        Record::Mutation(Mutation {
            attributes: vec![AttributeChange {
                node: node(3),
                name: "href".into(),
                value: Some(address()),
            }],
            ..Mutation::default()
        }),
        Record::State {
            node: node(3),
            state: State::Address(address()),
        },
        Record::Navigation {
            how: NavigationKind::Load,
            url: address(),
        },
        Record::PageError(PageError {
            origin: ErrorOrigin::Uncaught,
            name: None,
            message: text(),
            source: address(),
            line: 1,
            column: 2,
            frames: frames(),
            causes: vec![ErrorCause {
                name: None,
                message: text(),
                frames: frames(),
            }],
        }),
        Record::Console(ConsoleMessage {
            level: ConsoleLevel::Log,
            values: vec![
                text(),
                address(),
                json_text(),
                "token:".into(),
                SECRET.into(),
                SEEN.into(),
            ],
            frames: frames(),
        }),
        Record::CustomEvent {
            name: "paid".into(),
            payload_json: Some(json_text()),
        },
        Record::Identify {
            user_id: CARD.into(),
            traits_json: Some(json_text()),
        },
        Record::Tag {
            name: "token".into(),
            value_json: format!("\"{SECRET}\"").into(),
        },
        Record::Flag {
            name: "state".into(),
            value_json: json_text(),
        },
        Record::LoadFailure(LoadFailure {
            node: None,
            tag: "img".into(),
            url: address(),
        }),
        Record::PolicyViolation(PolicyViolation {
            directive: "img-src".into(),
            blocked: address(),
            source: address(),
            line: 1,
            column: 2,
            is_enforced: true,
        }),
        Record::RequestStart(RequestStart {
            request: 1,
            initiator: RequestInitiator::Fetch,
            method: "GET".into(),
            url: address(),
            trace_id: None,
        }),
        Record::RequestContent(RequestContent {
            request: 1,
            side: RequestSide::Request,
            headers: vec![RequestHeader {
                name: "authorization".into(),
                value: SECRET.into(),
            }],
            extent: BodyExtent::Whole,
            body: json_text(),
        }),
        Record::RequestEnd(RequestEnd {
            request: 1,
            outcome: RequestOutcome::Failed,
            status: 0,
            duration_us: 1,
            detail: Some(text()),
            sent_count: 0,
            received_count: 0,
        }),
        Record::WebVital(WebVital {
            vital: Vital::LargestPaint,
            value: 1.0,
            node: None,
            detail: address(),
            parts_us: Vec::new(),
        }),
        Record::LongFrame(LongFrame {
            scripts: vec![FrameScript {
                invoker: format!("IMG[src={}].onload", address()).into(),
                url: address(),
                ..FrameScript::default()
            }],
            ..LongFrame::default()
        }),
        Record::ResourceSummary(ResourceSummary {
            groups: Vec::new(),
            slowest: vec![SlowResource {
                url: address(),
                initiator: "img".into(),
                duration_us: 1,
                transfer_bytes: 1,
            }],
        }),
    ]
}

/// A page with a link, and a text that is no program's.
fn snapshot() -> Record<'static> {
    let link = Element {
        namespace: Namespace::Html,
        tag: "a".into(),
        attributes: vec![Attribute {
            name: "href".into(),
            value: address(),
        }],
    };
    let node = |number, content, child_count| Node {
        id: node(number),
        content,
        child_count,
        states: Vec::new(),
    };
    Record::FullSnapshot(FullSnapshot {
        url: address(),
        width: 1280,
        height: 720,
        forest: vec![
            node(1, Content::Document, 1),
            node(3, Content::Element(link), 1),
            node(4, Content::Text(SEEN.into()), 0),
        ],
    })
}
