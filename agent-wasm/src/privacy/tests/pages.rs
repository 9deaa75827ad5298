//! Pages with something private in every place, and changes of them.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;

pub(super) const TAGS: [&str; 24] = [
    "a", "button", "div", "iframe", "image", "img", "input", "li", "link", "meta", "meter",
    "my-card", "noscript", "option", "p", "script", "select", "source", "style", "svg", "text",
    "textarea", "title", "video",
];

/// A canary wherever one may hide, in a form that is right for the attribute.
pub(super) const ATTRIBUTES: [(&str, &str); 26] = [
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
pub(super) const TEXT: &str = r#"a{content:"canary"}/* canary */"#;

pub(super) fn node_id(number: usize) -> NodeId {
    NodeId::new(number as u32 + 1).unwrap()
}

pub(super) fn element() -> impl Strategy<Value = Content<'static>> {
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

pub(super) fn content() -> impl Strategy<Value = Content<'static>> {
    prop_oneof![
        4 => element(),
        3 => Just(Content::Text(TEXT.into())),
        1 => Just(Content::Comment("canary".into())),
        1 => Just(Content::Cdata(TEXT.into())),
        1 => Just(Content::ShadowRoot(ShadowMode::Open)),
    ]
}

pub(super) fn mark() -> impl Strategy<Value = Option<PrivacyMark>> {
    let size = (9, 9);
    // Every mark but those that show something.
    option::weighted(0.2, select(vec![1, 4, 5]))
        .prop_map(move |number| PrivacyMark::from_number(number?, size))
}

pub(super) fn states() -> impl Strategy<Value = Vec<State<'static>>> {
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
pub(super) type Entry = (Content<'static>, Vec<State<'static>>, usize);

/// Trees of nodes numbered from `first`; each but the first has its parent among those before.
pub(super) fn forest(first: usize, entries: Vec<Entry>) -> Forest<'static> {
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

pub(super) fn trees(
    root: impl Strategy<Value = Content<'static>>,
) -> impl Strategy<Value = Vec<Entry>> {
    let entry = (content(), states(), any::<usize>());
    (root, vec(entry, 0..12)).prop_map(|(root, mut entries)| {
        entries.insert(0, (root, Vec::new(), 0));
        entries
    })
}

#[derive(Clone, Debug)]
pub(super) enum Change {
    Insert(Index, Vec<Entry>),
    Move(Index, Index),
    Attribute(Index, (&'static str, &'static str)),
    Text(Index),
    Input(Index, State<'static>),
    Sheet(Index),
    RuleEdit(Index),
    SheetMedia(Index),
}

pub(super) fn change() -> impl Strategy<Value = Change> {
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
pub(super) fn record(change: Change, count: &mut usize) -> Record<'static> {
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
