//! What the collector read, as records.
//!
//! A capture message is three things: the words of a run of ops, the lengths of the strings they
//! mention in UTF-16 units, and those strings joined. The format is internal: collector and core
//! always ship together.
//!
//! - [`op`]: the numbers that both sides share.
//! - `strings`: the strings of a message; `op_body`: the words of one op, with the strings they mention.
//! - `node_entries`: node entries into forests.
//! - `read`: ops into [`Captured`] values; `style_sheets`: those about sheets; `signals`: those
//!   beside the picture; `window`: those about the browser's window.
//! - `console_values`, `stack`: what the console was given and the stacks of browsers, as text and as
//!   frames.
//! - [`performance`]: entries of the performance timeline.

pub mod op;
pub mod performance;

mod console_values;
mod node_entries;
mod op_body;
mod read;
mod signals;
mod stack;
mod strings;
mod style_sheets;
mod window;

use wire_format::node::Forest;
use wire_format::record::{Record, RequestStart};

use performance::PerformanceEntry;
pub use read::CaptureMessage;

/// One thing that the collector read.
#[derive(Debug)]
pub enum Captured<'a> {
    /// A new document begins; mutations that build it follow.
    Document {
        /// The address of the page.
        url: &'a str,
        /// Width of the viewport in CSS pixels.
        width: u32,
        /// Height of the viewport in CSS pixels.
        height: u32,
    },
    /// The root of a new document, with its subtree as far as it was walked.
    Root(Forest<'a>),
    /// Every node of the document has been read at least once.
    SnapshotComplete,
    /// A record as it will be sent, but for masking.
    Record(Record<'a>),
    /// A request begins.
    Request {
        /// What is said of it, but for masking.
        start: RequestStart<'a>,
        /// When, in milliseconds of the performance timeline.
        started_ms: f64,
    },
    /// The browser tells of something that it measured.
    Performance(PerformanceEntry<'a>),
}

/// The message does not follow the format of the ops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaptureError {
    /// The words end within an op.
    #[error("the words end within an op")]
    Truncated,
    /// No op has this number.
    #[error("op {0} is not known")]
    UnknownOp(u32),
    /// A number has no meaning in its place.
    #[error("{0} is out of range")]
    OutOfRange(&'static str),
    /// A reference to a string that the message does not hold.
    #[error("reference to a string that is not in the message")]
    UnknownString,
    /// A node entry stands before its parent.
    #[error("a node entry stands before its parent")]
    OrphanEntry,
}

#[cfg(test)]
pub(crate) mod script;
#[cfg(test)]
mod tests;
