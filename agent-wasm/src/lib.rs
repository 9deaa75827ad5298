//! The recorder core: runs in a Web Worker, next to the collector on the page's main thread.
//!
//! The collector (`agent-wasm/collector`, TypeScript) only reads the page. What it read arrives
//! here as packed words, is masked, held against a mirror of the document, encoded, compressed and
//! shipped.
//!
//! # Layout
//!
//! - [`capture`]: the packed words of the collector, as records.
//! - [`privacy`]: what must not leave the page; everything passes it before anything else.
//! - [`recording`]: records into batches: the mirror, views, full snapshots.
//! - [`journal`]: what is not sent yet, on disk.
//! - `signals`: conclusions: Web Vitals, rage and dead clicks, summaries.
//! - [`ship`]: batches to the edge: the outbox, when to try again, the request itself.
//! - [`limits`]: every maximum with its reason.
//! - `text`: finding and cutting in texts.
//! - `core`: what the worker's JavaScript sees; joins the parts and owns the timers.
//!
//! Only `core`, `environment`, `journal::file` and `ship::transport` know that there is a browser.

pub mod capture;
pub mod journal;
pub mod limits;
pub mod privacy;
pub mod recording;
pub mod ship;

mod core;
mod environment;
mod signals;
mod text;

pub use crate::core::Core;

/// A quarter of the size of the standard library's, which every visitor would load.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();
