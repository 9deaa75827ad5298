use wire_format::NodeId;
use wire_format::mirror::Mirror;
use wire_format::record::Mutation;

use crate::capture::op::APPEND;

/// Puts real siblings in place of "behind all children there are", which the collector says while
/// it walks the document and does not look back.
pub(super) fn resolve(mirror: &Mirror, mutation: &mut Mutation<'_>) {
    let mut trees = roots(mutation).into_iter();
    let mut last_roots: Vec<(NodeId, NodeId)> = Vec::new();
    for run in &mut mutation.runs {
        if run.previous.map(NodeId::get) == Some(APPEND) {
            let before = last_roots
                .iter()
                .rfind(|(parent, _)| *parent == run.parent)
                .map(|(_, root)| *root);
            run.previous = before.or_else(|| last_child(mirror, run.parent, &mutation.removed));
        }
        let run_roots = trees.by_ref().take(run.tree_count as usize);
        if let Some(root) = run_roots.last() {
            last_roots.push((run.parent, root));
        }
    }
}

/// The roots of all trees of a mutation, in order.
fn roots(mutation: &Mutation<'_>) -> Vec<NodeId> {
    let mut roots = Vec::new();
    let mut open: Vec<u32> = Vec::new();
    for node in &mutation.forest {
        match open.last_mut() {
            Some(left) => *left -= 1,
            None => roots.push(node.id),
        }
        open.push(node.child_count);
        while open.last() == Some(&0) {
            open.pop();
        }
    }
    roots
}

/// The last child that stays, unless it is the shadow root, which every other child stands behind.
fn last_child(mirror: &Mirror, parent: NodeId, removed: &[NodeId]) -> Option<NodeId> {
    let children = mirror.node(parent)?.children();
    children
        .filter(|child| !removed.contains(&child.id()))
        .last()
        .map(|child| child.id())
}
