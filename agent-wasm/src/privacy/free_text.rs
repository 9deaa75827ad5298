//! Messages of errors and consoles, without the private facts that can be told by their looks.

use std::borrow::Cow;

use super::rules::{Level, Privacy};
use super::secrets::{is_card_number, is_mail_address, is_secret_name, is_token};
use crate::text::{join, split_at, split_once};

/// Stands for what was taken out of a text.
pub(super) const HIDDEN: &str = "*";

impl Privacy {
    /// A text that a program wrote, as it may leave the page. Below level `allow` it loses e-mail
    /// addresses, numbers of payment cards, tokens, what follows `Bearer` or the name of a secret,
    /// and all that addresses lose.
    pub fn scrub_text<'t>(&self, text: &'t str, level: Level) -> Cow<'t, str> {
        if level == Level::Allow {
            return text.into();
        }
        let without_cards = hide_card_numbers(text);
        let mut scrubbed = String::with_capacity(text.len());
        let mut expected = Expected::Anything;
        for piece in without_cards.split_inclusive(is_separator) {
            let word = piece.strip_suffix(is_separator).unwrap_or(piece);
            let separator = piece.get(word.len()..).unwrap_or_default();
            let hidden = self.scrub_word(word, &expected, level);
            scrubbed.push_str(&hidden);
            scrubbed.push_str(separator);
            expected = expected.after(word);
        }
        if scrubbed == text {
            text.into()
        } else {
            scrubbed.into()
        }
    }

    fn scrub_word<'t>(&self, word: &'t str, expected: &Expected, level: Level) -> Cow<'t, str> {
        if word.is_empty() {
            return word.into();
        }
        if let Some(start) = address_start(word) {
            // Stacks say the function before the address, line and column behind it.
            let (function, address) = split_at(word, start);
            let (address, position) = split_at(address, address.len() - position_length(address));
            let address = self.scrub_address(address, level);
            return format!("{function}{address}{position}").into();
        }
        if *expected == Expected::Secret || is_mail_address(word) || is_token(word) {
            return HIDDEN.into();
        }
        if word.contains('=') {
            join(word.split('&').map(without_secret), "&").into()
        } else {
            word.into()
        }
    }
}

/// A pair of a name and a value, without the value if the name announces a secret.
fn without_secret(pair: &str) -> Cow<'_, str> {
    match pair.split_once('=') {
        Some((name, value)) if !value.is_empty() && is_secret_name(name) => {
            format!("{name}={HIDDEN}").into()
        }
        _ => pair.into(),
    }
}

/// What the next word may be, by what stood before it.
#[derive(PartialEq, Eq)]
enum Expected {
    Anything,
    /// The name of a secret was the last word; what comes after `:` or `=` is the secret.
    Separator,
    Secret,
}

impl Expected {
    fn after(&self, word: &str) -> Self {
        let name = word.trim_end_matches([':', '=']);
        let assigns = name.len() < word.len();
        let is_scheme = name.eq_ignore_ascii_case("bearer") || name.eq_ignore_ascii_case("basic");
        match self {
            // Several separators may stand together, as in `"password": "`.
            Self::Secret if name.is_empty() => Self::Secret,
            Self::Separator if name.is_empty() && !assigns => Self::Separator,
            Self::Separator if name.is_empty() => Self::Secret,
            _ if is_scheme => Self::Secret,
            _ if is_secret_name(name) && assigns => Self::Secret,
            _ if is_secret_name(name) => Self::Separator,
            _ => Self::Anything,
        }
    }
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '"' | '\'' | '`' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';' | '|'
        )
}

/// Where an address with a host begins in a word.
fn address_start(word: &str) -> Option<usize> {
    let (before, _) = split_once(word, "://")?;
    let scheme = before.trim_end_matches(|last: char| last.is_ascii_alphanumeric());
    Some(scheme.len())
}

/// Length of `:12:34` at the end of a word.
fn position_length(word: &str) -> usize {
    let without_number = |text: &str| {
        let number = text.trim_end_matches(|last: char| last.is_ascii_digit());
        let is_number = number.len() < text.len() && number.ends_with(':');
        is_number.then(|| number.len() - 1)
    };
    let mut end = word.len();
    for _ in 0..2 {
        end = word.get(..end).and_then(without_number).unwrap_or(end);
    }
    word.len() - end
}

/// Digits of cards may stand in groups, parted by single spaces, perhaps of a form, or hyphens.
fn hide_card_numbers(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut hidden = String::new();
    let mut copied = 0;
    let mut position = 0;
    while let Some(start) = bytes
        .get(position..)
        .and_then(|rest| rest.iter().position(u8::is_ascii_digit))
        .map(|offset| position + offset)
    {
        let (digits, end) = read_digits(bytes, start);
        if is_card_number(&digits) {
            hidden.push_str(text.get(copied..start).unwrap_or_default());
            hidden.push_str(HIDDEN);
            copied = end;
        }
        position = end;
    }
    if copied == 0 {
        return text.into();
    }
    hidden.push_str(text.get(copied..).unwrap_or_default());
    hidden.into()
}

/// The digits of a run that begins at `start`, and where the run ends.
fn read_digits(bytes: &[u8], start: usize) -> (Vec<u8>, usize) {
    let mut digits = Vec::new();
    let mut end = start;
    let mut position = start;
    while let Some(&byte) = bytes.get(position) {
        if byte.is_ascii_digit() {
            digits.push(byte);
            end = position + 1;
        } else if !(matches!(byte, b' ' | b'-' | b'+') && end == position) {
            break;
        }
        position += 1;
    }
    (digits, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubbed(text: &str) -> String {
        let privacy = Privacy::default();
        let scrubbed = privacy.scrub_text(text, Level::Mask).into_owned();
        assert_eq!(privacy.scrub_text(&scrubbed, Level::Mask), scrubbed);
        scrubbed
    }

    #[test]
    fn private_facts_are_hidden_in_messages() {
        for (text, expected) in [
            ("no user marge@example.com here", "no user * here"),
            ("card 4242 4242 4242 4242 refused", "card * refused"),
            ("card 4242-4242-4242-4242, code 7", "card *, code 7"),
            ("Authorization: Bearer abc", "Authorization: Bearer *"),
            (
                r#"{"password": "hunter2", "id": 7}"#,
                r#"{"password": "*", "id": 7}"#,
            ),
            ("api_key=abc&x", "api_key=*&x"),
            ("id=7&token=a+b&n=1", "id=7&token=*&n=1"),
            ("card=4242+4242+4242+4242", "card=*"),
            ("the password is wrong", "the password is wrong"),
            (
                "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x1y2z3x1y2",
                "jwt *",
            ),
            (
                "order 1234567890123 of 2026-11-21",
                "order 1234567890123 of 2026-11-21",
            ),
        ] {
            assert_eq!(scrubbed(text), expected);
        }
    }

    #[test]
    fn stacks_keep_their_positions() {
        assert_eq!(
            scrubbed("at pay (https://shop.example/app.js?v=secret:10:20)"),
            "at pay (https://shop.example/app.js?v=*:10:20)"
        );
        assert_eq!(
            scrubbed("pay@https://shop.example/app.js:10:20"),
            "pay@https://shop.example/app.js:10:20"
        );
    }

    #[test]
    fn texts_stay_as_they_are_where_everything_is_allowed() {
        let text = "mail marge@example.com";
        assert_eq!(Privacy::default().scrub_text(text, Level::Allow), text);
    }
}
