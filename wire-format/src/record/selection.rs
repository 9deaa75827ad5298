use crate::id::NodeId;

/// A stretch of the document, from where it was begun to where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelectedRange {
    /// Its first boundary in the document.
    pub start: Boundary,
    /// Its last one; the same as `start` for a caret.
    pub end: Boundary,
}

/// A place between two characters of a text, or between two children of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// The text or element.
    pub node: NodeId,
    /// UTF-16 units, or children, before the place.
    pub offset: u32,
}
