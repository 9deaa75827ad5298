use super::CaptureError;

/// The strings of a message, found again in their joined form.
#[derive(Debug)]
pub(super) struct Strings<'a> {
    strings: Vec<&'a str>,
}

impl<'a> Strings<'a> {
    /// Splits a joined text by lengths in UTF-16 units, which is what JavaScript knows for free.
    pub(super) fn split(text: &'a str, lengths: &[u32]) -> Result<Self, CaptureError> {
        let mut strings = Vec::with_capacity(lengths.len());
        let mut rest = text;
        for &length in lengths {
            let (string, behind) = rest
                .split_at_checked(byte_length(rest, length))
                .ok_or(CaptureError::Truncated)?;
            strings.push(string);
            rest = behind;
        }
        Ok(Self { strings })
    }

    /// The string at a place, counted from 0.
    pub(super) fn get(&self, index: u32) -> Option<&'a str> {
        self.strings.get(index as usize).copied()
    }
}

/// Bytes that hold the first `units` UTF-16 units of a text; more than there are if it is shorter.
fn byte_length(text: &str, units: u32) -> usize {
    let units = units as usize;
    // Most text is ASCII, where units are bytes.
    if text.as_bytes().get(..units).is_some_and(<[u8]>::is_ascii) {
        return units;
    }
    let mut counted = 0;
    for (position, character) in text.char_indices() {
        if counted >= units {
            return position;
        }
        counted += character.len_utf16();
    }
    if counted >= units {
        text.len()
    } else {
        usize::MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_count_utf_16_units() {
        let strings = Strings::split("aé😀z", &[1, 1, 2, 0, 1]).unwrap();
        let all: Vec<_> = (0..5).filter_map(|index| strings.get(index)).collect();
        assert_eq!(all, ["a", "é", "😀", "", "z"]);
    }

    #[test]
    fn a_length_beyond_the_text_is_refused() {
        assert_eq!(
            Strings::split("ab", &[3]).unwrap_err(),
            CaptureError::Truncated
        );
        assert_eq!(
            Strings::split("é", &[2]).unwrap_err(),
            CaptureError::Truncated
        );
    }
}
