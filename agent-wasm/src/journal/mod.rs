//! What is not sent yet, on disk: chunks of batches, written as the records come.
//!
//! A journal is a file that one recorder core appends to and no other core can open meanwhile. Where
//! a page ended before its batches were acknowledged, a core of a later visit reads its journal and
//! sends what is in it. `docs/adr/0014-journal.md` says why it is made like this.
//!
//! - [`frame`]: the entries of the file.
//! - [`log`]: writing it, and giving back the space of what is acknowledged.
//! - [`leftover`]: reading the journal of a page that is gone.
//! - `file`: the file itself, in the browser.

pub mod frame;
pub mod leftover;
pub mod log;

pub(crate) mod file;

#[cfg(test)]
mod tests;
