use crate::error::{DecodeError, Result};
use crate::limits::{STRING_BYTES_MAX, STRINGS_PER_BATCH_MAX};
use crate::message_pack::Reader;

/// Follows references, in the order in which they were given out.
#[derive(Debug)]
pub(crate) struct StringTableReader<'a> {
    strings: Vec<&'a str>,
    pub(crate) references: References,
}

/// What references may name; a copy of it can be kept in registers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct References {
    string_count: usize,
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
        let references = References {
            string_count: count,
            fresh: 0,
        };
        Ok(Self {
            strings,
            references,
        })
    }

    /// The string that a reference stands for.
    #[inline]
    pub(crate) fn resolve(&mut self, reference: u64) -> Result<&'a str> {
        let index = self.references.follow(reference)?;
        self.string(index)
    }

    #[inline]
    pub(crate) fn string(&self, index: usize) -> Result<&'a str> {
        let string = self.strings.get(index).copied();
        string.ok_or(DecodeError::UnknownString)
    }

    /// Whether every string was named at least once.
    pub(crate) fn is_used_up(&self) -> bool {
        self.references.fresh == self.strings.len()
    }
}

impl References {
    /// Where in the table the string of a reference stands.
    #[inline]
    pub(crate) fn follow(&mut self, reference: u64) -> Result<usize> {
        match usize::try_from(reference) {
            Ok(0) if self.fresh < self.string_count => {
                self.fresh += 1;
                Ok(self.fresh - 1)
            }
            // A reference may only name what came before, or a writer could hide strings that
            // a streaming reader has not seen yet.
            Ok(named) if (1..=self.fresh).contains(&named) => Ok(named - 1),
            _ => Err(DecodeError::UnknownString),
        }
    }
}
