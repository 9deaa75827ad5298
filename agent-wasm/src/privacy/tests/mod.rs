//! Whatever a page holds and however it changes: what is private is in no record, nor in the mirror.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use wire_format::node::{Attribute, Element, Namespace, ShadowMode};
use wire_format::record::{
    ConsoleLevel, ConsoleMessage, ErrorCause, ErrorOrigin, FrameScript, FullSnapshot, LongFrame,
    NavigationKind, PageError, RequestInitiator, RequestStart, StackFrame,
};
use wire_format::sheet::{ConstructedSheet, RuleEdit};

use super::*;

mod pages;

use pages::*;

/// What leaves the page of a document and its changes, and the mirror in the end.
fn said(level: Level, document: Vec<Entry>, changes: Vec<Change>) -> Vec<String> {
    let privacy = Privacy {
        level,
        ..Privacy::default()
    };
    let mut mirror = Mirror::default();
    let mut count = document.len();
    let mut records = vec![Record::FullSnapshot(FullSnapshot {
        url: "".into(),
        width: 1,
        height: 1,
        forest: forest(0, document),
    })];
    records.extend(changes.into_iter().map(|change| record(change, &mut count)));
    let mut said = Vec::new();
    for mut record in records {
        if privacy.mask_record(&mirror, &mut record) {
            let once = record.clone();
            privacy.mask_record(&mirror, &mut record);
            assert_eq!(record, once, "masking twice changes nothing");
            mirror.apply(&record);
            said.push(format!("{record:?}"));
        }
    }
    let left = mirror.document().map(|document| document.forest());
    said.push(format!("{left:?}"));
    said
}

proptest! {
    #[test]
    fn at_level_mask_no_canary_survives(
        document in trees(Just(Content::Document)),
        changes in vec(change(), 0..8),
    ) {
        for text in said(Level::Mask, document, changes) {
            prop_assert!(!text.contains("canary"), "{text}");
        }
    }

    #[test]
    fn secrets_survive_at_no_level(
        level in select(vec![Level::Mask, Level::MaskUserInput, Level::Allow]),
        (name, value) in select(vec![
            ("type", "password"),
            ("type", "EMAIL"),
            ("type", "tel"),
            ("type", "hidden"),
            ("autocomplete", "shipping cc-number"),
            ("autocomplete", "one-time-code"),
            ("name", "card_number"),
            ("id", "new-password"),
        ]),
        given in "[a-z]{1,9}",
    ) {
        let value_of = |text: &str| format!("canary{text}");
        let attribute = |name: &'static str, value: String| Attribute {
            name: name.into(),
            value: value.into(),
        };
        let control = Content::Element(Element {
            namespace: Namespace::Html,
            tag: "input".into(),
            attributes: vec![
                attribute(name, value.to_owned()),
                attribute("value", value_of(&given)),
                attribute("checked", String::new()),
            ],
        });
        let states = vec![State::Value(value_of(&given).into())];
        let document = vec![
            (Content::Document, Vec::new(), 0),
            (control, states, 0),
        ];
        let mut texts = said(level, document.clone(), Vec::new());
        let privacy = Privacy { level, ..Privacy::default() };
        let mut mirror = Mirror::default();
        let mut trees = forest(0, document);
        privacy.mask_document(&mut trees);
        mirror.apply(&Record::FullSnapshot(FullSnapshot { url: "".into(), width: 1, height: 1, forest: trees }));
        let state = State::Value(value_of(&given).into());
        let mut input = Record::Input { node: node_id(1), state };
        privacy.mask_record(&mirror, &mut input);
        texts.push(format!("{input:?}"));
        for text in texts {
            prop_assert!(!text.contains("canary") && !text.contains("checked"), "{text}");
        }
    }
}

#[test]
fn at_level_mask_user_input_the_page_is_shown_and_the_visitor_is_not() {
    let privacy = Privacy {
        level: Level::MaskUserInput,
        ..Privacy::default()
    };
    let element = |tag: &'static str, attributes: &[(&'static str, &'static str)]| {
        let attribute = |&(name, value): &(&'static str, &'static str)| Attribute {
            name: name.into(),
            value: value.into(),
        };
        Content::Element(Element {
            namespace: Namespace::Html,
            tag: tag.into(),
            attributes: attributes.iter().map(attribute).collect(),
        })
    };
    let mut nodes = vec![
        Node {
            id: node_id(0),
            content: Content::Document,
            child_count: 3,
            states: vec![],
        },
        Node {
            id: node_id(1),
            content: element("p", &[("title", "shown"), ("contenteditable", "")]),
            child_count: 1,
            states: vec![],
        },
        Node {
            id: node_id(2),
            content: Content::Text("typed".into()),
            child_count: 0,
            states: vec![],
        },
        Node {
            id: node_id(3),
            content: element("input", &[("placeholder", "shown"), ("value", "typed")]),
            child_count: 0,
            states: vec![State::Value("typed".into()), State::Checked(true)],
        },
        Node {
            id: node_id(4),
            content: element("p", &[]),
            child_count: 1,
            states: vec![],
        },
        Node {
            id: node_id(5),
            content: Content::Text("shown".into()),
            child_count: 0,
            states: vec![],
        },
    ];
    privacy.mask_document(&mut nodes);
    let text = format!("{nodes:?}");
    assert_eq!(text.matches("shown").count(), 3, "{text}");
    assert!(
        !text.contains("typed") && !text.contains("Checked"),
        "{text}"
    );
}

#[test]
fn addresses_and_messages_of_the_page_are_scrubbed() {
    let privacy = Privacy::default();
    let mirror = Mirror::default();
    let mut navigation = Record::Navigation {
        how: NavigationKind::Push,
        url: "https://a.example/?a=canary#canary".into(),
    };
    let frames = vec![StackFrame {
        function: "pay".into(),
        url: "https://a.example/x.js?canary".into(),
        line: 1,
        column: 1,
    }];
    let mut error = Record::PageError(PageError {
        origin: ErrorOrigin::Uncaught,
        name: None,
        message: "no user canary@a.example".into(),
        source: "https://a.example/x.js?canary".into(),
        line: 1,
        column: 1,
        frames: frames.clone(),
        causes: vec![ErrorCause {
            name: None,
            message: "https://a.example/?canary failed".into(),
            frames: frames.clone(),
        }],
    });
    let mut console = Record::Console(ConsoleMessage {
        level: ConsoleLevel::Log,
        values: vec![
            "canary@a.example".into(),
            "{ password: \"canary\", at: \"https://a.example/?q=canary\" }".into(),
        ],
        frames,
    });
    let mut request = Record::RequestStart(RequestStart {
        request: 1,
        initiator: RequestInitiator::Fetch,
        method: "GET".into(),
        url: "https://a.example/?token=canary".into(),
        trace_id: None,
    });
    let script = |invoker: &'static str| FrameScript {
        invoker: invoker.into(),
        url: "https://a.example/x.js?canary".into(),
        ..FrameScript::default()
    };
    let mut frame = Record::LongFrame(LongFrame {
        scripts: vec![
            script("IMG[src=https://a.example/a.png?q=canary].onerror"),
            script("IMG[src=https://a.example/a.png?q=cana"),
            script("https://a.example/y.js?canary"),
        ],
        ..LongFrame::default()
    });
    for record in [
        &mut navigation,
        &mut error,
        &mut console,
        &mut request,
        &mut frame,
    ] {
        assert!(privacy.mask_record(&mirror, record));
        let text = format!("{record:?}");
        assert!(
            !text.contains("cana") && text.contains("a.example"),
            "{text}"
        );
    }
}
