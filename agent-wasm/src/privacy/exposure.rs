use std::collections::HashMap;

use wire_format::NodeId;
use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::node::{Content, Element, Text};
use wire_format::record::Mutation;

use super::filler::{mask_text, mask_value};

const PRIVACY_ATTRIBUTE: &str = "data-monitorme";

/// How the text of a node's children is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exposure {
    Shown,
    /// Below a marked element.
    Masked,
    /// The text is the value of a form control.
    Value,
    /// The text is a program or its data.
    Script,
}

impl Exposure {
    /// What holds below an element that stands where this holds.
    pub(super) fn below(self, element: &Element<'_>) -> Self {
        if let Some(exposure) = Self::by_tag(&element.tag) {
            exposure
        } else if self == Self::Masked || is_marked(element) {
            Self::Masked
        } else {
            Self::Shown
        }
    }

    pub(super) fn apply_to(self, text: &mut Text<'_>) {
        match self {
            Self::Shown => {}
            Self::Masked => mask_text(text),
            Self::Value => mask_value(text),
            Self::Script => *text = Text::Borrowed(""),
        }
    }

    fn by_tag(tag: &str) -> Option<Self> {
        match tag {
            "textarea" => Some(Self::Value),
            "script" => Some(Self::Script),
            _ => None,
        }
    }
}

/// The document as a mutation will leave it. What is masked is decided by where nodes will be, not
/// by where they were: a text that changes on its way into a marked element is masked.
pub(super) struct Surroundings<'m> {
    mirror: &'m Mirror,
    parents: HashMap<NodeId, NodeId>,
    marked: HashMap<NodeId, bool>,
    by_tag: HashMap<NodeId, Exposure>,
}

impl<'m> Surroundings<'m> {
    pub(super) fn after(mirror: &'m Mirror, mutation: &Mutation<'_>) -> Self {
        let mut surroundings = Self {
            mirror,
            parents: HashMap::new(),
            marked: HashMap::new(),
            by_tag: HashMap::new(),
        };
        surroundings.add_forest(mutation);
        for change in mutation
            .attributes
            .iter()
            .filter(|change| change.name == PRIVACY_ATTRIBUTE)
        {
            surroundings
                .marked
                .insert(change.node, change.value.as_deref() == Some("mask"));
        }
        surroundings
    }

    /// What will hold for the children of a node.
    pub(super) fn below(&self, node: NodeId) -> Exposure {
        if let Some(exposure) = self.exposure_by_tag(node) {
            return exposure;
        }
        let mut current = Some(node);
        while let Some(node) = current {
            if self.is_marked(node) {
                return Exposure::Masked;
            }
            current = self.parent(node);
        }
        Exposure::Shown
    }

    /// What will hold for a text; it is masked if nobody knows where it is.
    pub(super) fn of_text(&self, text: NodeId) -> Exposure {
        self.parent(text)
            .map_or(Exposure::Masked, |parent| self.below(parent))
    }

    fn add_forest(&mut self, mutation: &Mutation<'_>) {
        let mut nodes = mutation.forest.iter();
        for run in &mutation.runs {
            // Per open node, how many of its children are still to come.
            let mut open = vec![(run.parent, run.tree_count)];
            while let Some((parent, left)) = open.last_mut() {
                if *left == 0 {
                    open.pop();
                    continue;
                }
                *left -= 1;
                let parent = *parent;
                let Some(node) = nodes.next() else { return };
                self.parents.insert(node.id, parent);
                if let Content::Element(element) = &node.content {
                    self.marked.insert(node.id, is_marked(element));
                    self.by_tag
                        .extend(Exposure::by_tag(&element.tag).map(|by_tag| (node.id, by_tag)));
                }
                open.push((node.id, node.child_count));
            }
        }
    }

    fn parent(&self, node: NodeId) -> Option<NodeId> {
        let known = || self.mirror.node(node)?.parent().map(MirrorNode::id);
        self.parents.get(&node).copied().or_else(known)
    }

    fn is_marked(&self, node: NodeId) -> bool {
        let known = || {
            self.mirror
                .node(node)
                .and_then(MirrorNode::element)
                .is_some_and(is_marked)
        };
        self.marked.get(&node).copied().unwrap_or_else(known)
    }

    fn exposure_by_tag(&self, node: NodeId) -> Option<Exposure> {
        let known = || Exposure::by_tag(&self.mirror.node(node)?.element()?.tag);
        self.by_tag.get(&node).copied().or_else(known)
    }
}

/// Whether an element hides its text by itself.
pub(super) fn is_marked(element: &Element<'_>) -> bool {
    element.attribute(PRIVACY_ATTRIBUTE) == Some("mask") || is_editable(element)
}

/// Whether visitors type into the element itself, as in editors of rich text.
fn is_editable(element: &Element<'_>) -> bool {
    element
        .attribute("contenteditable")
        .is_some_and(|value| value != "false")
}
