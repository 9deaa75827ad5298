use super::{PointerActionKind, PointerKind};
use crate::id::NodeId;

/// Where the pointer went, newest sample first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointerMove {
    /// What moved.
    pub pointer: PointerKind,
    /// Newest first.
    pub samples: Vec<PointerSample>,
}

/// Where the pointer was at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointerSample {
    /// Milliseconds before the time of the record.
    pub age_ms: u32,
    /// The element under the pointer.
    pub node: Option<NodeId>,
    /// CSS pixels from the left edge of the viewport.
    pub x: i32,
    /// CSS pixels from the top edge of the viewport.
    pub y: i32,
}

/// What the pointer did, where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointerAction {
    /// What it did.
    pub kind: PointerActionKind,
    /// The element under the pointer.
    pub node: Option<NodeId>,
    /// CSS pixels from the left edge of the viewport.
    pub x: i32,
    /// CSS pixels from the top edge of the viewport.
    pub y: i32,
    /// What did it.
    pub pointer: PointerKind,
}
