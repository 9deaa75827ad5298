//! The contract between recorder, edge and dashboard: what a recording looks like as bytes.
//!
//! Normative description: `docs/wire-format.md`. This crate does no I/O and knows neither browser
//! nor worker; it is the one encoder and the one decoder of the project.
//!
//! # Layout
//!
//! - [`id`]: sessions, windows, views and nodes, as types.
//! - [`record`], [`node`], [`state`]: what a recording says.
//! - [`batch`]: what a recorder sends at once; [`BatchBuilder`] writes one, [`OpenBatch`] reads one.
//! - [`sheet`]: style sheets, and the archive that keeps each once per project.
//! - [`segment`]: what the edge stores, many batches with an index.
//! - [`mirror`]: a document rebuilt from records; the recorder and the player keep one each.
//! - [`node_map`]: maps from nodes, with a hash of their own.
//! - [`validation`]: what a batch must be before an edge stores it; [`summary`]: the few facts of it that
//!   the index of sessions is made of.
//! - [`rrweb`]: conversion to the events of the stock rrweb replayer (feature `rrweb`).
//! - [`limits`], [`error`]: every maximum with its reason; what can be wrong with bytes.

#![forbid(unsafe_code)]

pub mod batch;
pub mod error;
pub mod id;
pub mod limits;
pub mod mirror;
pub mod node;
pub mod node_map;
pub mod record;
#[cfg(feature = "rrweb")]
pub mod rrweb;
pub mod segment;
pub mod sheet;
pub mod state;
pub mod summary;
pub mod validation;

mod codec;
mod decode;
mod encode;
mod message_pack;
mod string_table;

pub use batch::{BatchBuilder, BatchHeader, FlushReason, OpenBatch};
pub use error::DecodeError;
pub use id::{NodeId, SessionId, ViewId, WindowId};
pub use node_map::NodeMap;
pub use record::Record;
