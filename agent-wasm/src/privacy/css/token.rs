//! Words and strings of CSS, and the escapes in them.

use crate::text::split_at;

/// Whether a character may stand in a word, escapes included.
pub(super) const fn is_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '-' | '_' | '\\')
        || !character.is_ascii()
}

/// Length in bytes up to the first character that is not escaped and does not fulfill a condition.
pub(super) fn length_while(text: &str, condition: impl Fn(char) -> bool) -> usize {
    let mut is_escaped = false;
    text.find(|character| {
        let ends = !is_escaped && !condition(character);
        is_escaped = !is_escaped && character == '\\';
        ends
    })
    .unwrap_or(text.len())
}

/// A word or the inside of a string, as it is meant (section 4.3.7).
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        let digits = escape
            .bytes()
            .take(6)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        let (code, behind) = split_at(escape, digits);
        rest = if let Ok(code) = u32::from_str_radix(code, 16) {
            plain.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            behind.strip_prefix(char::is_whitespace).unwrap_or(behind)
        } else {
            let character = behind.chars().next();
            plain.extend(character.filter(|&character| character != '\n'));
            behind
                .get(character.map_or(0, char::len_utf8)..)
                .unwrap_or_default()
        };
    }
    plain.push_str(rest);
    plain
}
