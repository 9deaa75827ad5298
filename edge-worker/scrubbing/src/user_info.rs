//! User names and passwords in addresses (RFC 3986, section 3.2.1).

use std::ops::Range;

use crate::escape::{self, Written};

/// Where the authority begins: behind the two slashes that stand here.
pub(crate) fn authority_start(bytes: &[u8], place: usize) -> Option<usize> {
    let is_slash = |next: &Written| next.byte == b'/';
    let first = escape::read(bytes, place).filter(is_slash)?;
    let second = escape::read(bytes, place + first.length).filter(is_slash)?;
    Some(place + first.length + second.length)
}

/// What stands before the last `@` of the authority that begins here, unless it was taken out.
pub(crate) fn read(bytes: &[u8], authority: usize) -> Option<Range<usize>> {
    if bytes.get(authority) == Some(&b'*') {
        return None;
    }
    let mut end = None;
    let mut place = authority;
    while let Some(Written { byte, length }) = escape::read(bytes, place) {
        match byte {
            b'@' => end = Some(place),
            b'/' | b'\\' | b'?' | b'#' | b'"' | b'<' | b'>' => break,
            _ if byte.is_ascii_whitespace() => break,
            _ => {}
        }
        place += length;
    }
    end.map(|end| authority..end)
}
