use wire_format::Record;
use wire_format::mirror::Mirror;
use wire_format::node::Content;
use wire_format::record::{AttributeChange, Mutation, TextChange};
use wire_format::sheet::{RuleEdit, Rules};
use wire_format::state::State;

use super::rule_difference::edits_between;

/// Takes out of a record what the mirror holds already; `true` if nothing is left of it.
///
/// Pages write the same class or the same text again all the time, and masking makes different
/// values the same.
pub(super) fn reduce(mirror: &Mirror, record: &mut Record<'_>) -> bool {
    match record {
        Record::Mutation(mutation) => reduce_mutation(mirror, mutation),
        Record::StyleSheet { sheet, rules } => match (mirror.rules(*sheet), rules) {
            (Some(Rules::Inline(known)), Rules::Inline(rules)) if known == rules => true,
            (Some(Rules::Inline(known)), Rules::Inline(rules)) if !known.is_empty() => {
                let edits = edits_between(known, rules);
                let sheet = *sheet;
                *record = Record::RuleEdits { sheet, edits };
                false
            }
            _ => false,
        },
        Record::RuleEdits { sheet, edits } => reduce_edits(mirror, *sheet, edits),
        _ => record
            .node_state()
            .is_some_and(|(node, state)| has_state(mirror, node, &state)),
    }
}

fn reduce_mutation(mirror: &Mirror, mutation: &mut Mutation<'_>) -> bool {
    mutation
        .attributes
        .retain(|change| !is_known_attribute(mirror, change));
    mutation
        .texts
        .retain(|change| !is_known_text(mirror, change));
    mutation.is_empty()
}

/// Takes out replacements of rules by what they are already. They can be told from the mirror only as
/// long as no rule changes its place.
fn reduce_edits(
    mirror: &Mirror,
    sheet: wire_format::NodeId,
    edits: &mut Vec<RuleEdit<'_>>,
) -> bool {
    let replaces = |edit: &RuleEdit<'_>| edit.removed == 1 && edit.inserted.is_some();
    if let Some(Rules::Inline(known)) = mirror.rules(sheet)
        && edits.iter().all(replaces)
    {
        edits.retain(|edit| known.get(edit.index as usize) != edit.inserted.as_ref());
    }
    edits.is_empty()
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
