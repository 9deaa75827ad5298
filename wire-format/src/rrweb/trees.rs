//! Trees as rrweb knows them: a frame has no children, the document of a frame is a tree of its
//! own, and what is in a template does not exist.

use crate::id::NodeId;
use crate::mirror::MirrorNode;
use crate::node::Content;

/// A subtree in preorder, shadow roots included, documents of frames not.
pub(super) fn preorder(root: MirrorNode<'_>) -> Vec<MirrorNode<'_>> {
    let mut all = Vec::new();
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        all.push(node);
        let first = pending.len();
        pending.extend(children(node));
        if let Some(children) = pending.get_mut(first..) {
            children.reverse();
        }
    }
    all
}

/// The children of a node in the same tree; the shadow root of a host is the first one.
pub(super) fn children<'m>(node: MirrorNode<'m>) -> impl Iterator<Item = MirrorNode<'m>> {
    let has_none = is_frame(node);
    node.children().filter(move |child| {
        !has_none
            && !matches!(
                child.content(),
                Content::Document | Content::TemplateContent
            )
    })
}

/// The children of all shadow roots in a subtree, inner ones first.
pub(super) fn shadow_children(root: MirrorNode<'_>) -> Vec<MirrorNode<'_>> {
    let mut children = preorder(root);
    children.retain(|node| {
        node.parent()
            .is_some_and(|parent| parent.content().is_shadow_root())
    });
    children.reverse();
    children
}

/// The parent as rrweb knows it, which has no shadow roots: their host. `None` for what rrweb does
/// not know: children of frames and roots of documents.
pub(super) fn rrweb_parent(node: MirrorNode<'_>) -> Option<(NodeId, bool)> {
    let parent = node.parent()?;
    if parent.content().is_shadow_root() {
        return Some((parent.parent()?.id(), true));
    }
    (!is_frame(parent)).then_some((parent.id(), false))
}

/// Whether a node is a frame that may show a document of its own.
pub(super) fn is_frame(node: MirrorNode<'_>) -> bool {
    node.element()
        .is_some_and(|element| element.tag == "iframe")
}

/// The document that a frame shows, if it was recorded.
pub(super) fn frame_document(frame: MirrorNode<'_>) -> Option<MirrorNode<'_>> {
    frame
        .children()
        .next()
        .filter(|child| *child.content() == Content::Document)
}

/// Whether a node is part of what a visitor can see; what is in templates is not, nor what is
/// written inside the tags of a frame.
pub(super) fn is_shown(node: MirrorNode<'_>) -> bool {
    node.and_ancestors().all(|node| {
        let is_fallback =
            *node.content() != Content::Document && node.parent().is_some_and(is_frame);
        *node.content() != Content::TemplateContent && !is_fallback
    })
}
