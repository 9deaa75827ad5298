use super::Decoder;
use crate::error::Result;
use crate::message_pack::Reader;
use crate::node::Text;
use crate::string_table::{References, StringTableReader};

/// Reads the long columns of a forest that are made of texts: most of what is decoded. Its place is a
/// copy of the decoder's, which the compiler can keep in registers.
#[derive(Debug)]
pub(super) struct Texts<'d, 'a> {
    strings: &'d StringTableReader<'a>,
    references: References,
    pub(super) input: Reader<'a>,
}

impl<'a> Texts<'_, 'a> {
    #[inline]
    pub(super) fn take(&mut self) -> Result<Text<'a>> {
        let index = self.references.follow(self.input.uint()?)?;
        self.strings.string(index).map(Text::Borrowed)
    }

    /// Reads so many without looking at them.
    #[inline]
    pub(super) fn check(&mut self, count: usize) -> Result<()> {
        for _ in 0..count {
            self.references.follow(self.input.uint()?)?;
        }
        Ok(())
    }
}

impl<'a> Decoder<'a> {
    /// Reads texts, and goes on behind them.
    pub(super) fn texts<T>(
        &mut self,
        read: impl FnOnce(&mut Texts<'_, 'a>) -> Result<T>,
    ) -> Result<T> {
        let mut texts = Texts {
            strings: &self.strings,
            references: self.strings.references,
            input: self.input,
        };
        let result = read(&mut texts)?;
        (self.strings.references, self.input) = (texts.references, texts.input);
        Ok(result)
    }
}
