use std::collections::HashSet;

use super::Exporter;
use super::documents::{Document, Page};
use super::events::{Source, scroll, write_incremental};
use super::json::Json;
use super::nodes::{has_rules, is_live, is_replaced_by_rules, write_attribute, write_fields};
use super::pictures::is_decided;
use super::trees::{children, is_frame, is_shown, preorder, rrweb_parent, shadow_children};
use crate::id::NodeId;
use crate::mirror::{Mirror, MirrorNode};
use crate::node::{Content, trees};
use crate::record::{AttributeChange, Mutation, Record, TextChange};
use crate::state::State;

impl Exporter {
    /// A mutation, and what of it rrweb has no place for: the documents of frames, and the scroll
    /// positions and adopted sheets of what came.
    pub(super) fn mutation(&mut self, at_ms: u64, mutation: &Mutation<'_>, record: &Record<'_>) {
        let removed = removed_places(&self.mirror, mutation);
        self.mirror.apply(record);
        let Arrived { nodes, frames } = arrived(&self.mirror, mutation);

        let context = Context {
            mirror: &self.mirror,
            page: &self.page,
        };
        write_incremental(&mut self.events, at_ms, Source::Mutation, |json| {
            write_removes(json, &removed);
            context.write_adds(json, &nodes);
            context.write_texts(json, &mutation.texts);
            context.write_attributes(json, &mutation.attributes);
        });
        let arrived: Vec<NodeId> = nodes.iter().map(|node| node.id()).collect();
        let adopting = adopting_roots(&nodes);
        for (node, x, y) in scroll_positions(&nodes) {
            self.scroll_event(at_ms, node, x, y);
        }
        for root in adopting {
            self.adopted_sheets(at_ms, root);
        }
        self.late_states(at_ms, &arrived);
        for host in empty_shadow_hosts(mutation) {
            self.attach_empty_shadow_root(at_ms, host);
        }
        for frame in frames {
            self.attach_frames(at_ms, frame);
        }
    }

    /// The room that a blocked element takes, as style: rrweb reads its own attributes for it only
    /// when it builds a node.
    pub(super) fn block_size(&mut self, at_ms: u64, node: NodeId, width: u32, height: u32) {
        if self.mirror.node(node).is_none() {
            return;
        }
        write_attribute_event(&mut self.events, at_ms, node, |json| {
            json.open_object_at("style");
            json.string("width", &format!("{width}px"));
            json.string("height", &format!("{height}px"));
            json.close_object();
        });
    }
}

/// Writes a mutation that changes attributes of one node.
pub(super) fn write_attribute_event(
    json: &mut Json,
    at_ms: u64,
    node: NodeId,
    attributes: impl FnOnce(&mut Json),
) {
    write_incremental(json, at_ms, Source::Mutation, |json| {
        for empty in ["removes", "adds", "texts"] {
            json.open_array(empty);
            json.close_array();
        }
        json.open_array("attributes");
        json.open_object();
        json.node("id", node);
        json.open_object_at("attributes");
        attributes(json);
        json.close_object();
        json.close_object();
        json.close_array();
    });
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
    let gone = mutation.removed.iter().copied().chain(moved);
    let mut seen = HashSet::new();
    let mut places = Vec::new();
    let roots = gone
        .filter_map(|node| mirror.node(node))
        .filter(|node| is_shown(*node))
        .flat_map(removable);
    for root in roots {
        // The replayer forgets a removed subtree but for its shadow trees, and would take their
        // nodes for present ones if they came back.
        let with_shadow_trees = shadow_children(root).into_iter().chain([root]);
        for node in with_shadow_trees.filter(|node| !node.content().is_shadow_root()) {
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

/// What has to be removed for a node to go: the document of a frame cannot, but all that is in it.
fn removable(node: MirrorNode<'_>) -> Vec<MirrorNode<'_>> {
    match node.content() {
        Content::Document => children(node).collect(),
        _ => vec![node],
    }
}

/// What a mutation brought, as rrweb wants to hear of it.
struct Arrived<'m> {
    /// Every node that has to be added: the subtrees that came or moved. Later siblings come first,
    /// so that each finds the one it stands before.
    nodes: Vec<MirrorNode<'m>>,
    /// The frames that came, or got another document.
    frames: Vec<NodeId>,
}

fn arrived<'m>(mirror: &'m Mirror, mutation: &Mutation<'_>) -> Arrived<'m> {
    let arrived: HashSet<NodeId> = mutation.forest.iter().map(|node| node.id).collect();
    let mut seen = HashSet::new();
    let roots = mutation
        .forest
        .iter()
        .rev()
        .filter_map(|node| mirror.node(node.id))
        .filter(|node| {
            let stands_in_another = node
                .and_ancestors()
                .skip(1)
                .any(|ancestor| arrived.contains(&ancestor.id()));
            !stands_in_another && is_shown(*node) && seen.insert(node.id())
        });
    let (mut nodes, mut frames) = (Vec::new(), Vec::new());
    for root in roots {
        if *root.content() == Content::Document {
            frames.extend(root.parent().map(MirrorNode::id));
        } else {
            nodes.extend(preorder(root));
        }
    }
    frames.extend(
        nodes
            .iter()
            .filter(|node| is_frame(**node))
            .map(|node| node.id()),
    );
    Arrived { nodes, frames }
}

/// Elements that were there before and get a shadow root without children.
fn empty_shadow_hosts(mutation: &Mutation<'_>) -> Vec<NodeId> {
    let mut trees = trees(&mutation.forest);
    let mut hosts = Vec::new();
    for run in &mutation.runs {
        let roots = trees.by_ref().take(run.tree_count as usize);
        for root in roots.filter_map(<[_]>::first) {
            if root.content.is_shadow_root() && root.child_count == 0 {
                hosts.push(run.parent);
            }
        }
    }
    hosts
}

fn write_removes(json: &mut Json, removed: &[RemovedPlace]) {
    json.open_array("removes");
    for place in removed {
        json.open_object();
        json.node("parentId", place.parent);
        json.node("id", place.node);
        if place.is_shadow {
            json.bool("isShadow", true);
        }
        json.close_object();
    }
    json.close_array();
}

/// What the events of a mutation are written from.
struct Context<'m> {
    mirror: &'m Mirror,
    page: &'m Page,
}

impl<'m> Context<'m> {
    fn shown(&self, node: NodeId) -> Option<(MirrorNode<'m>, Document<'m>)> {
        let node = self.mirror.node(node)?;
        Some((node, Document::of(node, self.page)?))
    }

    fn write_adds(&self, json: &mut Json, added: &[MirrorNode<'m>]) {
        json.open_array("adds");
        let mut known: HashSet<NodeId> = HashSet::new();
        let mut document = None;
        for node in added {
            let is_root = node
                .parent()
                .is_none_or(|parent| !known.contains(&parent.id()));
            known.insert(node.id());
            if is_root {
                document = Document::of(*node, self.page);
            }
            // rrweb has no shadow roots; it makes one for the first of its children.
            let (Some((parent, _)), Some(document), false) = (
                rrweb_parent(*node),
                &document,
                node.content().is_shadow_root(),
            ) else {
                continue;
            };
            // Below a new node, siblings follow in order and each is appended; a root has its place
            // among siblings that are there already.
            let next = node.next_sibling().filter(|_| is_root).map(MirrorNode::id);
            json.open_object();
            json.node("parentId", parent);
            json.node_or_null("nextId", next);
            json.open_object_at("node");
            write_fields(json, *node, document);
            if node.content().is_container() {
                json.open_array("childNodes");
                json.close_array();
            }
            json.close_object();
            json.close_object();
        }
        json.close_array();
    }

    fn write_texts(&self, json: &mut Json, changes: &[TextChange<'_>]) {
        json.open_array("texts");
        for change in changes {
            let Some((node, document)) = self.shown(change.node) else {
                continue;
            };
            if node.parent().is_some_and(has_rules) {
                // The rules that the new text led to follow by themselves.
                continue;
            }
            json.open_object();
            json.node("id", change.node);
            let is_style = node
                .parent()
                .and_then(MirrorNode::element)
                .is_some_and(|parent| parent.tag == "style");
            if is_style {
                json.string("value", &document.addresses.absolute_css(&change.content));
            } else {
                json.string("value", &change.content);
            }
            json.close_object();
        }
        json.close_array();
    }

    fn write_attributes(&self, json: &mut Json, changes: &[AttributeChange<'_>]) {
        json.open_array("attributes");
        for change in changes {
            let Some((node, document)) = self.shown(change.node) else {
                continue;
            };
            let (Some(element), false) = (node.element(), is_overruled(node, &change.name)) else {
                continue;
            };
            json.open_object();
            json.node("id", change.node);
            json.open_object_at("attributes");
            match &change.value {
                Some(value) => {
                    write_attribute(json, element, &change.name, value, &document.addresses)
                }
                None => json.null(&super::harmless::attribute_name(&element.tag, &change.name)),
            }
            json.close_object();
            json.close_object();
        }
        json.close_array();
    }
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
        let (x, y) = node.states().iter().find_map(scroll)?;
        Some((node.id(), x, y))
    };
    added.iter().filter_map(position).collect()
}

pub(super) fn adopting_roots(added: &[MirrorNode<'_>]) -> Vec<NodeId> {
    let adopts = |node: &&MirrorNode<'_>| {
        let mut states = node.states().iter();
        states.any(|state| matches!(state, State::AdoptedSheets(_)))
    };
    added.iter().filter(adopts).map(|node| node.id()).collect()
}
