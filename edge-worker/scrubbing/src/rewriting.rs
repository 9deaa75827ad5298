//! A text that is written anew where something is taken out of it.

use std::ops::Range;

/// A text with parts of it replaced, from its beginning to its end. Nothing is copied before the first.
#[derive(Debug)]
pub(crate) struct Rewriting<'t> {
    text: &'t str,
    written: String,
    /// Up to here the text is written.
    copied: usize,
    /// Up to here it is known what stays.
    decided: usize,
    count: u32,
}

/// A text without what was taken out of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rewritten {
    pub(crate) text: String,
    /// How many values were taken out.
    pub(crate) count: u32,
}

impl<'t> Rewriting<'t> {
    pub(crate) const fn of(text: &'t str) -> Self {
        Self {
            text,
            written: String::new(),
            copied: 0,
            decided: 0,
            count: 0,
        }
    }

    pub(crate) const fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    /// Up to which place it is known what stays.
    pub(crate) const fn decided(&self) -> usize {
        self.decided
    }

    /// Lets everything before this place be decided.
    pub(crate) fn decide(&mut self, place: usize) {
        self.decided = self.decided.max(place);
    }

    /// Replaces a part that begins and ends between characters, behind what is decided.
    pub(crate) fn replace(&mut self, part: &Range<usize>, replacement: &str) {
        if self.count == 0 {
            self.written.reserve(self.text.len());
        }
        let kept = self.text.get(self.copied..part.start);
        self.written.push_str(kept.unwrap_or_default());
        self.written.push_str(replacement);
        self.copied = part.end;
        self.decided = part.end;
        self.count += 1;
    }

    /// The text; `None` if nothing was replaced.
    pub(crate) fn finish(mut self) -> Option<Rewritten> {
        if self.count == 0 {
            return None;
        }
        let kept = self.text.get(self.copied..).unwrap_or_default();
        self.written.push_str(kept);
        Some(Rewritten {
            text: self.written,
            count: self.count,
        })
    }
}
