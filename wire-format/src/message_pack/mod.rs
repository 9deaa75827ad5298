//! MessagePack values, one at a time: a writer that cannot fail and a reader that trusts nothing.

mod reader;
mod writer;

pub(crate) use reader::Reader;
pub(crate) use writer::Writer;
