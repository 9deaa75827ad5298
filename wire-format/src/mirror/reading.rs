//! The document as it stands.

use super::{Entry, Mirror};
use crate::id::NodeId;
use crate::limits::TREE_DEPTH_MAX;
use crate::node::{Content, Element, Forest, Node};
use crate::state::{PrivacyMark, State};

/// A node of a mirror, with its surroundings.
#[derive(Clone, Copy, Debug)]
pub struct MirrorNode<'m> {
    mirror: &'m Mirror,
    id: NodeId,
    entry: &'m Entry,
}

impl Mirror {
    /// The document, if there is one.
    pub fn document(&self) -> Option<MirrorNode<'_>> {
        self.node(self.document?)
    }

    /// A node of the document, or of a subtree that is on the move.
    pub fn node(&self, id: NodeId) -> Option<MirrorNode<'_>> {
        self.nodes.get(&id).map(|entry| MirrorNode {
            mirror: self,
            id,
            entry,
        })
    }
}

impl<'m> MirrorNode<'m> {
    /// Its id.
    pub const fn id(self) -> NodeId {
        self.id
    }

    /// What it is.
    pub const fn content(self) -> &'m Content<'static> {
        &self.entry.content
    }

    /// The element it is, if it is one.
    pub const fn element(self) -> Option<&'m Element<'static>> {
        match &self.entry.content {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    /// What it has beside its markup.
    pub fn states(self) -> &'m [State<'static>] {
        &self.entry.states
    }

    /// Its privacy mark, if it has one.
    pub fn privacy_mark(self) -> Option<PrivacyMark> {
        PrivacyMark::of(self.states())
    }

    /// Its parent; the host for a shadow root.
    pub fn parent(self) -> Option<Self> {
        self.mirror.node(self.entry.links.parent?)
    }

    /// The sibling before it.
    pub fn previous_sibling(self) -> Option<Self> {
        self.mirror.node(self.entry.links.previous?)
    }

    /// Its last child.
    pub fn last_child(self) -> Option<Self> {
        self.mirror.node(self.entry.links.last_child?)
    }

    /// The sibling behind it.
    pub fn next_sibling(self) -> Option<Self> {
        self.mirror.node(self.entry.links.next?)
    }

    /// Its children in order; the shadow root of a host is its first child.
    pub fn children(self) -> Children<'m> {
        Children {
            next: self
                .entry
                .links
                .first_child
                .and_then(|id| self.mirror.node(id)),
        }
    }

    /// The node and all its ancestors, from the inside out.
    pub fn and_ancestors(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |node| node.parent())
    }

    /// The subtree in preorder, cut off at the greatest depth that the format allows.
    pub fn forest(self) -> Forest<'m> {
        let mut forest = Forest::new();
        // Nodes still to be written, with their depth; the next one is on top.
        let mut pending = vec![(self, 1)];
        while let Some((node, depth)) = pending.pop() {
            let first = pending.len();
            if depth < TREE_DEPTH_MAX {
                pending.extend(node.children().map(|child| (child, depth + 1)));
            }
            let child_count = (pending.len() - first) as u32;
            if let Some(children) = pending.get_mut(first..) {
                children.reverse();
            }
            let mut states: Vec<_> = node.states().iter().map(State::to_borrowed).collect();
            if *node.content() == Content::Document {
                states.extend(self.mirror.constructed_sheets());
            }
            forest.push(Node {
                id: node.id,
                content: node.content().to_borrowed(),
                child_count,
                states,
            });
        }
        forest
    }
}

/// The children of a node, in order.
#[derive(Clone, Debug)]
pub struct Children<'m> {
    next: Option<MirrorNode<'m>>,
}

impl<'m> Iterator for Children<'m> {
    type Item = MirrorNode<'m>;

    fn next(&mut self) -> Option<Self::Item> {
        let node = self.next?;
        self.next = node.next_sibling();
        Some(node)
    }
}
