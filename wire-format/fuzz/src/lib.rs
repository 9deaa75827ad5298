//! What holds for any bytes whatever: functions that end, take little memory and do not panic, whoever
//! made their input.
//!
//! Two engines call them: libFuzzer for hours (`cargo xtask fuzz`), and a test over the inputs in
//! `corpus/` and seeded changes of them. See `docs/fuzzing.md`.
//!
//! - [`decode()`]: batches, chunks, segments and sheets are values or errors.
//! - [`validate()`]: what the edge lets pass is what a reader can read, and it takes little memory.
//! - [`round_trip()`]: what was decoded is encoded to what is decoded to the same.
//! - [`replay()`]: whatever records say becomes events of a replay.
//! - [`input`]: what the bytes of an input stand for.
//! - [`memory`]: how much memory a function takes.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a panic is how a target says that something does not hold"
)]

pub mod input;
pub mod memory;

mod decode;
mod replay;
mod round_trip;
mod validate;

pub use decode::decode;
pub use replay::replay;
pub use round_trip::round_trip;
pub use validate::{validate, validate_body};

/// A function to be called with any bytes.
pub type Target = fn(&[u8]);

/// Every target, with its name.
pub const TARGETS: [(&str, Target); 4] = [
    ("decode", decode),
    ("validate", validate),
    ("round-trip", round_trip),
    ("replay", replay),
];
