use crate::error::{DecodeError, Result};
use crate::limits::{STRING_BYTES_MAX, STRINGS_PER_BATCH_MAX};
use crate::message_pack::Reader;

/// Follows references, in the order in which they were given out.
#[derive(Debug)]
pub(crate) struct StringTableReader<'a> {
    strings: Vec<&'a str>,
    fresh: usize,
}

impl<'a> StringTableReader<'a> {
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self> {
        let count = reader.array()?;
        if count > STRINGS_PER_BATCH_MAX {
            return Err(DecodeError::LimitExceeded {
                what: "strings of a batch",
                limit: STRINGS_PER_BATCH_MAX,
            });
        }
        let mut strings = Vec::new();
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
    #[inline]
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
