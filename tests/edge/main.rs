//! The edge in the real Workers runtime, over HTTP: what it takes in, what it refuses, and what it
//! keeps when it is stopped.
//!
//! All tests share one running edge. Those that look at its stores as a whole, or stop it, have it
//! for themselves meanwhile. `cargo xtask test --only edge` builds what they need and runs them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod accepted;
mod accounting;
mod addresses;
mod authorization;
mod blobs;
mod compaction;
mod concurrency;
mod deletion;
mod first_run;
mod hostile_payloads;
mod keys_and_origins;
mod live;
mod maintenance;
mod malformed;
mod oversized;
mod postgres;
mod projects;
mod quotas;
mod restart;
mod s3;
mod scrubbing;
mod session_list;
mod settings;
mod sheets;
mod sign_in;
mod storage_failure;
mod traces_left;
