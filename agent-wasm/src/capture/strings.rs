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

    pub(super) fn optional(&self, reference: u32) -> Result<Option<&'a str>, CaptureError> {
        match reference.checked_sub(1) {
            None => Ok(None),
            Some(index) => self
                .strings
                .get(index as usize)
                .copied()
                .map(Some)
                .ok_or(CaptureError::UnknownString),
        }
    }

    pub(super) fn required(&self, reference: u32) -> Result<&'a str, CaptureError> {
        self.optional(reference)?.ok_or(CaptureError::UnknownString)
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
        let all: Vec<_> = (1..=5)
            .map(|reference| strings.required(reference).unwrap())
            .collect();
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

    #[test]
    fn reference_0_is_no_string() {
        let strings = Strings::split("a", &[1]).unwrap();
        assert_eq!(strings.optional(0), Ok(None));
        assert_eq!(strings.required(0), Err(CaptureError::UnknownString));
        assert_eq!(strings.required(2), Err(CaptureError::UnknownString));
    }
}
