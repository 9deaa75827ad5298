//! A document rebuilt from records.
//!
//! The recorder keeps one to know what it has said already and to write full snapshots without
//! asking the page; the player keeps one to know where nodes are. Records that do not fit, as after
//! a lost batch or from a hostile sender, change nothing but [`Mirror::unplaced_count`].
//!
//! - `links`: parents, siblings and children of nodes.
//! - `planting`: forests into the document.
//! - `reading`: the document as a forest.
//! - `sheets`: style sheets and who adopted them.

mod links;
mod planting;
mod reading;
mod sheets;

use crate::id::NodeId;
use crate::node::{Attribute, Content, Text};
use crate::node_map::NodeMap;
use crate::record::{AttributeChange, FullSnapshot, Mutation, Record};
use crate::sheet::ConstructedSheet;
use crate::state::State;

pub use reading::{Children, MirrorNode};

/// A document rebuilt from records.
#[derive(Debug, Default)]
pub struct Mirror {
    nodes: NodeMap<Entry>,
    document: Option<NodeId>,
    /// The sheets that no element owns.
    sheets: Vec<ConstructedSheet<'static>>,
    unplaced_count: u64,
}

#[derive(Debug)]
struct Entry {
    content: Content<'static>,
    states: Vec<State<'static>>,
    links: links::Links,
}

impl Mirror {
    /// Applies what a record says about the document; other records change nothing.
    pub fn apply(&mut self, record: &Record<'_>) {
        match record {
            Record::FullSnapshot(snapshot) => self.load(snapshot),
            Record::Mutation(mutation) => self.mutate(mutation),
            Record::StyleSheet { sheet, rules } => self.set_rules(*sheet, rules),
            Record::RuleEdits { sheet, edits } => self.edit_rules(*sheet, edits),
            Record::SheetMedia { sheet, media } => self.set_media(*sheet, media),
            _ => {
                if let Some((node, state)) = record.node_state() {
                    self.set_state(node, &state);
                }
            }
        }
    }

    /// Forgets the document.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.sheets.clear();
        self.document = None;
    }

    /// How many nodes, moves and changes did not fit into the document.
    pub const fn unplaced_count(&self) -> u64 {
        self.unplaced_count
    }

    fn load(&mut self, snapshot: &FullSnapshot<'_>) {
        self.clear();
        self.plant_document(&snapshot.forest);
    }

    fn mutate(&mut self, mutation: &Mutation<'_>) {
        let adopters = self.adopters_that_move(&mutation.forest);
        for &node in &mutation.removed {
            if !self.detach(node) {
                self.unplaced_count += 1;
            }
        }
        self.plant_runs(&mutation.runs, &mutation.forest);
        for &node in &mutation.removed {
            if self.is_detached(node) {
                self.forget(node);
            }
        }
        self.part_from_sheets(&adopters);
        for change in &mutation.attributes {
            self.change_attribute(change);
        }
        for change in &mutation.texts {
            self.change_text(change.node, &change.content);
        }
    }

    fn change_attribute(&mut self, change: &AttributeChange<'_>) {
        let Some(Entry {
            content: Content::Element(element),
            ..
        }) = self.nodes.get_mut(&change.node)
        else {
            self.unplaced_count += 1;
            return;
        };
        let position = element
            .attributes
            .iter()
            .position(|attribute| attribute.name == change.name);
        let known = position.and_then(|position| element.attributes.get_mut(position));
        match (known, &change.value) {
            (Some(attribute), Some(value)) => attribute.value = owned(value),
            (None, Some(value)) => element.attributes.push(Attribute {
                name: owned(&change.name),
                value: owned(value),
            }),
            (_, None) => element
                .attributes
                .retain(|attribute| attribute.name != change.name),
        }
    }

    fn change_text(&mut self, node: NodeId, content: &Text<'_>) {
        match self.nodes.get_mut(&node).map(|entry| &mut entry.content) {
            Some(Content::Text(text) | Content::Comment(text) | Content::Cdata(text)) => {
                *text = owned(content)
            }
            _ => self.unplaced_count += 1,
        }
    }

    fn set_state(&mut self, node: NodeId, state: &State<'_>) {
        let Some(entry) = self.nodes.get_mut(&node) else {
            self.unplaced_count += 1;
            return;
        };
        if state.is_repeatable() {
            entry.states.retain(|known| known != state);
        } else {
            entry.states.retain(|known| known.key() != state.key());
        }
        entry.states.push(state.to_static());
    }
}

fn owned(text: &Text<'_>) -> Text<'static> {
    Text::Owned(text.as_ref().to_owned())
}

#[cfg(test)]
mod tests;
