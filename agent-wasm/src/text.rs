//! Finding, cutting and joining texts, and telling letters. What the standard library offers prepares
//! for long patterns, panics with messages that quote the text and knows every character of Unicode;
//! the tables and code for that weigh more than this.

use std::borrow::Cow;

/// The first part ends where the second begins, which is empty if no character begins there.
pub(crate) fn split_at(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Where a pattern, which is not empty, begins for the first time.
pub(crate) fn find(text: &str, pattern: &str) -> Option<usize> {
    places(text, pattern).position(|is_here| is_here)
}

/// What stands before and behind the first place of a pattern.
pub(crate) fn split_once<'t>(text: &'t str, pattern: &str) -> Option<(&'t str, &'t str)> {
    around(text, find(text, pattern)?, pattern)
}

/// What stands before and behind the last place of a pattern.
pub(crate) fn rsplit_once<'t>(text: &'t str, pattern: &str) -> Option<(&'t str, &'t str)> {
    let last = places(text, pattern).rposition(|is_here| is_here)?;
    around(text, last, pattern)
}

/// What stands between the places of a pattern.
pub(crate) fn split<'t>(text: &'t str, pattern: &str) -> impl Iterator<Item = &'t str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let from_here = rest?;
        let parts = split_once(from_here, pattern);
        rest = parts.map(|(_, behind)| behind);
        Some(parts.map_or(from_here, |(before, _)| before))
    })
}

/// Texts one after the other, with a separator between them.
pub(crate) fn join<'t>(texts: impl Iterator<Item = Cow<'t, str>>, separator: &str) -> String {
    let mut joined = String::new();
    for (place, text) in texts.enumerate() {
        joined.push_str(if place == 0 { "" } else { separator });
        joined.push_str(&text);
    }
    joined
}

/// Whether a character is a letter or a digit rather than punctuation, a symbol or an icon: by the
/// blocks of Unicode, so of a script's block its punctuation counts as well.
pub(crate) fn is_letter_or_digit(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphanumeric(),
        // Scripts; between them stand the blocks of punctuation and symbols, of private use (the
        // icons of fonts) and of pictographs.
        '\u{c0}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}'
        | '\u{3040}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdff}'
        | '\u{fe70}'..='\u{1efff}'
        | '\u{20000}'..='\u{3ffff}' => true,
        _ => false,
    }
}

/// For every byte, whether a pattern begins there.
fn places(
    text: &str,
    pattern: &str,
) -> impl ExactSizeIterator<Item = bool> + DoubleEndedIterator<Item = bool> {
    let windows = text.as_bytes().windows(pattern.len());
    windows.map(|window| window == pattern.as_bytes())
}

fn around<'t>(text: &'t str, place: usize, pattern: &str) -> Option<(&'t str, &'t str)> {
    Some((text.get(..place)?, text.get(place + pattern.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_where_the_standard_library_does() {
        for text in ["", "a, b, , c", ", ", ",", "é, ü,", "a://b://c"] {
            for pattern in [", ", "://", "é", "c"] {
                assert_eq!(find(text, pattern), text.find(pattern));
                assert_eq!(split_once(text, pattern), text.split_once(pattern));
                assert_eq!(rsplit_once(text, pattern), text.rsplit_once(pattern));
                assert!(split(text, pattern).eq(text.split(pattern)), "{text}");
            }
        }
    }

    #[test]
    fn joins_as_the_standard_library_does() {
        for texts in [&[][..], &["a"], &["", "b"], &["a", "", "c"]] {
            let joined = join(texts.iter().map(|&text| text.into()), ", ");
            assert_eq!(joined, texts.join(", "));
        }
    }

    #[test]
    fn letters_of_every_script_are_told_from_signs_and_icons() {
        for letter in [
            'a', 'Z', '7', 'é', 'ß', 'Ж', 'ع', 'अ', 'ก', '猫', 'ネ', '고', 'Ａ', '𝒜',
        ] {
            assert!(
                is_letter_or_digit(letter) && letter.is_alphanumeric(),
                "{letter}"
            );
        }
        for sign in [
            ' ', '-', '»', '·', '€', '→', '•', '“', '✓', '\u{e900}', '\u{f0f3}', '😀', '。',
        ] {
            assert!(
                !is_letter_or_digit(sign) && !sign.is_alphanumeric(),
                "{sign}"
            );
        }
    }

    #[test]
    fn never_cuts_within_a_character() {
        assert_eq!(split_at("aé", 1), ("a", "é"));
        assert_eq!(split_at("aé", 2), ("aé", ""));
        assert_eq!(split_at("aé", 9), ("aé", ""));
    }
}
