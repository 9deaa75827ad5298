use wire_format::NodeId;

use super::CaptureError;
use super::strings::Strings;

/// What one op says: its words, and the strings they refer to.
///
/// The first failure is kept and all that is read behind it is empty, so that an op is read as if
/// nothing could fail. Who reads one asks [`OpBody::finish`] before what was read is used.
#[derive(Debug)]
pub(super) struct OpBody<'s, 'a> {
    words: &'s [u32],
    strings: &'s Strings<'a>,
    failure: Option<CaptureError>,
}

impl<'s, 'a> OpBody<'s, 'a> {
    pub(super) const fn new(words: &'s [u32], strings: &'s Strings<'a>) -> Self {
        Self {
            words,
            strings,
            failure: None,
        }
    }

    /// Whether there is nothing left to read, which is also so after a failure.
    pub(super) const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The first word of what is left.
    pub(super) fn peek(&self) -> Option<u32> {
        self.words.first().copied()
    }

    /// Refuses the op.
    #[cold]
    pub(super) fn fail(&mut self, failure: CaptureError) {
        self.failure.get_or_insert(failure);
        self.words = &[];
    }

    /// Whether all could be read.
    pub(super) fn finish(self) -> Result<(), CaptureError> {
        self.failure.map_or(Ok(()), Err)
    }

    pub(super) fn word(&mut self) -> u32 {
        let Some((&word, rest)) = self.words.split_first() else {
            self.fail(CaptureError::Truncated);
            return 0;
        };
        self.words = rest;
        word
    }

    /// Coordinates travel as the bit pattern of a signed number.
    pub(super) fn signed(&mut self) -> i32 {
        self.word().cast_signed()
    }

    /// A number of two words, low half first; what a browser does not tell counts as 0.
    #[inline(never)]
    pub(super) fn float(&mut self) -> f64 {
        let low = u64::from(self.word());
        let number = f64::from_bits(u64::from(self.word()) << 32 | low);
        if number.is_finite() { number } else { 0.0 }
    }

    pub(super) fn flag(&mut self) -> bool {
        self.word() != 0
    }

    /// A number that stands for one of several things.
    pub(super) fn one_of<T>(
        &mut self,
        from_number: impl Fn(u64) -> Option<T>,
        field: &'static str,
    ) -> Result<T, CaptureError> {
        from_number(self.word().into()).ok_or(CaptureError::OutOfRange(field))
    }

    pub(super) fn optional_node(&mut self) -> Option<NodeId> {
        NodeId::new(self.word())
    }

    pub(super) fn node(&mut self) -> NodeId {
        self.optional_node().unwrap_or_else(|| {
            self.fail(CaptureError::OutOfRange("node id"));
            NodeId::FIRST
        })
    }

    /// A string, or nothing where the reference is 0.
    pub(super) fn optional_text(&mut self) -> Option<&'a str> {
        let index = self.word().checked_sub(1)?;
        let text = self.strings.get(index);
        if text.is_none() {
            self.fail(CaptureError::UnknownString);
        }
        text
    }

    #[inline(never)]
    pub(super) fn text(&mut self) -> &'a str {
        self.optional_text().unwrap_or_else(|| {
            self.fail(CaptureError::UnknownString);
            ""
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_failure_is_kept_and_ends_the_op() {
        let strings = Strings::split("ab", &[1, 1]).unwrap();
        let mut body = OpBody::new(&[2, 0, 3, 1], &strings);
        assert_eq!((body.text(), body.optional_text()), ("b", None));
        assert_eq!((body.text(), body.text()), ("", ""));
        assert!(body.is_empty());
        assert_eq!(body.finish(), Err(CaptureError::UnknownString));
    }

    #[test]
    fn words_that_are_missing_are_a_failure() {
        let strings = Strings::split("", &[]).unwrap();
        let mut body = OpBody::new(&[7], &strings);
        assert_eq!((body.word(), body.word()), (7, 0));
        assert_eq!(body.finish(), Err(CaptureError::Truncated));
    }
}
