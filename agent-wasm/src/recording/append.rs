use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::node::trees;
use wire_format::record::Mutation;
use wire_format::{NodeId, NodeMap};

use crate::capture::op::APPEND;

/// Puts real siblings in place of "behind all children there are", which the collector says while
/// it walks the document and does not look back.
pub(super) fn resolve(mirror: &Mirror, mutation: &mut Mutation<'_>) {
    let mut roots = trees(&mutation.forest)
        .filter_map(<[_]>::first)
        .map(|root| root.id);
    // Per parent, the root of the last tree placed below it.
    let mut last_roots: NodeMap<NodeId> = NodeMap::default();
    for run in &mut mutation.runs {
        if run.previous.map(NodeId::get) == Some(APPEND) {
            let before = last_roots.get(&run.parent).copied();
            run.previous = before.or_else(|| last_child(mirror, run.parent, &mutation.removed));
        }
        if let Some(root) = roots.by_ref().take(run.tree_count as usize).last() {
            last_roots.insert(run.parent, root);
        }
    }
}

/// The last child that stays, unless it is the shadow root, which every other child stands behind.
fn last_child(mirror: &Mirror, parent: NodeId, removed: &[NodeId]) -> Option<NodeId> {
    let last = mirror.node(parent)?.last_child();
    std::iter::successors(last, |child| child.previous_sibling())
        .map(MirrorNode::id)
        .find(|child| !removed.contains(child))
}
