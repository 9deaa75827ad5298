//! What stands before a `:` or a `=`.

use crate::escape;
use crate::limits::{NAME_BYTES_MAX, SPACES_MAX};
use crate::name::{Name, is_name_byte};

/// A name as it is written, and how it stands in its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Label<'t> {
    pub(crate) written: &'t [u8],
    is_quoted: bool,
    pub(crate) place: Place,
}

impl Label<'_> {
    pub(crate) fn name(&self) -> Name {
        if self.is_quoted {
            Name::whole(self.written)
        } else {
            Name::last(self.written)
        }
    }
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Between quotation marks as JSON has them, each behind as many backslashes.
    Json {
        backslashes: usize,
    },
    /// Behind the `?`, `&` or `#` of an address.
    Address,
    /// Behind the `/` of one: what a `:` follows on is a port or a line.
    Path,
    Text,
}

/// The label that ends before `end`, perhaps with spaces between.
pub(crate) fn before(bytes: &[u8], floor: usize, end: usize) -> Option<Label<'_>> {
    let floor = floor.max(end.saturating_sub(NAME_BYTES_MAX + SPACES_MAX));
    let spaces = bytes.get(floor..end)?.iter().rev();
    let spaces = spaces
        .take(SPACES_MAX)
        .take_while(|byte| matches!(byte, b' ' | b'\t'));
    let end = end - spaces.count();
    match bytes.get(floor..end)?.last()? {
        quote @ (b'"' | b'\'' | b'`') => quoted(bytes, floor, end - 1, *quote),
        _ => plain(bytes, floor, end),
    }
}

fn quoted(bytes: &[u8], floor: usize, closing: usize, quote: u8) -> Option<Label<'_>> {
    let backslashes = escape::backslashes_before(bytes, floor, closing);
    let inside = bytes.get(floor..closing - backslashes)?;
    let opening = inside.iter().rposition(|&byte| byte == quote)?;
    let written = inside.get(opening + 1..)?;
    // What was taken out of it does not make another name of it.
    if written.contains(&b'*') {
        return None;
    }
    let place = match quote {
        b'"' => Place::Json { backslashes },
        _ => Place::Text,
    };
    Some(Label {
        written,
        is_quoted: true,
        place,
    })
}

fn plain(bytes: &[u8], floor: usize, end: usize) -> Option<Label<'_>> {
    let may_hold_name = |byte: &&u8| is_name_byte(**byte) || **byte == b'%';
    let word = bytes.get(floor..end)?;
    let length = word.iter().rev().take_while(may_hold_name).count();
    let start = escape::word_start(bytes, end - length).min(end);
    let place = match bytes.get(floor..end - length)?.last() {
        Some(b'?' | b'&' | b'#') => Place::Address,
        Some(b'/') => Place::Path,
        _ => Place::Text,
    };
    Some(Label {
        written: bytes.get(start..end)?,
        is_quoted: false,
        place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_ends_at_the_separator() {
        for (text, name, place) in [
            ("the token", "token", Place::Text),
            ("token  ", "token", Place::Text),
            ("line\\ntoken", "token", Place::Text),
            ("/?a=b&token", "token", Place::Address),
            ("a\\u0026token", "token", Place::Text),
            ("user[password]", "userpassword", Place::Text),
            ("/app/token", "token", Place::Path),
            ("{'card number'", "cardnumber", Place::Text),
            (
                r#"{"card number""#,
                "cardnumber",
                Place::Json { backslashes: 0 },
            ),
            (r#""{\"token\" "#, "token", Place::Json { backslashes: 1 }),
        ] {
            let label = before(text.as_bytes(), 0, text.len()).unwrap();
            assert_eq!(label.name().letters(), name.as_bytes(), "{text}");
            assert_eq!(label.place, place, "{text}");
        }
    }

    #[test]
    fn not_everything_is_a_label() {
        for text in ["", "  ", "token)", "it\"", "token          "] {
            let label = before(text.as_bytes(), 0, text.len());
            let name = label.map(|label| label.name());
            assert!(name.is_none_or(|name| name.letters().is_empty()), "{text}");
        }
        assert!(before(b"token", 5, 5).is_none());
    }
}
