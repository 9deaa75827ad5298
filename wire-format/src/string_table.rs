//! The strings of a batch, each stored once; see "String table" in `docs/wire-format.md`.

use std::collections::HashMap;

use crate::error::{DecodeError, Result};
use crate::limits::STRING_BYTES_MAX;
use crate::message_pack::{Reader, Writer};

/// Collects strings and gives out references to them.
#[derive(Clone, Debug, Default)]
pub(crate) struct StringTableWriter {
    indexes: HashMap<Box<str>, u32>,
    strings: Writer,
}

impl StringTableWriter {
    /// The reference to a string: 0 if it is new, which makes it the next string of the table.
    pub(crate) fn reference(&mut self, text: &str) -> u32 {
        if let Some(&index) = self.indexes.get(text) {
            return index + 1;
        }
        let index = self.indexes.len() as u32;
        self.indexes.insert(text.into(), index);
        self.strings.str(text);
        0
    }

    pub(crate) fn size_bytes(&self) -> usize {
        self.strings.len()
    }

    pub(crate) fn count(&self) -> u32 {
        self.indexes.len() as u32
    }

    /// The strings in order, one MessagePack value each.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.strings.as_bytes()
    }
}

/// Follows references, in the order in which they were given out.
#[derive(Debug)]
pub(crate) struct StringTableReader<'a> {
    strings: Vec<&'a str>,
    fresh: usize,
}

impl<'a> StringTableReader<'a> {
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self> {
        let count = reader.array()?;
        let mut strings = Vec::with_capacity(count);
        for _ in 0..count {
            let text = reader.str()?;
            if text.len() > STRING_BYTES_MAX {
                return Err(DecodeError::LimitExceeded {
                    what: "bytes of a string",
                    limit: STRING_BYTES_MAX,
                });
            }
            strings.push(text);
        }
        Ok(Self { strings, fresh: 0 })
    }

    /// The string that a reference stands for.
    pub(crate) fn resolve(&mut self, reference: u64) -> Result<&'a str> {
        let index = match usize::try_from(reference).map_err(|_| DecodeError::UnknownString)? {
            0 => {
                self.fresh += 1;
                self.fresh - 1
            }
            // A reference may only name what came before, or a writer could hide strings that
            // a streaming reader has not seen yet.
            named if named <= self.fresh => named - 1,
            _ => return Err(DecodeError::UnknownString),
        };
        self.strings
            .get(index)
            .copied()
            .ok_or(DecodeError::UnknownString)
    }

    /// Whether every string was named at least once.
    pub(crate) fn is_used_up(&self) -> bool {
        self.fresh == self.strings.len()
    }
}
