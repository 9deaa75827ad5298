//! Parents, siblings and children of nodes.

use super::Mirror;
use crate::id::NodeId;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Links {
    pub(super) parent: Option<NodeId>,
    pub(super) previous: Option<NodeId>,
    pub(super) next: Option<NodeId>,
    pub(super) first_child: Option<NodeId>,
    pub(super) last_child: Option<NodeId>,
}

/// Where among its siblings a node goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// Before all others, but behind an inner root.
    First,
    /// Right after this sibling.
    After(NodeId),
    /// Behind all others.
    Last,
}

impl Mirror {
    /// Takes a node from its place, with its subtree; `false` if it is not known.
    pub(super) fn detach(&mut self, node: NodeId) -> bool {
        let Some(entry) = self.nodes.get_mut(&node) else {
            return false;
        };
        let Links {
            parent,
            previous,
            next,
            ..
        } = entry.links;
        entry.links.parent = None;
        entry.links.previous = None;
        entry.links.next = None;
        match previous {
            Some(previous) => self.relink(previous, |links| links.next = next),
            None => self.relink_some(parent, |links| links.first_child = next),
        }
        match next {
            Some(next) => self.relink(next, |links| links.previous = previous),
            None => self.relink_some(parent, |links| links.last_child = previous),
        }
        if self.document == Some(node) {
            self.document = None;
        }
        true
    }

    /// Puts a detached node at a place; `false` if there is no such place.
    pub(super) fn attach(&mut self, node: NodeId, parent: NodeId, place: Place) -> bool {
        let Some(previous) = self.previous_at(parent, place) else {
            return false;
        };
        let next = match previous {
            Some(previous) => self.links(previous).next,
            None => self.links(parent).first_child,
        };
        self.relink(node, |links| {
            links.parent = Some(parent);
            links.previous = previous;
            links.next = next;
        });
        match previous {
            Some(previous) => self.relink(previous, |links| links.next = Some(node)),
            None => self.relink(parent, |links| links.first_child = Some(node)),
        }
        match next {
            Some(next) => self.relink(next, |links| links.previous = Some(node)),
            None => self.relink(parent, |links| links.last_child = Some(node)),
        }
        true
    }

    /// Removes a node and everything below it from the mirror.
    pub(super) fn forget(&mut self, root: NodeId) {
        let mut pending = vec![root];
        while let Some(node) = pending.pop() {
            let Some(entry) = self.nodes.remove(&node) else {
                continue;
            };
            let mut child = entry.links.first_child;
            while let Some(id) = child {
                pending.push(id);
                child = self.links(id).next;
            }
        }
    }

    /// Whether a node is known but has no place in the document.
    pub(super) fn is_detached(&self, node: NodeId) -> bool {
        self.nodes
            .get(&node)
            .is_some_and(|entry| entry.links.parent.is_none())
            && self.document != Some(node)
    }

    pub(super) fn is_same_or_ancestor(&self, ancestor: NodeId, node: NodeId) -> bool {
        let mut current = Some(node);
        while let Some(id) = current {
            if id == ancestor {
                return true;
            }
            current = self.links(id).parent;
        }
        false
    }

    pub(super) fn links(&self, node: NodeId) -> Links {
        self.nodes
            .get(&node)
            .map_or(Links::default(), |entry| entry.links)
    }

    /// The sibling that will stand before a node at this place; `None` if the place does not exist.
    fn previous_at(&self, parent: NodeId, place: Place) -> Option<Option<NodeId>> {
        let parent_entry = self.nodes.get(&parent)?;
        if !parent_entry.content.is_container() {
            return None;
        }
        match place {
            Place::First => Some(
                parent_entry
                    .links
                    .first_child
                    .filter(|&first| self.is_inner_root(first)),
            ),
            Place::After(sibling) => {
                (self.links(sibling).parent == Some(parent)).then_some(Some(sibling))
            }
            Place::Last => Some(parent_entry.links.last_child),
        }
    }

    fn is_inner_root(&self, node: NodeId) -> bool {
        self.nodes
            .get(&node)
            .is_some_and(|entry| entry.content.is_inner_root())
    }

    fn relink(&mut self, node: NodeId, change: impl FnOnce(&mut Links)) {
        if let Some(entry) = self.nodes.get_mut(&node) {
            change(&mut entry.links);
        }
    }

    fn relink_some(&mut self, node: Option<NodeId>, change: impl FnOnce(&mut Links)) {
        if let Some(node) = node {
            self.relink(node, change);
        }
    }
}
