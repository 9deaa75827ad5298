//! Numbers of payment cards (ISO/IEC 7812-1).

use std::ops::Range;

use crate::escape::{self, Written};
use crate::limits::{CARD_DIGITS_MAX, CARD_DIGITS_MIN, HASH_BYTES_MIN};

/// What digits are, and where they end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Digits {
    /// The number of a card, perhaps in groups.
    Card { end: usize },
    /// Another number; where its first group ends.
    Other { end: usize },
}

/// Reads the digits that begin at `start`; what stands before `floor` has nothing to do with them. The
/// groups of a card are parted by the same single character each: a space, a hyphen, or the plus of a form.
pub(crate) fn read(bytes: &[u8], floor: usize, start: usize) -> Digits {
    let plain_end = start + digits(bytes, start);
    let may_go_on = matches!(
        bytes.get(plain_end),
        Some(b' ' | b'-' | b'+' | b'%' | b'\\' | 0xc2)
    );
    if plain_end - start < CARD_DIGITS_MIN && !may_go_on {
        return Digits::Other { end: plain_end };
    }
    let mut number = Number::default();
    let mut parted_by = None;
    let mut card_end = None;
    let first_end = number.read_group(bytes, start);
    let mut end = first_end;
    loop {
        if number.is_of_card() {
            card_end = Some(end);
        }
        let Some(separator) = separator(bytes, end) else {
            break;
        };
        let group = end + separator.length;
        let is_group = escape::read(bytes, group).is_some_and(|next| next.byte.is_ascii_digit());
        if !is_group
            || number.count >= CARD_DIGITS_MAX
            || *parted_by.get_or_insert(separator.byte) != separator.byte
        {
            break;
        }
        end = number.read_group(bytes, group);
    }
    // One in ten numbers passes, so that what only has as many digits must be told by its looks.
    let is_of_card = |&end: &usize| {
        let is_fraction = end == first_end && is_fraction(bytes, floor, start);
        !is_fraction && !is_in_hash(bytes, start..end)
    };
    match card_end.filter(is_of_card) {
        Some(end) => Digits::Card { end },
        None => Digits::Other { end: first_end },
    }
}

/// How many digits stand here that are not escaped.
fn digits(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The check digit of a number, as if each of its digits were the last one.
#[derive(Clone, Copy, Debug, Default)]
struct Number {
    first: u8,
    count: usize,
    /// The sum if the digits at even places, counted from 0 at the left, are doubled; and at odd ones.
    sums: [u32; 2],
}

impl Number {
    /// Reads digits until something else comes, or there are too many behind another group.
    fn read_group(&mut self, bytes: &[u8], start: usize) -> usize {
        let is_first = self.count == 0;
        let mut end = start;
        while let Some(Written { byte, length }) = escape::read(bytes, end)
            && byte.is_ascii_digit()
            && (is_first || self.count <= CARD_DIGITS_MAX)
        {
            self.push(byte - b'0');
            end += length;
        }
        end
    }

    fn push(&mut self, digit: u8) {
        if self.count == 0 {
            self.first = digit;
        }
        let plain = u32::from(digit);
        let doubled = if plain > 4 { plain * 2 - 9 } else { plain * 2 };
        let [even, odd] = self.sums;
        self.sums = match self.count % 2 {
            0 => [even + doubled, odd + plain],
            _ => [even + plain, odd + doubled],
        };
        self.count = self.count.saturating_add(1);
    }

    /// Cards of the world begin with 2 to 9. With 1 begin the milliseconds of our time, and most ids
    /// that are made of them.
    const fn is_of_card(&self) -> bool {
        let [even, odd] = self.sums;
        // Every second digit is doubled, but not the last one.
        let sum = if self.count.is_multiple_of(2) {
            even
        } else {
            odd
        };
        self.count >= CARD_DIGITS_MIN
            && self.count <= CARD_DIGITS_MAX
            && self.first >= 2
            && sum.is_multiple_of(10)
    }
}

/// A character between two groups of digits; spaces that do not break lines are spaces.
fn separator(bytes: &[u8], at: usize) -> Option<Written> {
    let next = escape::read(bytes, at)?;
    let no_break_space = match next {
        Written {
            byte: b' ' | b'-' | b'+',
            ..
        } => return Some(next),
        Written {
            byte: 0xa0,
            length: 6,
        } => "\\u00a0",
        Written {
            byte: 0xc2,
            length: 1,
        } => "\u{a0}",
        Written { byte: 0xc2, .. } => "%C2%A0",
        _ => return None,
    };
    let length = no_break_space.len();
    let written = bytes.get(at..at + length)?;
    let is_space = written.eq_ignore_ascii_case(no_break_space.as_bytes());
    is_space.then_some(Written { byte: b' ', length })
}

/// Whether digits stand behind the point of a number.
fn is_fraction(bytes: &[u8], floor: usize, start: usize) -> bool {
    let before = bytes.get(floor..start).unwrap_or_default();
    matches!(before, [.., digit, b'.'] if digit.is_ascii_digit())
}

/// Whether digits are part of a hash or a UUID in hexadecimal digits.
fn is_in_hash(bytes: &[u8], digits: Range<usize>) -> bool {
    let hash = around(bytes, &digits, |byte| byte.is_ascii_hexdigit());
    let uuid = around(bytes, &digits, |byte| {
        byte.is_ascii_hexdigit() || byte == b'-'
    });
    let is_hash = hash.len() >= HASH_BYTES_MIN
        && hash.iter().all(u8::is_ascii_hexdigit)
        && hash.iter().any(u8::is_ascii_alphabetic);
    is_hash
        || uuid
            .split(|&byte| byte == b'-')
            .map(<[u8]>::len)
            .eq([8, 4, 4, 4, 12])
}

/// A part with what is of the same kind directly before and behind it, as far as a hash is long.
fn around<'b>(bytes: &'b [u8], part: &Range<usize>, is_of_kind: impl Fn(u8) -> bool) -> &'b [u8] {
    let before = bytes.get(..part.start).unwrap_or_default().iter().rev();
    let behind = bytes.get(part.end..).unwrap_or_default().iter();
    let before = before
        .take(HASH_BYTES_MIN * 2)
        .take_while(|&&byte| is_of_kind(byte));
    let behind = behind
        .take(HASH_BYTES_MIN * 2)
        .take_while(|&&byte| is_of_kind(byte));
    let around = part.start - before.count()..part.end + behind.count();
    bytes.get(around).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(text: &str) -> Option<&str> {
        match read(text.as_bytes(), 0, 0) {
            Digits::Card { end } => text.get(..end),
            Digits::Other { .. } => None,
        }
    }

    #[test]
    fn cards_of_all_issuers_are_known() {
        for number in [
            "4242424242424242",
            "5555555555554444",
            "2223003122003222",
            "378282246310005",
            "30569309025904",
            "6011111111111117",
            "3566002020360505",
            "6200000000000005",
            "4222222222222",
            "6304000000000000",
        ] {
            assert_eq!(card(number), Some(number));
        }
    }

    #[test]
    fn groups_may_be_parted() {
        for number in [
            "4242 4242 4242 4242",
            "4242-4242-4242-4242",
            "4242+4242+4242+4242",
            "4242%204242%204242%204242",
            "4242\u{a0}4242\u{a0}4242\u{a0}4242",
            "4242\\u00a04242\\u00a04242\\u00a04242",
            "3782 822463 10005",
            "4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2",
            "%34242424242424242",
        ] {
            assert_eq!(card(number), Some(number));
            let with_more = format!("{number} and more");
            assert_eq!(card(&with_more), Some(number));
        }
    }

    #[test]
    fn other_numbers_are_told_from_cards() {
        for number in [
            "4242424242424241",
            "1700000000000",
            "1764000000000000000",
            "0000000000000000",
            "42424242424242424242424242424242",
            "4242  4242 4242 4242",
            "4242 4242-4242-4242",
            "42",
        ] {
            assert_eq!(card(number), None, "{number}");
        }
        for (text, start) in [
            ("a1f04242424242424242b2c3d4", 4),
            ("chunk-a1f04242424242424242b2c3d4.js", 10),
            ("42424242-4242-4242-a242-4242424242ff", 0),
        ] {
            let digits = read(text.as_bytes(), 0, start);
            assert!(matches!(digits, Digits::Other { .. }), "{text}");
        }
        let fraction = b"0.4242424242424242";
        assert_eq!(
            read(fraction, 0, 2),
            Digits::Other {
                end: fraction.len()
            }
        );
        let in_a_list = b"1.4242 4242 4242 4242";
        assert_eq!(
            read(in_a_list, 0, 2),
            Digits::Card {
                end: in_a_list.len()
            }
        );
    }
}
