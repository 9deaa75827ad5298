use super::CaptureError;
use wire_format::NodeId;

/// A cursor over the words of a message.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    words: &'a [u32],
}

impl<'a> Words<'a> {
    pub(super) const fn new(words: &'a [u32]) -> Self {
        Self { words }
    }

    pub(super) const fn is_empty(self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn word(&mut self) -> Result<u32, CaptureError> {
        let (&word, rest) = self.words.split_first().ok_or(CaptureError::Truncated)?;
        self.words = rest;
        Ok(word)
    }

    /// Coordinates travel as the bit pattern of a signed number.
    pub(super) fn signed(&mut self) -> Result<i32, CaptureError> {
        self.word().map(u32::cast_signed)
    }

    /// A number of two words, low half first; what a browser does not tell counts as 0.
    pub(super) fn float(&mut self) -> Result<f64, CaptureError> {
        let low = u64::from(self.word()?);
        let number = f64::from_bits(u64::from(self.word()?) << 32 | low);
        Ok(if number.is_finite() { number } else { 0.0 })
    }

    pub(super) fn flag(&mut self) -> Result<bool, CaptureError> {
        self.word().map(|word| word != 0)
    }

    pub(super) fn optional_node(&mut self) -> Result<Option<NodeId>, CaptureError> {
        self.word().map(NodeId::new)
    }

    pub(super) fn node(&mut self) -> Result<NodeId, CaptureError> {
        self.optional_node()?
            .ok_or(CaptureError::OutOfRange("node id"))
    }

    /// The next words as a cursor of their own.
    pub(super) fn take(&mut self, count: u32) -> Result<Self, CaptureError> {
        let (taken, rest) = self
            .words
            .split_at_checked(count as usize)
            .ok_or(CaptureError::Truncated)?;
        self.words = rest;
        Ok(Self { words: taken })
    }
}

/// The next word as one of several kinds.
pub(super) fn number<T>(
    words: &mut Words<'_>,
    from_number: impl Fn(u64) -> Option<T>,
    field: &'static str,
) -> Result<T, CaptureError> {
    from_number(words.word()?.into()).ok_or(CaptureError::OutOfRange(field))
}
