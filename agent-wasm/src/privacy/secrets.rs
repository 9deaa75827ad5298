//! How private facts are told from others by their looks.

use crate::text::{find, is_letter_or_digit, rsplit_once};

/// Parts of names of fields that hold secrets, whatever else they are called. The fields hold
/// passwords, payment cards, bank accounts, one-time codes, tokens, or numbers of persons.
const SECRET_NAMES: [&str; 17] = [
    "password",
    "passwd",
    "passcode",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "creditcard",
    "cardnumber",
    "cardno",
    "securitycode",
    "cvv",
    "cvc",
    "iban",
    "accountnumber",
    "onetimecode",
    "socialsecurity",
];

/// Length from which a run of letters and digits may be a token.
const TOKEN_LENGTH_MIN: usize = 20;

/// Characters of a token that stand in parts where letters and digits are mixed, at least. Words
/// and numbers joined by hyphens, as in the addresses of articles, have fewer.
const TOKEN_MIXED_MIN: usize = 10;

/// Whether a name, as of a field or a parameter, announces a secret.
pub(super) fn is_secret_name(name: &str) -> bool {
    let letters: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect();
    SECRET_NAMES
        .iter()
        .any(|secret| find(&letters, secret).is_some())
}

/// Whether a word looks like a key, a hash, a UUID or a signed token.
pub(super) fn is_token(word: &str) -> bool {
    let is_of_token = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~+/=".contains(&byte);
    if word.len() < TOKEN_LENGTH_MIN || !word.bytes().all(is_of_token) {
        return false;
    }
    let mixed: usize = word
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|part| has_letters_and_digits(part) || has_both_cases_many_times(part))
        .map(str::len)
        .sum();
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    mixed >= TOKEN_MIXED_MIN || is_number
}

/// Whether a word is the address of a mailbox, perhaps percent-encoded.
pub(super) fn is_mail_address(word: &str) -> bool {
    let Some((mailbox, domain)) = word.rsplit_once('@').or_else(|| rsplit_once(word, "%40")) else {
        return false;
    };
    let is_letter = |letter: char| is_letter_or_digit(letter) && !letter.is_ascii_digit();
    let ends_in_name = |last: &str| last.len() >= 2 && last.chars().all(is_letter);
    let domain = domain.trim_end_matches(|character| !is_letter_or_digit(character));
    !mailbox.is_empty()
        && domain
            .rsplit_once('.')
            .is_some_and(|(first, last)| !first.is_empty() && ends_in_name(last))
}

/// Whether digits have the check digit that payment cards have (ISO/IEC 7812-1).
pub(super) fn is_card_number(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit.saturating_sub(b'0'));
            match (place % 2, value * 2) {
                (0, _) => value,
                (_, doubled) if doubled > 9 => doubled - 9,
                (_, doubled) => doubled,
            }
        })
        .sum();
    (13..=19).contains(&digits.len()) && sum.is_multiple_of(10)
}

fn has_letters_and_digits(part: &str) -> bool {
    part.bytes().any(|byte| byte.is_ascii_digit())
        && part.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Random letters change their case all the time, names in camel case once in a word.
fn has_both_cases_many_times(part: &str) -> bool {
    let case = |byte: &u8| byte.is_ascii_uppercase();
    let changes = part
        .as_bytes()
        .windows(2)
        .filter(|pair| pair.first().map(case) != pair.last().map(case))
        .count();
    part.len() >= TOKEN_LENGTH_MIN && changes * 3 >= part.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_told_from_words() {
        for token in [
            "550e8400-e29b-41d4-a716-446655440000",
            "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
            "12345678901234567890",
            "QmFzZSmXcKpLwRtYzAvBnD",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc123DEF456ghi789",
        ] {
            assert!(is_token(token), "{token}");
        }
        for word in [
            "how-to-train-your-dragon-2",
            "internationalization",
            "ProductRecommendationCarousel",
            "fish",
            "a1b2c3",
        ] {
            assert!(!is_token(word), "{word}");
        }
    }

    #[test]
    fn mail_addresses_are_told_from_versions() {
        for address in ["marge@example.com", "a%40b.org", "x.y+z@mail.example.co,"] {
            assert!(is_mail_address(address), "{address}");
        }
        for other in ["react@18.2.0", "@scope", "a@b", "2x"] {
            assert!(!is_mail_address(other), "{other}");
        }
    }

    #[test]
    fn card_numbers_have_a_check_digit() {
        assert!(is_card_number(b"4242424242424242"));
        assert!(is_card_number(b"378282246310005"));
        assert!(!is_card_number(b"4242424242424241"));
        assert!(!is_card_number(b"42"));
    }

    #[test]
    fn names_of_secrets_are_known_in_any_spelling() {
        for name in ["new-password", "Card_Number", "x-api-key", "userCVC2"] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in ["name", "city", "description"] {
            assert!(!is_secret_name(name), "{name}");
        }
    }
}
