use std::collections::HashSet;

use super::Exporter;
use super::addresses::Addresses;
use super::events::{Source, write_incremental};
use super::json::Json;
use super::nodes::{has_rules, is_live, is_replaced_by_rules, write_attribute, write_fields};
use super::pictures::is_decided;
use crate::id::NodeId;
use crate::mirror::{Mirror, MirrorNode};
use crate::node::{Content, Node, trees};
use crate::record::{AttributeChange, Mutation, Record, TextChange};
use crate::state::State;

impl Exporter {
    /// A mutation, and of what it brought the scroll positions and adopted sheets, which rrweb has
    /// no place for.
    pub(super) fn mutation(&mut self, at_ms: u64, mutation: &Mutation<'_>, record: &Record<'_>) {
        let removed = removed_places(&self.mirror, mutation);
        self.mirror.apply(record);
        let added = added_nodes(&self.mirror, mutation);

        let (mirror, addresses) = (&self.mirror, &self.addresses);
        write_incremental(&mut self.events, at_ms, Source::Mutation, |json| {
            write_removes(json, &removed);
            write_adds(json, &added, addresses);
            write_texts(json, mirror, &mutation.texts, addresses);
            write_attributes(json, mirror, &mutation.attributes, addresses);
        });
        let scroll_positions = scroll_positions(&added);
        let adopting = adopting_roots(&added);
        let arrived: Vec<NodeId> = added.iter().map(|node| node.id()).collect();
        for (node, x, y) in scroll_positions {
            self.scroll_event(at_ms, node, x, y);
        }
        for root in adopting {
            self.adopted_sheets(at_ms, root);
        }
        self.late_states(at_ms, &arrived);
    }
}

/// Where a node stood that is removed or moved.
struct RemovedPlace {
    node: NodeId,
    parent: NodeId,
    is_shadow: bool,
}

fn removed_places(mirror: &Mirror, mutation: &Mutation<'_>) -> Vec<RemovedPlace> {
    let moved = mutation
        .forest
        .iter()
        .filter(|node| node.content == Content::Moved)
        .map(|node| node.id);
    let gone = mutation
        .removed
        .iter()
        .copied()
        .chain(moved)
        .chain(hosts_to_rebuild(mutation));
    let mut seen = HashSet::new();
    let mut places = Vec::new();
    for node in gone.filter_map(|node| mirror.node(node)) {
        let with_shadow_trees = shadow_children(node).into_iter().chain([node]);
        for node in with_shadow_trees.filter(|node| *node.content() != Content::ShadowRoot) {
            let place = rrweb_parent(node).filter(|_| seen.insert(node.id()));
            places.extend(place.map(|(parent, is_shadow)| RemovedPlace {
                node: node.id(),
                parent,
                is_shadow,
            }));
        }
    }
    places
}

/// The children of all shadow roots in a subtree, inner ones first. The replayer forgets a removed
/// subtree but for its shadow trees, and would take their nodes for present ones if they came back.
fn shadow_children(root: MirrorNode<'_>) -> Vec<MirrorNode<'_>> {
    let mut children = preorder(root);
    children.retain(|node| {
        node.parent()
            .is_some_and(|parent| *parent.content() == Content::ShadowRoot)
    });
    children.reverse();
    children
}

/// The parent as rrweb knows it, which has no shadow roots: their host.
fn rrweb_parent(node: MirrorNode<'_>) -> Option<(NodeId, bool)> {
    let parent = node.parent()?;
    match parent.content() {
        Content::ShadowRoot => Some((parent.parent()?.id(), true)),
        _ => Some((parent.id(), false)),
    }
}

/// Every node that rrweb has to add: the subtrees that came or moved, without those that stand in
/// another one of them. Later siblings come first, so that each finds the one it stands before.
fn added_nodes<'m>(mirror: &'m Mirror, mutation: &Mutation<'_>) -> Vec<MirrorNode<'m>> {
    let in_forest = mutation.forest.iter().map(|node| node.id);
    let to_add: Vec<NodeId> = in_forest.rev().chain(hosts_to_rebuild(mutation)).collect();
    let arrived: HashSet<NodeId> = to_add.iter().copied().collect();
    let mut seen = HashSet::new();
    let roots = to_add
        .iter()
        .filter_map(|&node| mirror.node(node))
        .filter(|node| {
            let stands_in_another = node
                .and_ancestors()
                .skip(1)
                .any(|ancestor| arrived.contains(&ancestor.id()));
            node.parent().is_some() && !stands_in_another && seen.insert(node.id())
        });
    roots.flat_map(preorder).collect()
}

/// Hosts that were there before and now get a shadow root without children. rrweb has no way to say
/// so but to build the host anew.
fn hosts_to_rebuild(mutation: &Mutation<'_>) -> impl Iterator<Item = NodeId> {
    let mut trees = trees(&mutation.forest);
    mutation.runs.iter().filter_map(move |run| {
        let mut roots = trees
            .by_ref()
            .take(run.tree_count as usize)
            .filter_map(<[_]>::first);
        let is_empty =
            |root: &Node<'_>| root.content == Content::ShadowRoot && root.child_count == 0;
        // Every tree of the run has to be taken, so that the next run finds its own.
        roots
            .by_ref()
            .fold(false, |found, root| found | is_empty(root))
            .then_some(run.parent)
    })
}

fn preorder(root: MirrorNode<'_>) -> Vec<MirrorNode<'_>> {
    let mut all = Vec::new();
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        all.push(node);
        let first = pending.len();
        pending.extend(node.children());
        if let Some(children) = pending.get_mut(first..) {
            children.reverse();
        }
    }
    all
}

fn write_removes(json: &mut Json, removed: &[RemovedPlace]) {
    json.open_array("removes");
    for place in removed {
        json.open_object();
        json.number("parentId", place.parent.get());
        json.number("id", place.node.get());
        if place.is_shadow {
            json.bool("isShadow", true);
        }
        json.close_object();
    }
    json.close_array();
}

fn write_adds(json: &mut Json, added: &[MirrorNode<'_>], addresses: &Addresses) {
    json.open_array("adds");
    let mut known: HashSet<NodeId> = HashSet::new();
    for node in added {
        let is_root = node
            .parent()
            .is_none_or(|parent| !known.contains(&parent.id()));
        known.insert(node.id());
        // rrweb has no shadow roots; it makes one for the first of its children.
        if *node.content() == Content::ShadowRoot {
            continue;
        }
        let Some((parent, _)) = rrweb_parent(*node) else {
            continue;
        };
        // Below a new node, siblings follow in order and each is appended; a root has its place
        // among siblings that are there already.
        let next = node
            .next_sibling()
            .filter(|_| is_root)
            .map(|next| next.id().get());
        json.open_object();
        json.number("parentId", parent.get());
        json.number_or_null("nextId", next);
        json.open_object_at("node");
        write_fields(json, *node, addresses);
        if node.content().is_container() {
            json.open_array("childNodes");
            json.close_array();
        }
        json.close_object();
        json.close_object();
    }
    json.close_array();
}

fn write_texts(
    json: &mut Json,
    mirror: &Mirror,
    changes: &[TextChange<'_>],
    addresses: &Addresses,
) {
    json.open_array("texts");
    for change in changes {
        let Some(parent) = mirror.node(change.node).and_then(MirrorNode::parent) else {
            continue;
        };
        if has_rules(parent) {
            // The rules that the new text led to follow by themselves.
            continue;
        }
        json.open_object();
        json.number("id", change.node.get());
        if parent
            .element()
            .is_some_and(|element| element.tag == "style")
        {
            json.string("value", &addresses.absolute_css(&change.content));
        } else {
            json.string("value", &change.content);
        }
        json.close_object();
    }
    json.close_array();
}

fn write_attributes(
    json: &mut Json,
    mirror: &Mirror,
    changes: &[AttributeChange<'_>],
    addresses: &Addresses,
) {
    json.open_array("attributes");
    for change in changes {
        let Some(node) = mirror.node(change.node) else {
            continue;
        };
        let (Some(element), false) = (node.element(), is_overruled(node, &change.name)) else {
            continue;
        };
        json.open_object();
        json.number("id", change.node.get());
        json.open_object_at("attributes");
        match &change.value {
            Some(value) => write_attribute(json, element, &change.name, value, addresses),
            None => json.null(&super::harmless::attribute_name(&change.name)),
        }
        json.close_object();
        json.close_object();
    }
    json.close_array();
}

/// Whether the live state of a node stands in the replay where this attribute would.
fn is_overruled(node: MirrorNode<'_>, name: &str) -> bool {
    node.element().is_some_and(|element| is_live(element, name))
        || is_decided(node, name)
        || node.states().iter().any(|state| match state {
            State::Value(_) => name == "value",
            State::Rules(_) => has_rules(node) && is_replaced_by_rules(name),
            State::SheetMedia(_) => name == "media",
            _ => false,
        })
}

fn scroll_positions(added: &[MirrorNode<'_>]) -> Vec<(NodeId, i32, i32)> {
    let position = |node: &MirrorNode<'_>| {
        node.states().iter().find_map(|state| match state {
            State::Scroll { x, y } => Some((node.id(), *x, *y)),
            _ => None,
        })
    };
    added.iter().filter_map(position).collect()
}

fn adopting_roots(added: &[MirrorNode<'_>]) -> Vec<NodeId> {
    let adopts = |node: &&MirrorNode<'_>| {
        let mut states = node.states().iter();
        states.any(|state| matches!(state, State::AdoptedSheets(_)))
    };
    added.iter().filter(adopts).map(|node| node.id()).collect()
}
