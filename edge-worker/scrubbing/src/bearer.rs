//! What follows the word `Bearer` (RFC 6750), where no name stands before it.

use std::ops::Range;

use crate::escape;
use crate::limits::TOKEN_LETTERS_MIN;
use crate::value;

const BEARER: &[u8] = b"bearer";

/// The token behind the word, if the word begins here and is not one of a sentence.
pub(crate) fn token(bytes: &[u8], place: usize) -> Option<Range<usize>> {
    let space = place + BEARER.len();
    let word = bytes.get(place..space)?;
    let written = escape::read(bytes, space)?;
    if !word.eq_ignore_ascii_case(BEARER) || !matches!(written.byte, b' ' | b'+') {
        return None;
    }
    let start = space + written.length;
    let rest = bytes.get(start..)?;
    let is_of_token = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-._~+/=%".contains(byte);
    let length = rest.iter().take_while(is_of_token).count();
    let token = rest.get(..length)?;
    let is_word = length < TOKEN_LETTERS_MIN && !token.iter().any(u8::is_ascii_digit);
    (!is_word && !value::is_nothing(token)).then_some(start..start + length)
}
