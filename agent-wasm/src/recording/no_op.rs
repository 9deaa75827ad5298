use wire_format::Record;
use wire_format::mirror::Mirror;
use wire_format::node::Content;
use wire_format::record::{AttributeChange, Mutation, TextChange};
use wire_format::state::{PrivacyMark, State};

/// Takes out of a record what the mirror holds already; `true` if nothing is left of it.
///
/// Pages write the same class or the same text again all the time, and masking makes different
/// values the same.
pub(super) fn reduce(mirror: &Mirror, record: &mut Record<'_>) -> bool {
    match record {
        Record::Mutation(mutation) => reduce_mutation(mirror, mutation),
        Record::Input { node, state } | Record::State { node, state } => {
            has_state(mirror, *node, state)
        }
        Record::Scroll { node, x, y } => has_state(mirror, *node, &State::Scroll { x: *x, y: *y }),
        Record::BlockSize {
            node,
            width,
            height,
        } => {
            let (width, height) = (*width, *height);
            let mark = PrivacyMark::Blocked { width, height };
            has_state(mirror, *node, &State::Privacy(mark))
        }
        Record::StyleSheet { node, css } => has_state(mirror, *node, &State::Css(css.clone())),
        _ => false,
    }
}

fn reduce_mutation(mirror: &Mirror, mutation: &mut Mutation<'_>) -> bool {
    mutation
        .attributes
        .retain(|change| !is_known_attribute(mirror, change));
    mutation
        .texts
        .retain(|change| !is_known_text(mirror, change));
    *mutation == Mutation::default()
}

fn is_known_attribute(mirror: &Mirror, change: &AttributeChange<'_>) -> bool {
    let element = mirror.node(change.node).and_then(|node| node.element());
    element.is_some_and(|element| element.attribute(&change.name) == change.value.as_deref())
}

fn is_known_text(mirror: &Mirror, change: &TextChange<'_>) -> bool {
    match mirror.node(change.node).map(|node| node.content()) {
        Some(Content::Text(text) | Content::Comment(text) | Content::Cdata(text)) => {
            *text == change.content
        }
        _ => false,
    }
}

fn has_state(mirror: &Mirror, node: wire_format::NodeId, state: &State<'_>) -> bool {
    mirror
        .node(node)
        .is_some_and(|node| node.states().contains(state))
}
