//! What stands behind a `:` or a `=`.

use std::ops::Range;

use crate::escape;
use crate::label::{Label, Place};
use crate::limits::SPACES_MAX;

/// A value, as far as it must not stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    /// What is to be replaced; empty if there is nothing to tell.
    pub(crate) range: Range<usize>,
    /// Whether what is put in its place needs quotation marks, each behind as many backslashes.
    pub(crate) quotes: Option<usize>,
    /// Behind the value.
    pub(crate) end: usize,
}

/// How a name and its value are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Separator {
    /// The `:` of a text or of JSON.
    Colon,
    /// The `=` of a form or an address, or what else is escaped in one: values end at a `&`.
    Form,
}

/// Values that say nothing about anybody.
const NOTHING: [&[u8]; 6] = [b"null", b"undefined", b"true", b"false", b"None", b"nil"];

/// Words before a credential, in the header that carries it.
const SCHEMES: [&[u8]; 4] = [b"Bearer", b"Basic", b"Digest", b"Token"];

/// The value that a label has, read from behind the separator.
pub(crate) fn read(bytes: &[u8], behind: usize, label: &Label<'_>, separator: Separator) -> Value {
    let start = behind + spaces(bytes, behind);
    let backslashes = count(bytes, start, |byte| byte == b'\\');
    let quote = bytes.get(start + backslashes).copied().unwrap_or_default();
    let (range, quotes) = match (quote, label.place) {
        (b'"' | b'\'' | b'`', _) => {
            let range = quoted(bytes, start + backslashes, backslashes, quote);
            (range, None)
        }
        (b'{' | b'[', Place::Json { backslashes }) => {
            let end = nested_end(bytes, start, backslashes);
            (start..end, Some(backslashes))
        }
        (b'{' | b'[', place) => {
            let behind = nested_end(bytes, start, 0);
            (start..words(bytes, behind, place, separator).end, None)
        }
        (_, Place::Json { backslashes }) => (primitive(bytes, start), Some(backslashes)),
        (_, place) => (words(bytes, start, place, separator), None),
    };
    let closing = match quote {
        b'"' | b'\'' | b'`' => backslashes + 1,
        _ => 0,
    };
    let end = (range.end + closing).min(bytes.len());
    let told = bytes.get(range.clone()).unwrap_or_default();
    let range = if is_nothing(told) { end..end } else { range };
    Value { range, quotes, end }
}

/// Whether a value is hidden already, or says nothing.
pub(crate) fn is_nothing(value: &[u8]) -> bool {
    NOTHING.contains(&value) || value.iter().all(|&byte| byte == b'*')
}

/// What stands between quotation marks, up to the end if they are not closed.
pub(crate) fn quoted(bytes: &[u8], opening: usize, backslashes: usize, quote: u8) -> Range<usize> {
    let start = opening + 1;
    let mut at = start;
    while let Some(length) = find(bytes, at, |byte| byte == quote) {
        at += length;
        let before = escape::backslashes_before(bytes, start, at);
        // A mark that belongs to the value is escaped once more than those around the value.
        let closing = before % (2 * (backslashes + 1));
        if closing <= backslashes {
            return start..at - closing;
        }
        at += 1;
    }
    start..bytes.len()
}

/// Where an object or a list ends, with all that is inside.
fn nested_end(bytes: &[u8], start: usize, backslashes: usize) -> usize {
    let mut depth = 0_u32;
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            // The text that all this stands in ends here, or within the string.
            b'"' if escape::backslashes_before(bytes, start, at) < backslashes => return at,
            b'"' => {
                at = quoted(bytes, at, backslashes, byte).end;
                if count(bytes, at, |byte| byte == b'\\') < backslashes {
                    return at;
                }
                at += backslashes;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return at + 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// A number, or what else JSON has without quotation marks.
fn primitive(bytes: &[u8], start: usize) -> Range<usize> {
    let is_inside = |byte: u8| {
        !matches!(byte, b',' | b'}' | b']' | b'"' | b'\\') && !byte.is_ascii_whitespace()
    };
    start..start + count(bytes, start, is_inside)
}

/// A word without what closes the sentence around it, with those that belong to it: what follows the
/// scheme of a credential, and other cookies.
fn words(bytes: &[u8], start: usize, place: Place, separator: Separator) -> Range<usize> {
    let mut end = word_end(bytes, start, place, separator);
    loop {
        let word = bytes.get(start..end).unwrap_or_default();
        let is_scheme = SCHEMES
            .iter()
            .any(|scheme| word.eq_ignore_ascii_case(scheme));
        let next = end + spaces(bytes, end);
        if next == end || !(is_scheme || word.ends_with(b";")) {
            break;
        }
        end = word_end(bytes, next, place, separator);
    }
    let word = bytes.get(start..end).unwrap_or_default();
    let closes = |byte: &&u8| {
        matches!(
            **byte,
            b',' | b';' | b'.' | b':' | b'!' | b')' | b']' | b'}' | b'\\'
        )
    };
    start..end - word.iter().rev().take_while(closes).count()
}

fn word_end(bytes: &[u8], start: usize, place: Place, separator: Separator) -> usize {
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        let next = bytes.get(end + 1).copied().unwrap_or_default();
        let is_end = match byte {
            b'&' => separator == Separator::Form,
            b'#' => place == Place::Address,
            b'<' => next == b'/',
            // Passwords may hold quotation marks; those around them are not followed by letters.
            b'"' | b'\'' | b'`' => !next.is_ascii_alphanumeric(),
            _ => byte.is_ascii_whitespace(),
        };
        if is_end {
            break;
        }
        end += 1;
    }
    end
}

fn spaces(bytes: &[u8], start: usize) -> usize {
    count(bytes, start, |byte| matches!(byte, b' ' | b'\t')).min(SPACES_MAX)
}

/// How many bytes from a place on are of a kind.
fn count(bytes: &[u8], start: usize, is_of_kind: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    rest.iter().take_while(|&&byte| is_of_kind(byte)).count()
}

/// How many bytes stand before the first of a kind.
fn find(bytes: &[u8], start: usize, is_of_kind: impl Fn(u8) -> bool) -> Option<usize> {
    bytes
        .get(start..)?
        .iter()
        .position(|&byte| is_of_kind(byte))
}
