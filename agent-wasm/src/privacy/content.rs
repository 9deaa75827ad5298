//! What requests and answers hold, without the private facts in it. That the page's author listed
//! an address says that its bodies are wanted, not that the secrets in them are; so this holds at
//! every level.

use std::borrow::Cow;

use wire_format::record::{RequestContent, RequestHeader};

use super::filler::rewrite;
use super::free_text::HIDDEN;
use super::rules::{Level, Privacy};
use super::secrets::is_secret_name;
use crate::text::split_at;

/// Headers that hold what visitors prove themselves with, and the names of which do not say so.
const SECRET_HEADERS: [&str; 4] = [
    "authorization",
    "proxy-authorization",
    "cookie",
    "set-cookie",
];

impl Privacy {
    pub(super) fn mask_content(&self, content: &mut RequestContent<'_>) {
        for RequestHeader { name, value } in &mut content.headers {
            if SECRET_HEADERS.contains(&name.as_ref()) || is_secret_name(name) {
                *value = HIDDEN.into();
            } else {
                rewrite(value, |value| self.scrub_text(value, self.content_level()));
            }
        }
        rewrite(&mut content.body, |body| self.scrub_body(body));
    }

    /// JSON, also where it ends too early, and any other text. What looks private is hidden as in
    /// messages; of JSON also all that stands behind the name of a secret.
    fn scrub_body<'t>(&self, body: &'t str) -> Cow<'t, str> {
        if body.trim_ascii_start().starts_with(['{', '[']) {
            self.scrub_json(body).into()
        } else {
            self.scrub_text(body, self.content_level())
        }
    }

    fn scrub_json(&self, json: &str) -> String {
        let mut scrubbed = String::with_capacity(json.len());
        let mut rest = json;
        while let Some(start) = rest.find('"') {
            let (before, string_and_rest) = split_at(rest, start);
            scrubbed.push_str(&self.scrub_text(before, self.content_level()));
            let (string, behind) = split_at(string_and_rest, string_length(string_and_rest));
            let inside = string.strip_prefix('"').unwrap_or_default();
            let text = unescape(inside.strip_suffix('"').unwrap_or(inside));
            let is_key = behind.trim_ascii_start().starts_with(':');
            push_string(&mut scrubbed, string, &text, &self.scrub_body(&text));
            rest = if is_key && self.hides_field(&text) {
                let (colon, value) = split_at(behind, value_start(behind));
                scrubbed.push_str(colon);
                push_quoted(&mut scrubbed, HIDDEN);
                split_at(value, value_length(value)).1
            } else {
                behind
            };
        }
        scrubbed.push_str(&self.scrub_text(rest, self.content_level()));
        scrubbed
    }

    fn hides_field(&self, name: &str) -> bool {
        let mut hidden = self.hidden_fields.iter();
        is_secret_name(name) || hidden.any(|field| field.eq_ignore_ascii_case(name))
    }

    fn content_level(&self) -> Level {
        match self.level {
            Level::Allow => Level::MaskUserInput,
            level => level,
        }
    }
}

/// A string keeps its escapes unless something in it was hidden.
fn push_string(json: &mut String, original: &str, text: &str, scrubbed: &str) {
    if scrubbed == text {
        json.push_str(original);
    } else {
        push_quoted(json, scrubbed);
    }
}

fn push_quoted(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            json.push('\\');
        }
        json.push(if character.is_ascii_control() {
            ' '
        } else {
            character
        });
    }
    json.push('"');
}

/// The bytes of the string that a text begins with, quotation marks included.
fn string_length(text: &str) -> usize {
    let mut is_escaped = true;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    });
    end.map_or(text.len(), |end| end + 1)
}

/// Where the value begins behind a key: behind the colon and the space around it.
fn value_start(behind_key: &str) -> usize {
    let is_between = |byte: u8| byte == b':' || byte.is_ascii_whitespace();
    let start = behind_key.bytes().position(|byte| !is_between(byte));
    start.unwrap_or(behind_key.len())
}

/// The bytes of the value that a text begins with, all that it contains included.
fn value_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0_u32;
    let mut position = 0;
    while let Some(byte) = bytes.get(position) {
        match byte {
            b'"' => {
                position += string_length(split_at(text, position).1);
                if depth == 0 {
                    return position;
                }
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' if depth == 0 => return position,
            b'}' | b']' if depth == 1 => return position + 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        position += 1;
    }
    text.len()
}

/// What a string says without its escapes; those of white space are spaces.
fn unescape(string: &str) -> Cow<'_, str> {
    if !string.contains('\\') {
        return string.into();
    }
    let mut text = String::with_capacity(string.len());
    let mut characters = string.chars();
    while let Some(character) = characters.next() {
        text.push(match character {
            '\\' => match characters.next() {
                Some('u') => {
                    let digits = split_at(characters.as_str(), 4).0;
                    let code = u32::from_str_radix(digits, 16).ok();
                    characters = split_at(characters.as_str(), digits.len()).1.chars();
                    let scalar = code.and_then(char::from_u32);
                    scalar.unwrap_or(char::REPLACEMENT_CHARACTER)
                }
                Some('n' | 'r' | 't' | 'b' | 'f') | None => ' ',
                Some(escaped) => escaped,
            },
            character => character,
        });
    }
    text.into()
}

#[cfg(test)]
mod tests;
