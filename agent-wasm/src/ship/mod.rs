//! Batches to the edge.
//!
//! - [`outbox`]: which batches wait, and what each answer of the edge means for them (pure).
//! - [`look_back`]: what is kept of a session that nobody may want (pure).
//! - [`sheets`]: which sheets the edge is asked about and sent (pure).
//! - [`retry`]: how long to wait before the next attempt (pure).
//! - `transport`: the request itself.

pub mod look_back;
pub mod outbox;
pub mod retry;
pub mod sheets;

pub(crate) mod transport;
