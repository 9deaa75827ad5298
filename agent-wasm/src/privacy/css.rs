//! CSS without the texts and addresses that it shows.
//!
//! Read token by token (CSS Syntax Module Level 3, section 4), as far as strings, addresses and the
//! properties that they belong to need it. Everything else is copied as it is.

use std::borrow::Cow;

use super::address::Fragment;
use super::filler::mask_text;
use super::rules::{Level, Privacy};
use crate::text::{find, is_letter_or_digit, split_at};

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

const fn is_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '-' | '_' | '\\')
        || !character.is_ascii()
}

/// Length in bytes up to the first character that is not escaped and does not fulfill a condition.
fn length_while(text: &str, condition: impl Fn(char) -> bool) -> usize {
    let mut is_escaped = false;
    text.find(|character| {
        let ends = !is_escaped && !condition(character);
        is_escaped = !is_escaped && character == '\\';
        ends
    })
    .unwrap_or(text.len())
}

/// A word or the inside of a string, as it is meant (section 4.3.7).
fn unescaped(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubbed(css: &str, level: Level, place: CssPlace) -> String {
        let privacy = Privacy::default();
        let scrubbed = privacy.scrub_css(css, level, place).into_owned();
        assert_eq!(privacy.scrub_css(&scrubbed, level, place), scrubbed);
        scrubbed
    }

    fn masked_sheet(css: &str) -> String {
        scrubbed(css, Level::Mask, CssPlace::Sheet)
    }

    #[test]
    fn shown_strings_are_masked_wherever_they_come_from() {
        for (css, expected) in [
            (
                r#"a::after { content: "Marge" attr(title) }"#,
                r#"a::after { content: "******" attr(title) }"#,
            ),
            (
                r#"a{--name:'Marge \"M\" Q'}"#,
                r#"a{--name:"****** *** ***"}"#,
            ),
            (r#"a{c\6fntent:"Marge"}"#, r#"a{c\6fntent:"******"}"#),
            (r#"a{CONTENT :"\4d arge"}"#, r#"a{CONTENT :"******"}"#),
            (r#"a{/* x */content:"Marge"}"#, r#"a{/**/content:"******"}"#),
            (
                r#"a{color:red;quotes:"A" "B"}"#,
                r#"a{color:red;quotes:"***" "***"}"#,
            ),
            (
                r#"@media print{a{content:"Marge"}}"#,
                r#"@media print{a{content:"******"}}"#,
            ),
            (r#"a{content:"Marge"#, r#"a{content:"******""#),
        ] {
            assert_eq!(masked_sheet(css), expected);
        }
    }

    #[test]
    fn strings_that_are_not_shown_stay() {
        for css in [
            r#"a[title="Marge"]{color:red}"#,
            r#"@font-face{font-family:"Open Sans";src:url(a.woff2)format("woff2")}"#,
            r#"a{grid-template-areas:"head head" "nav main"}"#,
            r#"a::before{content:"\f101"}b::before{content:"→ "}"#,
            r#"@charset "utf-8";"#,
        ] {
            assert_eq!(masked_sheet(css), css);
        }
    }

    #[test]
    fn addresses_are_scrubbed() {
        for (css, expected) in [
            ("a{b:url(x.png?t=1)}", r#"a{b:url("x.png?t=*")}"#),
            ("a{b:url( 'x.png?t=1' )}", r#"a{b:url( "x.png?t=*" )}"#),
            (
                r#"@import "x.css?t=1" print;"#,
                r#"@import "x.css?t=*" print;"#,
            ),
            (
                r#"a{b:image-set("x.png?t=1" 1x)}"#,
                r#"a{b:image-set("x.png?t=*" 1x)}"#,
            ),
            ("a{b:URL(mailto:m)}", r#"a{b:URL("mailto:*")}"#),
            ("a{b:url(x.png)}", "a{b:url(x.png)}"),
            ("a{b:url(#f)}", "a{b:url(#f)}"),
        ] {
            assert_eq!(
                scrubbed(css, Level::MaskUserInput, CssPlace::Sheet),
                expected
            );
        }
    }

    #[test]
    fn attributes_show_no_images_at_level_mask() {
        let css = "color: red; background: url(marge.png); fill: url(#f)";
        assert_eq!(
            scrubbed(css, Level::Mask, CssPlace::Attribute),
            r#"color: red; background: url(""); fill: url(#f)"#
        );
    }

    #[test]
    fn nothing_changes_where_everything_is_allowed() {
        let css = r#"/* x */ a{content:"Marge";b:url(x?y=1)}"#;
        assert_eq!(scrubbed(css, Level::Allow, CssPlace::Attribute), css);
    }
}
