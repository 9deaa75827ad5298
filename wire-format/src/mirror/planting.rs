//! Forests into the document.

use super::links::{Links, Place};
use super::{Entry, Mirror};
use crate::id::NodeId;
use crate::limits::NODES_MAX;
use crate::node::{Content, Node};
use crate::record::Run;
use crate::state::State;

impl Mirror {
    /// Makes the first tree of a forest the document.
    pub(super) fn plant_document(&mut self, forest: &[Node<'_>]) {
        let mut nodes = forest.iter();
        let Some(root) = nodes.next() else { return };
        self.create(root);
        self.document = Some(root.id);
        self.plant_below(root, &mut nodes);
        for state in &root.states {
            if let State::ConstructedSheets(sheets) = state {
                self.add_constructed_sheets(sheets);
            }
        }
    }

    /// Puts the trees of a forest where the runs say.
    pub(super) fn plant_runs(&mut self, runs: &[Run], forest: &[Node<'_>]) {
        let mut nodes = forest.iter();
        for run in runs {
            let mut place = run.previous.map_or(Place::First, Place::After);
            for _ in 0..run.tree_count {
                let Some(root) = nodes.next() else { return };
                if self.plant(root, run.parent, place) {
                    place = Place::After(root.id);
                }
                self.plant_below(root, &mut nodes);
            }
        }
    }

    /// Plants the descendants of a node, which follow it in preorder.
    fn plant_below<'n>(&mut self, root: &Node<'_>, nodes: &mut impl Iterator<Item = &'n Node<'n>>) {
        // Per open node, how many of its children are still to come.
        let mut open = vec![(root.id, root.child_count)];
        while let Some((parent, left)) = open.last_mut() {
            if *left == 0 {
                open.pop();
                continue;
            }
            *left -= 1;
            let parent = *parent;
            let Some(node) = nodes.next() else { return };
            self.plant(node, parent, Place::Last);
            open.push((node.id, node.child_count));
        }
    }

    /// Plants one node without its children; `false` if it has no place.
    fn plant(&mut self, node: &Node<'_>, parent: NodeId, place: Place) -> bool {
        let planted = match node.content {
            _ if node.id == parent => false,
            Content::Moved => self.take_for_move(node.id, parent),
            _ => self.create(node),
        };
        let attached = planted && self.attach(node.id, parent, place);
        if !attached {
            self.unplaced_count += 1;
            if self.is_detached(node.id) {
                self.forget(node.id);
            }
        }
        attached
    }

    /// Takes a known node from its place, unless that would put it below itself.
    fn take_for_move(&mut self, node: NodeId, parent: NodeId) -> bool {
        !self.is_same_or_ancestor(node, parent) && self.detach(node)
    }

    fn create(&mut self, node: &Node<'_>) -> bool {
        if self.nodes.len() >= NODES_MAX {
            return false;
        }
        if self.detach(node.id) {
            self.forget(node.id);
        }
        let states = node
            .states
            .iter()
            .filter(|state| !matches!(state, State::ConstructedSheets(_)))
            .map(State::to_static)
            .collect();
        let entry = Entry {
            content: node.content.to_static(),
            states,
            links: Links::default(),
        };
        self.nodes.insert(node.id, entry);
        true
    }
}
