//! Strategies for records that a recorder could write.

mod signals;
mod style_sheets;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use wire_format::batch::{BatchBuilder, BatchLabel};
use wire_format::node::{Attribute, Content, Element, Forest, Namespace, Node, ShadowMode, Text};
use wire_format::record::*;
use wire_format::state::{Media, PrivacyMark, State, TopLayer, TopLayerKind};
use wire_format::{FlushReason, NodeId, SessionId, ViewId, WindowId};

fn text() -> impl Strategy<Value = Text<'static>> {
    // Few different strings, so that batches repeat them as pages do.
    prop_oneof![3 => "[a-d]{0,2}", 1 => "\\PC{0,12}"].prop_map(Text::Owned)
}

fn node_id() -> impl Strategy<Value = NodeId> {
    prop_oneof![4 => 1_u32..40, 1 => 1_u32..=u32::MAX]
        .prop_map(|number| NodeId::new(number).unwrap())
}

fn state() -> impl Strategy<Value = State<'static>> {
    prop_oneof![
        text().prop_map(State::Value),
        any::<bool>().prop_map(State::Checked),
        any::<bool>().prop_map(State::Selected),
        any::<(i32, i32)>().prop_map(|(x, y)| State::Scroll { x, y }),
        any::<bool>().prop_map(State::Quirks),
        style_sheets::state(),
        text().prop_map(State::Address),
        text().prop_map(State::DefinedElement),
        (any::<u32>(), any::<u32>(), text()).prop_map(|(width, height, origin)| {
            State::Placeholder {
                width,
                height,
                origin,
            }
        }),
        any::<bool>().prop_map(State::Indeterminate),
        any::<u32>().prop_map(|order| State::TopLayer(TopLayer {
            kind: TopLayerKind::Popover,
            order
        })),
        (0_u32..8, any::<[u32; 3]>()).prop_map(|(flags, [position, volume, rate])| {
            State::Media(Media::from_numbers([flags, position, volume, rate]))
        }),
        text().prop_map(State::Source),
        vec(any::<u8>(), 0..20).prop_map(|picture| State::Bitmap(picture.into())),
        text().prop_map(State::Animations),
        any::<u32>().prop_map(State::Files),
        privacy_mark().prop_map(State::Privacy),
    ]
}

fn privacy_mark() -> impl Strategy<Value = PrivacyMark> {
    (1_u32..=5, any::<(u32, u32)>())
        .prop_map(|(number, size)| PrivacyMark::from_number(number, size).unwrap())
}

fn selected_range() -> impl Strategy<Value = SelectedRange> {
    let boundary =
        || (node_id(), any::<u32>()).prop_map(|(node, offset)| Boundary { node, offset });
    (boundary(), boundary()).prop_map(|(start, end)| SelectedRange { start, end })
}

fn element() -> impl Strategy<Value = Content<'static>> {
    let namespace = prop_oneof![
        Just(Namespace::Html),
        Just(Namespace::Svg),
        Just(Namespace::MathMl),
        text().prop_map(Namespace::Other),
    ];
    let attribute = (text(), text()).prop_map(|(name, value)| Attribute { name, value });
    (namespace, text(), vec(attribute, 0..4)).prop_map(|(namespace, tag, attributes)| {
        Content::Element(Element {
            namespace,
            tag,
            attributes,
        })
    })
}

fn content() -> impl Strategy<Value = Content<'static>> {
    prop_oneof![
        6 => element(),
        3 => text().prop_map(Content::Text),
        1 => text().prop_map(Content::Comment),
        1 => text().prop_map(Content::Cdata),
        1 => Just(Content::ShadowRoot(ShadowMode::Open)),
        1 => Just(Content::ShadowRoot(ShadowMode::Closed)),
        1 => Just(Content::TemplateContent),
        1 => Just(Content::Document),
        1 => Just(Content::Moved),
        1 => (text(), text(), text()).prop_map(|(name, public_id, system_id)| Content::Doctype { name, public_id, system_id }),
    ]
}

/// Trees below one root, given as contents and the place of each one's parent among those before.
fn tree(root: impl Strategy<Value = Content<'static>>) -> impl Strategy<Value = Forest<'static>> {
    let entry = (
        node_id(),
        content(),
        vec(state(), 0..2),
        any::<prop::sample::Index>(),
    );
    (root, node_id(), vec(entry, 0..12)).prop_map(|(root, id, entries)| {
        let node = |id, content, states| Node {
            id,
            content,
            child_count: 0,
            states,
        };
        let mut children: Vec<Vec<usize>> = vec![Vec::new()];
        let mut nodes = vec![node(id, root, Vec::new())];
        for (id, content, states, parent) in entries {
            let containers: Vec<usize> = (0..nodes.len())
                .filter(|&place| nodes[place].content.is_container())
                .collect();
            if containers.is_empty() {
                break;
            }
            children[*parent.get(&containers)].push(nodes.len());
            children.push(Vec::new());
            nodes.push(node(id, content, states));
        }
        let mut forest = Forest::new();
        let mut pending = vec![0];
        while let Some(place) = pending.pop() {
            forest.push(Node {
                child_count: children[place].len() as u32,
                ..nodes[place].clone()
            });
            pending.extend(children[place].iter().rev());
        }
        forest
    })
}

fn mutation() -> impl Strategy<Value = Mutation<'static>> {
    let run = (node_id(), option::of(node_id()), vec(tree(content()), 0..3));
    let attribute = (node_id(), text(), option::of(text()))
        .prop_map(|(node, name, value)| AttributeChange { node, name, value });
    let change = (node_id(), text()).prop_map(|(node, content)| TextChange { node, content });
    (
        vec(node_id(), 0..4),
        vec(run, 0..4),
        vec(attribute, 0..4),
        vec(change, 0..4),
    )
        .prop_map(|(removed, planned, attributes, texts)| {
            let runs = planned.iter().map(|(parent, previous, trees)| Run {
                parent: *parent,
                previous: *previous,
                tree_count: trees.len() as u32,
            });
            Mutation {
                removed,
                runs: runs.collect(),
                forest: planned
                    .iter()
                    .flat_map(|(_, _, trees)| trees.concat())
                    .collect(),
                attributes,
                texts,
            }
        })
}

fn pointer_move() -> impl Strategy<Value = PointerMove> {
    vec(
        (
            0_u32..100,
            option::of(node_id()),
            -5_000..5_000_i32,
            -5_000..5_000_i32,
        ),
        0..6,
    )
    .prop_map(|steps| {
        let mut age_ms = 0;
        let samples = steps.into_iter().map(|(older, node, x, y)| {
            age_ms += older;
            PointerSample { age_ms, node, x, y }
        });
        PointerMove {
            pointer: PointerKind::Mouse,
            samples: samples.collect(),
        }
    })
}

/// Any record.
pub(crate) fn record() -> impl Strategy<Value = Record<'static>> {
    let page = prop_oneof![
        (
            text(),
            any::<u32>(),
            any::<u32>(),
            tree(Just(Content::Document))
        )
            .prop_map(
                |(url, width, height, forest)| Record::FullSnapshot(FullSnapshot {
                    url,
                    width,
                    height,
                    forest
                })
            ),
        mutation().prop_map(Record::Mutation),
        pointer_move().prop_map(Record::PointerMove),
        (option::of(node_id()), any::<i32>(), any::<i32>()).prop_map(|(node, x, y)| {
            Record::PointerAction(PointerAction {
                kind: PointerActionKind::Click,
                node,
                x,
                y,
                pointer: PointerKind::Touch,
            })
        }),
        (node_id(), any::<i32>(), any::<i32>()).prop_map(|(node, x, y)| Record::Scroll {
            node,
            x,
            y
        }),
        any::<(u32, u32)>().prop_map(|(width, height)| Record::Viewport { width, height }),
        (node_id(), any::<(u32, u32)>()).prop_map(|(node, (width, height))| Record::BlockSize {
            node,
            width,
            height
        }),
        (node_id(), state()).prop_map(|(node, state)| Record::Input { node, state }),
        (node_id(), state()).prop_map(|(node, state)| Record::State { node, state }),
        (node_id(), any::<bool>()).prop_map(|(node, focused)| Record::Focus { node, focused }),
    ];
    let visitor = prop_oneof![
        any::<bool>().prop_map(|visible| Record::Visibility { visible }),
        text().prop_map(|url| Record::Navigation {
            how: NavigationKind::Push,
            url
        }),
        (text(), option::of(text()))
            .prop_map(|(name, payload_json)| Record::CustomEvent { name, payload_json }),
        (text(), option::of(text())).prop_map(|(user_id, traits_json)| Record::Identify {
            user_id,
            traits_json
        }),
        style_sheets::record(),
        any::<u64>().prop_map(|skipped_count| Record::Thinning {
            level: ThinningLevel::MostChanges,
            skipped_count
        }),
        any::<u64>().prop_map(|count| Record::Discarded {
            reason: DiscardReason::OutboxFull,
            count
        }),
    ];
    let window = prop_oneof![
        (node_id(), state()).prop_map(|(node, state)| Record::State { node, state }),
        vec(selected_range(), 0..3).prop_map(Record::Selection),
        any::<(i32, i32, u32)>().prop_map(|(x, y, scale_permille)| {
            Record::VisualViewport(VisualViewport {
                x,
                y,
                scale_permille,
            })
        }),
        any::<bool>().prop_map(|focused| Record::WindowFocus { focused }),
        any::<u32>().prop_map(|angle| Record::Orientation { angle }),
    ];
    let session = prop_oneof![
        any::<[u8; 16]>().prop_map(|id| Record::PreviousSession(SessionId::from_bytes(id))),
        any::<(u32, u32)>().prop_map(|(age_ms, let_go_count)| {
            Record::Released(Release {
                reason: ReleaseReason::Error,
                age_ms,
                let_go_count,
            })
        }),
        any::<bool>().prop_map(|paused| Record::Pause { paused }),
        (any::<[u8; 16]>(), node_id()).prop_map(|(id, node)| Record::FramedBy {
            window: WindowId::from_bytes(id),
            node
        }),
    ];
    prop_oneof![2 => page, 2 => visitor, 1 => window, 1 => session, 1 => signals::signal()]
}

/// Records with their times, which do not run backwards.
pub(crate) fn timed_records() -> impl Strategy<Value = Vec<TimedRecord<'static>>> {
    vec((0_u64..2_000, record()), 1..12).prop_map(|steps| {
        let mut at_ms = 1_700_000_000_000;
        let timed = steps.into_iter().map(|(later, record)| {
            at_ms += later;
            TimedRecord { at_ms, record }
        });
        timed.collect()
    })
}

/// A batch of these records.
pub(crate) fn batch(records: &[TimedRecord<'_>]) -> Vec<u8> {
    let mut builder = BatchBuilder::default();
    for timed in records {
        builder.append(timed.at_ms, &timed.record);
    }
    builder.seal(&label()).unwrap()
}

/// The label of every batch here.
pub(crate) fn label() -> BatchLabel<'static> {
    BatchLabel {
        session: SessionId::from_bytes([1; 16]),
        window: WindowId::from_bytes([2; 16]),
        view: ViewId::from_bytes([3; 16]),
        batch_index: 4,
        flush_reason: FlushReason::DurationLimit,
        recorder_version: "0.1.0",
    }
}
