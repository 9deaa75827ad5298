//! One pass over a text, from one place where something private may stand to the next.

use std::borrow::Cow;
use std::ops::Range;

use crate::card_number::{self, Digits};
use crate::escape::{self, Written};
use crate::keys::KeySet;
use crate::label::{self, Label, Place};
use crate::limits::JSON_DEPTH_MAX;
use crate::rewriting::{Rewriting, Rewritten};
use crate::rules::Rules;
use crate::scrubber::{HIDDEN, Scrubber};
use crate::value::{self, Separator};
use crate::{bearer, email, user_info};

/// The bytes at which a pass stops for these rules; it runs over all others.
pub(crate) fn places(rules: &Rules, keys: &KeySet) -> [bool; 256] {
    let mut places = [false; 256];
    for (is_wanted, bytes) in [
        (true, b"%\\\"".as_slice()),
        (!keys.is_empty(), b":="),
        (rules.secrets, b":Bb"),
        (rules.card_numbers, b"0123456789"),
        (rules.secrets || rules.emails, b"@"),
    ] {
        for &byte in bytes.iter().filter(|_| is_wanted) {
            if let Some(place) = places.get_mut(usize::from(byte)) {
                *place = true;
            }
        }
    }
    places
}

/// The text without what is private; `None` if nothing is.
pub(crate) fn scrub(scrubber: &Scrubber, text: &str) -> Option<Rewritten> {
    let mut scan = Scan {
        scrubber,
        rewriting: Rewriting::of(text),
        start: 0,
        depth: 0,
    };
    scan.part(0..text.len());
    scan.rewriting.finish()
}

struct Scan<'s, 't> {
    scrubber: &'s Scrubber,
    rewriting: Rewriting<'t>,
    /// Where the part begins that is being scrubbed.
    start: usize,
    /// How many strings of JSON are around it.
    depth: usize,
}

impl<'t> Scan<'_, 't> {
    /// Scrubs a part by itself: nothing in it is told by what stands before or behind.
    fn part(&mut self, part: Range<usize>) {
        let bytes = self.rewriting.bytes().get(..part.end).unwrap_or_default();
        let is_json = self.depth < JSON_DEPTH_MAX && begins_json(bytes, part.start);
        let start = std::mem::replace(&mut self.start, part.start);
        let mut at = self.user(bytes, part.start).unwrap_or(part.start);
        while let Some(place) = self.next_place(bytes, at) {
            at = match bytes.get(place) {
                Some(b'"') if is_json => self.string(bytes, place),
                _ => self.place(bytes, place),
            };
        }
        self.start = start;
    }

    fn next_place(&self, bytes: &[u8], start: usize) -> Option<usize> {
        let is_place = |&byte: &u8| self.scrubber.places.get(usize::from(byte)) == Some(&true);
        Some(start + bytes.get(start..)?.iter().position(is_place)?)
    }

    /// Before this place everything is decided.
    fn floor(&self) -> usize {
        self.start.max(self.rewriting.decided())
    }

    /// Scrubs a string of JSON, which may hold JSON itself. Returns where to go on.
    fn string(&mut self, bytes: &'t [u8], opening: usize) -> usize {
        match self.next_place(bytes, opening + 1) {
            Some(place) if bytes.get(place) == Some(&b'"') => return place + 1,
            Some(_) => {}
            None => return bytes.len(),
        }
        let backslashes = escape::backslashes_before(bytes, self.floor(), opening);
        let content = value::quoted(bytes, opening, backslashes, b'"');
        let behind = content.end + backslashes + 1;
        self.depth += 1;
        self.part(content);
        self.depth -= 1;
        behind
    }

    /// Scrubs what begins at this place or is told by it. Returns where to go on.
    fn place(&mut self, bytes: &'t [u8], place: usize) -> usize {
        let Some(Written { byte, length }) = escape::read(bytes, place) else {
            return bytes.len();
        };
        let behind = place + length;
        let found = match byte {
            b'0'..=b'9' if self.scrubber.card_numbers => {
                match card_number::read(bytes, self.floor(), place) {
                    Digits::Card { end } => Some(place..end),
                    Digits::Other { end } => return end,
                }
            }
            b'@' if self.scrubber.emails => email::around(bytes, self.floor(), place, behind),
            b'B' | b'b' if self.scrubber.secrets => bearer::token(bytes, place),
            b':' => return self.colon(bytes, place..behind),
            b'=' => {
                let separator = place..behind + equals(bytes, behind);
                return self.value(bytes, &separator, Separator::Form);
            }
            _ => None,
        };
        match found {
            Some(found) => {
                self.rewriting.replace(&found, HIDDEN);
                found.end
            }
            None => behind,
        }
    }

    fn colon(&mut self, bytes: &'t [u8], colon: Range<usize>) -> usize {
        if let Some(host) = self.user(bytes, colon.end) {
            return host;
        }
        match escape::read(bytes, colon.end) {
            // Two of them part the names of a path in some languages.
            Some(next) if next.byte == b':' => colon.end + next.length,
            _ if colon.len() > 1 => self.value(bytes, &colon, Separator::Form),
            _ => self.value(bytes, &colon, Separator::Colon),
        }
    }

    /// Takes the user out of an address whose two slashes stand here. Returns where to go on; `None`
    /// if there are no slashes.
    fn user(&mut self, bytes: &'t [u8], slashes: usize) -> Option<usize> {
        let authority = user_info::authority_start(bytes, slashes)?;
        let user = user_info::read(bytes, authority).filter(|_| self.scrubber.secrets);
        if let Some(user) = user.filter(|user| !user.is_empty()) {
            self.rewriting.replace(&user, HIDDEN);
            return Some(user.end);
        }
        Some(authority)
    }

    /// Takes out the value behind a separator if the name before it is private. Returns where to go on.
    fn value(&mut self, bytes: &'t [u8], place: &Range<usize>, separator: Separator) -> usize {
        let is_private = |label: &Label<'_>| {
            let is_position = label.place == Place::Path && separator == Separator::Colon;
            let keys = &self.scrubber.keys;
            !is_position && !keys.pass_over(label.written.len()) && keys.hold_for(&label.name())
        };
        let label = label::before(bytes, self.floor(), place.start);
        let Some(label) = label.filter(is_private) else {
            return place.end;
        };
        let value = value::read(bytes, place.end, &label, separator);
        if !value.range.is_empty() {
            self.rewriting
                .replace(&value.range, &replacement(value.quotes));
        }
        self.rewriting.decide(value.end);
        value.end
    }
}

/// Whether strings between double quotation marks are told from what stands around them.
fn begins_json(bytes: &[u8], start: usize) -> bool {
    let text = bytes.get(start..).unwrap_or_default().trim_ascii_start();
    let Some((bracket, inside)) = text.split_first() else {
        return false;
    };
    // Within a string the space of JSON is escaped, as its quotation marks are.
    let is_space = |byte: &&u8| byte.is_ascii_whitespace() || b"\\nrt".contains(byte);
    let first = inside.iter().find(|byte| !is_space(byte));
    match bracket {
        b'{' => first == Some(&b'"'),
        b'[' => first.is_some_and(|first| first.is_ascii_digit() || b"\"{[-*".contains(first)),
        _ => false,
    }
}

/// How many bytes of further `=` and `>` stand here, as in `==` and `=>`.
fn equals(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    rest.iter()
        .take_while(|byte| matches!(byte, b'=' | b'>'))
        .count()
}

fn replacement(quotes: Option<usize>) -> Cow<'static, str> {
    match quotes {
        None => HIDDEN.into(),
        Some(backslashes) => {
            let quote = format!("{}\"", "\\".repeat(backslashes));
            format!("{quote}{HIDDEN}{quote}").into()
        }
    }
}
