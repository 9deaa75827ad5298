//! Ids of nodes in a replay. Windows that are shown in one replay count their nodes each by itself.

use crate::id::NodeId;

/// Ids of stand-ins begin above all node ids.
const FIRST_STAND_IN: i64 = 1 << 32;

/// All node ids, and as many stand-ins.
const LENGTH: i64 = 2 * FIRST_STAND_IN;

/// The ids that one document has in a replay.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct IdRange {
    first: i64,
}

impl IdRange {
    pub(super) fn of(self, node: NodeId) -> i64 {
        self.first + i64::from(node.get())
    }

    pub(super) const fn stand_in(self, number: i64) -> i64 {
        self.first + FIRST_STAND_IN + number
    }

    /// The range behind this one. A million of them are whole numbers to JavaScript.
    pub(super) const fn next(self) -> Self {
        Self {
            first: self.first + LENGTH,
        }
    }
}
