//! Names, reduced to what counts in comparing them.

use crate::escape::{self, Written};
use crate::limits::NAME_BYTES_MAX;

/// The letters and digits of a name, in lower case; of one that is too long, the first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    letters: [u8; NAME_BYTES_MAX],
    length: usize,
}

impl Name {
    /// The name that is the whole of this, escapes included, as of a header or between quotation marks.
    pub(crate) fn whole(bytes: &[u8]) -> Self {
        Self::read(bytes, |_| false)
    }

    /// The name at the end of this, where others may stand before it in one word, as in
    /// `next=%2Fpay%3Ftoken`.
    pub(crate) fn last(bytes: &[u8]) -> Self {
        Self::read(bytes, |byte| !is_name_byte(byte))
    }

    pub(crate) fn letters(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }

    fn read(bytes: &[u8], ends_name: impl Fn(u8) -> bool) -> Self {
        let mut name = Self {
            letters: [0; NAME_BYTES_MAX],
            length: 0,
        };
        let mut has_ended = false;
        let mut at = 0;
        while let Some(Written { byte, length }) = escape::read(bytes, at) {
            at += length;
            if is_letter(byte) {
                name.length = if has_ended { 0 } else { name.length };
                has_ended = false;
                name.push(byte.to_ascii_lowercase());
            } else {
                has_ended |= ends_name(byte);
            }
        }
        name
    }

    fn push(&mut self, letter: u8) {
        if let Some(place) = self.letters.get_mut(self.length) {
            *place = letter;
            self.length += 1;
        }
    }
}

/// Whether a byte may be part of a name that no quotation marks enclose.
pub(crate) const fn is_name_byte(byte: u8) -> bool {
    is_letter(byte) || matches!(byte, b'_' | b'-' | b'.' | b'$' | b'[' | b']')
}

/// Whether a byte is a letter or a digit; those of other scripts than the Latin one all are.
const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_and_digits_count() {
        for (written, letters) in [
            ("X-Api_Key", "xapikey"),
            ("user[password]", "userpassword"),
            ("user%5Bpass%77ord%5D", "userpassword"),
            ("pass\\u0077ord", "password"),
            ("card number", "cardnumber"),
            ("größe", "größe"),
            ("", ""),
        ] {
            assert_eq!(
                Name::whole(written.as_bytes()).letters(),
                letters.as_bytes()
            );
        }
        let long = "a".repeat(NAME_BYTES_MAX + 1);
        assert_eq!(Name::whole(long.as_bytes()).letters().len(), NAME_BYTES_MAX);
    }

    #[test]
    fn of_a_word_with_several_names_the_last_one_counts() {
        for (written, letters) in [
            ("https%3A%2F%2Fshop.example%2F%3Ftoken", "token"),
            ("%7B%22password%22", "password"),
            ("user%5Bpassword%5D", "userpassword"),
        ] {
            assert_eq!(Name::last(written.as_bytes()).letters(), letters.as_bytes());
        }
    }
}
