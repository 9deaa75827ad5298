//! What must not leave the page. Every record passes here before it reaches the mirror or a batch,
//! so neither ever holds what is masked.
//!
//! Masked are the values of form controls, always, and the text of elements marked with
//! `data-monitorme="mask"`, with everything below them. The text of scripts is left out: nobody sees
//! it, and frameworks put whole application states there.
//!
//! - `exposure`: where text may be shown.
//! - `form_controls`: which values a visitor may have given.
//! - `filler`: what stands in place of what is masked.

mod exposure;
mod filler;
mod form_controls;

use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::node::{Content, Forest, Node};
use wire_format::record::{AttributeChange, Mutation, Record, Run, TextChange};
use wire_format::state::State;

use exposure::{Exposure, Surroundings, is_marked};
use filler::mask_value;
use form_controls::{has_private_value, mask_element};

/// Masks a record that is about to be applied to this mirror.
pub fn mask_record(mirror: &Mirror, record: &mut Record<'_>) {
    match record {
        Record::FullSnapshot(snapshot) => mask_document(&mut snapshot.forest),
        Record::Mutation(mutation) => mask_mutation(mirror, mutation),
        Record::Input {
            node,
            state: State::Value(value),
        } if mirror.node(*node).is_none_or(has_private_value) => {
            mask_value(value);
        }
        _ => {}
    }
}

/// Whether what a node shows stays in the page, as the text below it does.
pub fn is_masked(node: MirrorNode<'_>) -> bool {
    node.and_ancestors()
        .filter_map(MirrorNode::element)
        .any(is_marked)
}

/// Masks a whole document.
pub fn mask_document(forest: &mut Forest<'_>) {
    let tree_count = u32::from(!forest.is_empty());
    mask_trees(forest.iter_mut(), tree_count, Exposure::Shown);
}

fn mask_mutation(mirror: &Mirror, mutation: &mut Mutation<'_>) {
    let surroundings = Surroundings::after(mirror, mutation);
    let mut nodes = mutation.forest.iter_mut();
    for Run {
        parent, tree_count, ..
    } in &mutation.runs
    {
        mask_trees(&mut nodes, *tree_count, surroundings.below(*parent));
    }
    for change in &mut mutation.attributes {
        mask_attribute_change(mirror, change);
    }
    for TextChange { node, content } in &mut mutation.texts {
        surroundings.of_text(*node).apply_to(content);
    }
}

/// Masks the next trees of a forest, whose parent has this exposure.
fn mask_trees<'n, 'a: 'n>(
    mut nodes: impl Iterator<Item = &'n mut Node<'a>>,
    tree_count: u32,
    exposure: Exposure,
) {
    // Per open node, how many of its children are still to come and what holds for them.
    let mut open = vec![(tree_count, exposure)];
    while let Some((left, exposure)) = open.last_mut() {
        if *left == 0 {
            open.pop();
            continue;
        }
        *left -= 1;
        let exposure = *exposure;
        let Some(node) = nodes.next() else { return };
        let below = match &mut node.content {
            Content::Element(element) => {
                let below = exposure.below(element);
                mask_element(element, &mut node.states);
                below
            }
            Content::Text(text) | Content::Comment(text) | Content::Cdata(text) => {
                exposure.apply_to(text);
                exposure
            }
            _ => exposure,
        };
        open.push((node.child_count, below));
    }
}

fn mask_attribute_change(mirror: &Mirror, change: &mut AttributeChange<'_>) {
    if change.name != "value" {
        return;
    }
    let is_private = mirror.node(change.node).is_none_or(has_private_value);
    if let (true, Some(value)) = (is_private, &mut change.value) {
        mask_value(value);
    }
}
