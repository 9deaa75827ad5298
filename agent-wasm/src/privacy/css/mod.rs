//! CSS without the texts and addresses that it shows.
//!
//! Read token by token (CSS Syntax Module Level 3, section 4), as far as strings, addresses and the
//! properties that they belong to need it. Everything else is copied as it is.

mod token;

use std::borrow::Cow;

use super::address::Fragment;
use super::filler::mask_text;
use super::rules::{Level, Privacy};
use crate::text::{find, is_letter_or_digit, split_at};
use token::{is_of_word, length_while, unescaped};

/// Where CSS stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CssPlace {
    /// In a sheet, which the page's author wrote.
    Sheet,
    /// In an attribute, where pages put what belongs to one visitor.
    Attribute,
}

/// Properties and descriptors whose strings are shown. So are those of custom properties, which end
/// up in others.
const SHOWN_PROPERTIES: [&str; 15] = [
    "additive-symbols",
    "content",
    "hyphenate-character",
    "initial-value",
    "list-style",
    "list-style-type",
    "negative",
    "pad",
    "prefix",
    "quotes",
    "suffix",
    "symbols",
    "text-emphasis",
    "text-emphasis-style",
    "text-overflow",
];

impl Privacy {
    /// CSS as it may leave the page: at level `mask` without shown strings and, in attributes,
    /// without images; below level `allow` with scrubbed addresses and without comments.
    pub(super) fn scrub_css<'t>(
        &self,
        css: &'t str,
        level: Level,
        place: CssPlace,
    ) -> Cow<'t, str> {
        if level == Level::Allow || !css.contains(['"', '\'', '(', '\\', '*']) {
            return css.into();
        }
        let scrubbed = Scrubber {
            privacy: self,
            level,
            place,
            rest: css,
            scrubbed: String::with_capacity(css.len()),
            property: String::new(),
            is_before_property: true,
            calls: Vec::new(),
        }
        .run();
        if scrubbed == css {
            css.into()
        } else {
            scrubbed.into()
        }
    }
}

struct Scrubber<'t> {
    privacy: &'t Privacy,
    level: Level,
    place: CssPlace,
    rest: &'t str,
    scrubbed: String,
    /// The property, descriptor or at-rule that is being read, in lower case.
    property: String,
    /// Whether the next word is the name of a property.
    is_before_property: bool,
    /// The names of the functions that are being read, outermost first; empty for a mere bracket.
    calls: Vec<String>,
}

impl Scrubber<'_> {
    fn run(mut self) -> String {
        while let Some(first) = self.rest.chars().next() {
            match first {
                '/' if self.rest.starts_with("/*") => self.comment(),
                '"' | '\'' => self.string(first),
                _ if is_of_word(first) => self.word(),
                _ => self.mark(first),
            }
        }
        self.scrubbed
    }

    fn take(&mut self, length: usize) -> &str {
        let (taken, rest) = split_at(self.rest, length);
        self.rest = rest;
        taken
    }

    fn copy(&mut self, length: usize) {
        let (taken, rest) = split_at(self.rest, length);
        self.scrubbed.push_str(taken);
        self.rest = rest;
    }

    fn comment(&mut self) {
        let text = self.rest.get(2..).unwrap_or_default();
        let length = find(text, "*/").map_or(self.rest.len(), |end| end + 4);
        self.take(length);
        self.scrubbed.push_str("/**/");
    }

    fn mark(&mut self, mark: char) {
        match mark {
            '{' | '}' | ';' => {
                self.is_before_property = true;
                self.property.clear();
                self.calls.clear();
            }
            '(' => self.calls.push(String::new()),
            ')' => drop(self.calls.pop()),
            '@' => self.is_before_property = true,
            _ => {}
        }
        self.copy(mark.len_utf8());
    }

    fn word(&mut self) {
        let length = length_while(self.rest, is_of_word);
        let name = unescaped(self.rest.get(..length).unwrap_or_default()).to_ascii_lowercase();
        self.copy(length);
        if self.rest.starts_with('(') {
            self.copy(1);
            let space = self.rest.len() - self.rest.trim_start().len();
            let is_quoted = self.rest.trim_start().starts_with(['"', '\'']);
            self.copy(space);
            self.calls.push(name);
            if !is_quoted && self.is_in_address() {
                self.unquoted_address();
            }
        } else if self.is_before_property {
            self.is_before_property = false;
            self.property = name;
        }
    }

    fn unquoted_address(&mut self) {
        let length = length_while(self.rest, |character| character != ')');
        let text = unescaped(self.take(length)).trim().to_owned();
        let address = self.address(&text);
        if address == text && !text.contains(['\\', '"', '\'', '(']) {
            self.scrubbed.push_str(&text);
        } else {
            self.push_quoted(&address);
        }
    }

    fn string(&mut self, quote: char) {
        let behind = self.rest.get(1..).unwrap_or_default();
        let length = length_while(behind, |character| character != quote && character != '\n');
        let is_closed = behind
            .get(length..)
            .is_some_and(|rest| rest.starts_with(quote));
        let whole = 1 + length + usize::from(is_closed);
        let text = unescaped(behind.get(..length).unwrap_or_default());
        let shown = if self.is_in_address() || self.property == "import" {
            self.address(&text)
        } else if self.is_shown() && text.contains(is_letter_or_digit) {
            mask_text(&text).into_owned()
        } else {
            text.clone()
        };
        if shown == text {
            self.copy(whole);
        } else {
            self.take(whole);
            self.push_quoted(&shown);
        }
    }

    fn is_in_address(&self) -> bool {
        self.calls
            .last()
            .is_some_and(|call| matches!(call.as_str(), "url" | "src" | "image-set" | "image"))
    }

    fn is_shown(&self) -> bool {
        let is_listed =
            self.property.starts_with("--") || SHOWN_PROPERTIES.contains(&self.property.as_str());
        self.level == Level::Mask && is_listed
    }

    fn address(&self, address: &str) -> String {
        let is_within_page = address.starts_with('#');
        if self.level == Level::Mask && self.place == CssPlace::Attribute && !is_within_page {
            return String::new();
        }
        if is_data(address) {
            return address.to_owned();
        }
        self.privacy
            .scrub_with(address, self.level, Fragment::NameKept)
            .into_owned()
    }

    fn push_quoted(&mut self, text: &str) {
        self.scrubbed.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.scrubbed.extend(['\\', character]),
                '\n' => self.scrubbed.push_str("\\a "),
                _ => self.scrubbed.push(character),
            }
        }
        self.scrubbed.push('"');
    }
}

/// Whether an address carries what it is the address of.
pub(super) fn is_data(address: &str) -> bool {
    address
        .get(..5)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

#[cfg(test)]
mod tests;
