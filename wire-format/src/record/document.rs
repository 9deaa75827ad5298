use crate::id::NodeId;
use crate::node::{Forest, Text};

/// The whole document at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct FullSnapshot<'a> {
    /// The address of the page.
    pub url: Text<'a>,
    /// Width of the viewport in CSS pixels.
    pub width: u32,
    /// Height of the viewport in CSS pixels.
    pub height: u32,
    /// One tree, whose root is the document.
    pub forest: Forest<'a>,
}

/// The final state of an interval, against the state before it; see `docs/wire-format.md`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mutation<'a> {
    /// Nodes taken from their place, with their subtrees.
    pub removed: Vec<NodeId>,
    /// Where the trees of the forest go, in order.
    pub runs: Vec<Run>,
    /// New subtrees, and references to moved ones.
    pub forest: Forest<'a>,
    /// Attributes set and removed.
    pub attributes: Vec<AttributeChange<'a>>,
    /// New contents of texts, comments and CDATA sections.
    pub texts: Vec<TextChange<'a>>,
}

impl Mutation<'_> {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty()
            && self.runs.is_empty()
            && self.forest.is_empty()
            && self.attributes.is_empty()
            && self.texts.is_empty()
    }
}

/// A run of sibling trees and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The parent of the trees.
    pub parent: NodeId,
    /// The sibling before the first tree; `None` if the trees come first.
    pub previous: Option<NodeId>,
    /// How many trees of the forest belong to this run.
    pub tree_count: u32,
}

/// An attribute that was set or removed.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeChange<'a> {
    /// The element.
    pub node: NodeId,
    /// The qualified name.
    pub name: Text<'a>,
    /// The new value, `None` if removed.
    pub value: Option<Text<'a>>,
}

/// A text, comment or CDATA section with new content.
#[derive(Clone, Debug, PartialEq)]
pub struct TextChange<'a> {
    /// The node.
    pub node: NodeId,
    /// Its whole new content.
    pub content: Text<'a>,
}
