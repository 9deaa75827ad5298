//! E-mail addresses.

use std::ops::Range;

use crate::escape::{self, Written};
use crate::limits::{DOMAIN_BYTES_MAX, MAILBOX_BYTES_MAX};

/// Types of files: `logo@2x.png` is no address.
const FILE_TYPES: [&[u8]; 15] = [
    b"avif", b"css", b"gif", b"ico", b"jpeg", b"jpg", b"js", b"json", b"map", b"mjs", b"png",
    b"svg", b"ts", b"webp", b"woff2",
];

/// The address around a `@`, which may be written as an escape.
pub(crate) fn around(bytes: &[u8], floor: usize, at: usize, behind: usize) -> Option<Range<usize>> {
    let start = character(bytes, mailbox_start(bytes, floor, at));
    let end = character(bytes, behind + domain_length(bytes.get(behind..)?)?);
    (start < at).then_some(start..end)
}

fn mailbox_start(bytes: &[u8], floor: usize, at: usize) -> usize {
    let floor = floor.max(at.saturating_sub(MAILBOX_BYTES_MAX));
    let before = bytes.get(floor..at).unwrap_or_default();
    let may_hold_mailbox = |byte: &&u8| is_of_mailbox(**byte) || **byte == b'%';
    let length = before.iter().rev().take_while(may_hold_mailbox).count();
    let mut start = escape::word_start(bytes, at - length);
    let mut place = start;
    while let Some(Written { byte, length }) = escape::read(bytes, place).filter(|_| place < at) {
        place += length;
        if !is_of_mailbox(byte) {
            start = place;
        }
    }
    start
}

/// How long the domain is that this begins with: names parted by points, up to the last one that begins
/// with letters.
fn domain_length(rest: &[u8]) -> Option<usize> {
    let is_of_domain = |byte: &&u8| is_of_name(**byte) || **byte == b'.';
    let rest = rest.get(..DOMAIN_BYTES_MAX).unwrap_or(rest);
    let domain = rest.get(..rest.iter().take_while(is_of_domain).count())?;
    let is_letter = |byte: &&u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let end_of_last = |point: usize| {
        let last = domain.get(point + 1..)?;
        let last = last.get(..last.iter().take_while(is_letter).count())?;
        let is_file = FILE_TYPES
            .iter()
            .any(|kind| last.eq_ignore_ascii_case(kind));
        (last.len() >= 2 && !is_file).then_some(point + 1 + last.len())
    };
    let points = (1..domain.len())
        .rev()
        .filter(|&place| domain.get(place) == Some(&b'.'));
    points.filter_map(end_of_last).next()
}

/// The next place where a character begins: a limit may have cut through one.
fn character(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|&&byte| byte & 0xc0 == 0x80).count()
}

fn is_of_mailbox(byte: u8) -> bool {
    is_of_name(byte) || matches!(byte, b'.' | b'_' | b'+')
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Option<&str> {
        let written = |at| escape::read(text.as_bytes(), at).filter(|next| next.byte == b'@');
        let (at, written) = (0..text.len()).find_map(|at| Some((at, written(at)?)))?;
        text.get(around(text.as_bytes(), 0, at, at + written.length)?)
    }

    #[test]
    fn addresses_are_found_in_texts() {
        for (text, expected) in [
            ("no user marge@example.com here", "marge@example.com"),
            ("<x.y+z@mail.example.co>, ", "x.y+z@mail.example.co"),
            ("write to marge@example.com.", "marge@example.com"),
            ("?to=marge%40example.com&x=1", "marge%40example.com"),
            (
                "?next=%2F%3Fto%3Dmarge%40example.com",
                "marge%40example.com",
            ),
            (
                r#""to":"marge\u0040example.com""#,
                r"marge\u0040example.com",
            ),
            (r"line\nmarge@example.com", "marge@example.com"),
            ("jürgen@müller.example", "jürgen@müller.example"),
        ] {
            assert_eq!(address(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn addresses_are_told_from_versions_and_pictures() {
        for text in [
            "react@18.2.0",
            "@scope/package",
            "marge@localhost",
            "logo@2x.png",
            "marge@.com",
            "@example.com",
            "a@b",
            "marge@example.c0m",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
