//! What stands in place of what is masked.

use std::borrow::Cow;

use wire_format::node::Text;

use crate::text::split_at;

/// Stands for any value of a form control, so that not even its length is told.
const MASKED_VALUE: &str = "***";

/// Lengths of the longest and the shortest word that masking writes, in characters.
const WORD_MAX: usize = 192;
const WORD_MIN: usize = 3;

/// Puts what a function makes of a text in its place.
pub(super) fn rewrite(text: &mut Text<'_>, change: impl FnOnce(&str) -> Cow<'_, str>) {
    let changed = change(text);
    if changed != *text {
        *text = Text::Owned(changed.into_owned());
    }
}

pub(super) fn mask_value(value: &str) -> Cow<'_, str> {
    if value.is_empty() || value == MASKED_VALUE {
        value.into()
    } else {
        MASKED_VALUE.into()
    }
}

/// Replaces every word by 3, 6, 12, … stars, as many as it has characters or more. White space
/// stays, so that the page breaks its lines nearly as before; what is masked already stays as it is.
///
/// Words of private-use characters stay as well: they are the icons of icon fonts.
pub(super) fn mask_text(text: &str) -> Cow<'_, str> {
    if text.split_whitespace().all(is_masked_or_icon) {
        return text.into();
    }
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|character: char| !character.is_whitespace()) {
        let (space, word_and_rest) = split_at(rest, start);
        let end = word_and_rest
            .find(char::is_whitespace)
            .unwrap_or(word_and_rest.len());
        let (word, behind) = split_at(word_and_rest, end);
        masked.push_str(space);
        if is_masked_or_icon(word) {
            masked.push_str(word);
        } else {
            masked.push_str(&"*".repeat(masked_length(word)));
        }
        rest = behind;
    }
    masked.push_str(rest);
    masked.into()
}

fn masked_length(word: &str) -> usize {
    let length = word.chars().count().min(WORD_MAX);
    std::iter::successors(Some(WORD_MIN), |size| Some(size * 2))
        .find(|&size| size >= length)
        .unwrap_or(WORD_MAX)
}

fn is_masked_or_icon(word: &str) -> bool {
    let is_icon = |character| matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    word.chars().all(is_icon)
        || word.bytes().all(|byte| byte == b'*') && masked_length(word) == word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_one_of_a_few_lengths() {
        assert_eq!(mask_text("Dear Marge,\n 42"), "****** ******\n ***");
        assert_eq!(mask_text("a"), "***");
        assert_eq!(mask_text("subscriptions"), "*".repeat(24));
        assert_eq!(mask_text(&"x".repeat(5_000)), "*".repeat(192));
        assert_eq!(mask_text(" \n"), " \n");
    }

    #[test]
    fn what_is_masked_stays_as_it_is() {
        for text in ["Größe 😀 * **** x", "注文を確定する", "\u{e88a}"] {
            let masked = mask_text(text).into_owned();
            assert!(matches!(mask_text(&masked), Cow::Borrowed(_)), "{masked}");
        }
    }

    #[test]
    fn icons_are_shown() {
        assert_eq!(mask_text("\u{e88a} Cart"), "\u{e88a} ******");
    }

    #[test]
    fn values_tell_no_length() {
        assert_eq!(mask_value("x"), mask_value(&"long ".repeat(99)));
        assert_eq!(mask_value(""), "");
    }
}
