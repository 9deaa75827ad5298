//! Whatever a page holds and however it changes: what is private is in no record, nor in the mirror.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use wire_format::node::{Attribute, Element, Namespace, ShadowMode};
use wire_format::record::{
    ConsoleLevel, ConsoleMessage, ErrorCause, ErrorOrigin, FullSnapshot, NavigationKind, PageError,
    RequestInitiator, RequestStart, StackFrame,
};
use wire_format::sheet::{ConstructedSheet, RuleEdit};

use super::*;

const TAGS: [&str; 24] = [
    "a", "button", "div", "iframe", "image", "img", "input", "li", "link", "meta", "meter",
    "my-card", "noscript", "option", "p", "script", "select", "source", "style", "svg", "text",
    "textarea", "title", "video",
];

/// A canary wherever one may hide, in a form that is right for the attribute.
const ATTRIBUTES: [(&str, &str); 26] = [
    ("alt", "canary"),
    ("aria-description", "canary"),
    ("aria-label", "canary 1"),
    ("content", "canary"),
    ("contenteditable", "true"),
    ("data-user", "canary"),
    ("label", "canary"),
    ("nonce", "canary"),
    ("onclick", "say('canary')"),
    ("placeholder", "canary"),
    ("srcdoc", "<p>canary"),
    ("summary", "canary"),
    ("title", "canary"),
    ("user-name", "canary"),
    ("value", "canary"),
    ("action", "/x?a=canary"),
    (
        "href",
        "https://canary:canary@a.example/x?a=canary&canary@a.example#a/canary",
    ),
    ("href", "mailto:canary@a.example"),
    ("poster", "/canary.png"),
    ("src", "/canary.png"),
    ("srcset", "/canary.png 2x"),
    ("xlink:href", "javascript:canary()"),
    ("style", "background:url(canary.png)"),
    ("style", r#"--x:"canary";background:url("\63 anary")"#),
    ("type", "checkbox"),
    ("type", "password"),
];

/// A text that has to be masked as a text, as a value, and as a sheet.
const TEXT: &str = r#"a{content:"canary"}/* canary */"#;

fn node_id(number: usize) -> NodeId {
    NodeId::new(number as u32 + 1).unwrap()
}

fn element() -> impl Strategy<Value = Content<'static>> {
    let attributes = vec(select(&ATTRIBUTES[..]), 0..4);
    let namespace = select(vec![Namespace::Html, Namespace::Svg]);
    (namespace, select(&TAGS[..]), attributes).prop_map(|(namespace, tag, attributes)| {
        let attribute = |(name, value): (&'static str, &'static str)| Attribute {
            name: name.into(),
            value: value.into(),
        };
        Content::Element(Element {
            namespace,
            tag: tag.into(),
            attributes: attributes.into_iter().map(attribute).collect(),
        })
    })
}

fn content() -> impl Strategy<Value = Content<'static>> {
    prop_oneof![
        4 => element(),
        3 => Just(Content::Text(TEXT.into())),
        1 => Just(Content::Comment("canary".into())),
        1 => Just(Content::Cdata(TEXT.into())),
        1 => Just(Content::ShadowRoot(ShadowMode::Open)),
    ]
}

fn mark() -> impl Strategy<Value = Option<PrivacyMark>> {
    let size = (9, 9);
    // Every mark but those that show something.
    option::weighted(0.2, select(vec![1, 4, 5]))
        .prop_map(move |number| PrivacyMark::from_number(number?, size))
}

fn states() -> impl Strategy<Value = Vec<State<'static>>> {
    let state = select(vec![
        State::Value("canary".into()),
        State::Rules(Rules::Inline(vec![TEXT.into()])),
        State::SheetMedia(TEXT.into()),
        State::ConstructedSheets(vec![ConstructedSheet {
            id: node_id(1_000),
            rules: Rules::Inline(vec![TEXT.into()]),
            media: Some(TEXT.into()),
        }]),
        State::Checked(true),
    ]);
    (mark(), vec(state, 0..2)).prop_map(|(mark, mut states)| {
        states.extend(mark.map(State::Privacy));
        states
    })
}

/// What a node is, and a number that chooses its parent.
type Entry = (Content<'static>, Vec<State<'static>>, usize);

/// Trees of nodes numbered from `first`; each but the first has its parent among those before.
fn forest(first: usize, entries: Vec<Entry>) -> Forest<'static> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
    for (place, (_, _, parent)) in entries.iter().enumerate().skip(1) {
        let containers: Vec<usize> = (0..place)
            .filter(|&place| entries[place].0.is_container())
            .collect();
        let parent = if containers.is_empty() {
            0
        } else {
            containers[parent % containers.len()]
        };
        children[parent].push(place);
    }
    let mut forest = Forest::new();
    let mut pending = vec![0];
    while let Some(place) = pending.pop() {
        let (content, states, _) = entries[place].clone();
        let child_count = children[place].len() as u32;
        let id = node_id(first + place);
        forest.push(Node {
            id,
            content,
            child_count,
            states,
        });
        pending.extend(children[place].iter().rev());
    }
    forest
}

fn trees(root: impl Strategy<Value = Content<'static>>) -> impl Strategy<Value = Vec<Entry>> {
    let entry = (content(), states(), any::<usize>());
    (root, vec(entry, 0..12)).prop_map(|(root, mut entries)| {
        entries.insert(0, (root, Vec::new(), 0));
        entries
    })
}

#[derive(Clone, Debug)]
enum Change {
    Insert(Index, Vec<Entry>),
    Move(Index, Index),
    Attribute(Index, (&'static str, &'static str)),
    Text(Index),
    Input(Index, State<'static>),
    Sheet(Index),
    RuleEdit(Index),
    SheetMedia(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let node = any::<Index>;
    let input = select(vec![State::Value("canary".into()), State::Selected(true)]);
    prop_oneof![
        (node(), trees(element())).prop_map(|(parent, entries)| Change::Insert(parent, entries)),
        (node(), node()).prop_map(|(moved, parent)| Change::Move(moved, parent)),
        (node(), select(&ATTRIBUTES[..])).prop_map(|(node, pair)| Change::Attribute(node, pair)),
        node().prop_map(Change::Text),
        (node(), input).prop_map(|(node, state)| Change::Input(node, state)),
        node().prop_map(Change::Sheet),
        node().prop_map(Change::RuleEdit),
        node().prop_map(Change::SheetMedia),
    ]
}

/// The record that says a change; `count` is the number of nodes so far.
fn record(change: Change, count: &mut usize) -> Record<'static> {
    let known = |index: Index| node_id(index.index(*count));
    let run = |parent| Run {
        parent,
        previous: None,
        tree_count: 1,
    };
    let mutation = match change {
        Change::Insert(parent, entries) => {
            let runs = vec![run(known(parent))];
            let forest = forest(*count, entries);
            *count += forest.len();
            Mutation {
                runs,
                forest,
                ..Mutation::default()
            }
        }
        Change::Move(moved, parent) => Mutation {
            runs: vec![run(known(parent))],
            forest: vec![Node {
                id: known(moved),
                content: Content::Moved,
                child_count: 0,
                states: Vec::new(),
            }],
            ..Mutation::default()
        },
        Change::Attribute(node, (name, value)) => Mutation {
            attributes: vec![AttributeChange {
                node: known(node),
                name: name.into(),
                value: Some(value.into()),
            }],
            ..Mutation::default()
        },
        Change::Text(node) => Mutation {
            texts: vec![TextChange {
                node: known(node),
                content: TEXT.into(),
            }],
            ..Mutation::default()
        },
        Change::Input(node, state) => {
            return Record::Input {
                node: known(node),
                state,
            };
        }
        Change::Sheet(node) => {
            return Record::StyleSheet {
                sheet: known(node),
                rules: Rules::Inline(vec![TEXT.into()]),
            };
        }
        Change::RuleEdit(node) => {
            return Record::RuleEdits {
                sheet: known(node),
                edits: vec![RuleEdit {
                    index: 0,
                    removed: 0,
                    inserted: Some(TEXT.into()),
                }],
            };
        }
        Change::SheetMedia(node) => {
            return Record::SheetMedia {
                sheet: known(node),
                media: TEXT.into(),
            };
        }
    };
    Record::Mutation(mutation)
}

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
    for record in [&mut navigation, &mut error, &mut console, &mut request] {
        assert!(privacy.mask_record(&mirror, record));
        let text = format!("{record:?}");
        assert!(
            !text.contains("canary") && text.contains("a.example"),
            "{text}"
        );
    }
}
