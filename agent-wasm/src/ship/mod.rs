//! Batches to the edge.
//!
//! - [`outbox`]: which batches wait, and what each answer of the edge means for them (pure).
//! - [`retry`]: how long to wait before the next attempt (pure).
//! - `transport`: the request itself.

pub mod outbox;
pub mod retry;

pub(crate) mod transport;
