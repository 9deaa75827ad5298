//! What became of everything that was sent, and how the edge is doing.
//!
//! Every item, a batch or a style sheet, has exactly one [`Outcome`]. Outcomes, requests and failures
//! are counted in the memory of the isolate, and written to the index every few seconds: counting
//! in the index itself would cost a billed write per request. An isolate that is killed takes the
//! counts of its last seconds with it; what was accepted, the sessions say exactly.

mod flush;
mod inside;
mod item;
mod metrics;
mod request;
mod tally;

/// Outcomes are counted by the minute since the Unix epoch.
pub(crate) const MINUTE_MS: u64 = 60_000;

pub(crate) use flush::flush_later;
pub(crate) use inside::{count_discarded, count_scrubbed};
pub(crate) use item::{Item, ItemKind, Outcome};
pub(crate) use request::count_request;
pub(crate) use tally::count_storage_failure;
