//! A batch: a run of records of one view, encoded and sent as one unit.
//!
//! - `builder`: records into a batch.
//! - `chunk`: a batch piece by piece, while it is being filled.
//! - `opened`: a batch into records; `rewriting`: a batch with other contents of its records.
//! - `header`: what a batch says of itself.
//! - `envelope`: how header and payload are put together.

mod builder;
mod chunk;
mod envelope;
mod header;
mod opened;
mod rewriting;

pub use builder::{BatchBuilder, BatchLabel};
pub use chunk::join;
pub use header::{BatchHeader, FlushReason};
pub use opened::{OpenBatch, Records};
