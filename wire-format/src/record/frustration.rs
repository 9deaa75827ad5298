use super::numbers::wire_enum;
use crate::id::NodeId;

/// Clicks that did not help the visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frustration {
    /// In which way.
    pub kind: FrustrationKind,
    /// Milliseconds before the time of the record: when the first of the clicks was.
    pub age_ms: u32,
    /// What was clicked.
    pub node: Option<NodeId>,
    /// CSS pixels from the left edge of the viewport.
    pub x: i32,
    /// CSS pixels from the top edge of the viewport.
    pub y: i32,
    /// How many clicks.
    pub click_count: u32,
}

wire_enum!(
    /// How clicks did not help.
    FrustrationKind {
        /// Many clicks in one place within a moment.
        RageClick = 1,
        /// A click on something that looks as if it did something, and does nothing.
        DeadClick = 2,
    }
);
