//! What the tests of the running edge stand on: an edge, clients of it, visitors, and its stores.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

pub mod client;
pub mod damage;
pub mod edge;
pub mod index_store;
pub mod object_store;
pub mod refusal;
pub mod relay;
pub mod runtime;
mod s3_store;
pub mod stores;
pub mod viewer;
pub mod visit;
