//! The strings of a batch, each stored once; see "String table" in `docs/wire-format.md`.

mod reader;
mod writer;

pub(crate) use reader::{References, StringTableReader};
pub(crate) use writer::StringTableWriter;
