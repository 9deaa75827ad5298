//! Rules, made ready to be applied.

use std::borrow::Cow;

use crate::keys::KeySet;
use crate::label;
use crate::name::Name;
use crate::rewriting::Rewritten;
use crate::rules::Rules;
use crate::scan;
use crate::secrets::SECRET_KEYS;
use crate::value;

/// Stands for what was taken out, as where a recorder scrubs.
pub const HIDDEN: &str = "*";

/// Takes out what a project does not want stored. It is made once for the rules of a project; where
/// nothing is to be taken out it allocates nothing. What it has scrubbed it leaves as it is.
#[derive(Clone, Debug)]
pub struct Scrubber {
    pub(crate) keys: KeySet,
    pub(crate) secrets: bool,
    pub(crate) card_numbers: bool,
    pub(crate) emails: bool,
    /// Whether something to be taken out may begin, or be told, at this byte.
    pub(crate) places: [bool; 256],
}

impl Scrubber {
    /// A scrubber for these rules.
    pub fn new(rules: &Rules) -> Self {
        let secrets = if rules.secrets {
            SECRET_KEYS.as_slice()
        } else {
            &[]
        };
        let keys = KeySet::of(secrets.iter().copied().chain(rules.keys.iter()));
        let places = scan::places(rules, &keys);
        Self {
            keys,
            secrets: rules.secrets,
            card_numbers: rules.card_numbers,
            emails: rules.emails,
            places,
        }
    }

    /// Scrubs a text that may hold anything: a message, an address, a form, JSON. Returns how many
    /// values were taken out.
    pub fn text(&self, text: &mut Cow<'_, str>) -> u32 {
        let Some(Rewritten {
            text: scrubbed,
            count,
        }) = scan::scrub(self, text)
        else {
            return 0;
        };
        *text = scrubbed.into();
        count
    }

    /// Scrubs the value of a header, a parameter or an attribute of this name. Returns how many values
    /// were taken out.
    pub fn value(&self, name: &str, value: &mut Cow<'_, str>) -> u32 {
        if self.is_private(name) {
            hide(value)
        } else {
            self.text(value)
        }
    }

    /// Scrubs JSON that is the value of a fact of this name. Returns how many values were taken out.
    pub fn json_value(&self, name: &str, json: &mut Cow<'_, str>) -> u32 {
        if !self.is_private(name) {
            return self.text(json);
        }
        let inside = json.trim_ascii().trim_matches('"');
        if value::is_nothing(inside.as_bytes()) {
            return 0;
        }
        *json = format!("\"{HIDDEN}\"").into();
        1
    }

    /// Whether what comes after this text is a private value, as in `console.log("token:", token)`.
    pub(crate) fn announces_value(&self, text: &str) -> bool {
        let text = text.trim_ascii_end();
        match text.strip_suffix([':', '=']) {
            Some(before) => {
                let label = label::before(before.as_bytes(), 0, before.len());
                label.is_some_and(|label| self.keys.hold_for(&label.name()))
            }
            None => !text.contains(char::is_whitespace) && self.is_private(text),
        }
    }

    fn is_private(&self, name: &str) -> bool {
        !self.keys.is_empty() && self.keys.hold_for(&Name::whole(name.as_bytes()))
    }
}

/// Takes out a value as a whole. Returns whether there was something to take out, as a number.
pub(crate) fn hide(value: &mut Cow<'_, str>) -> u32 {
    if value::is_nothing(value.as_bytes()) {
        return 0;
    }
    *value = HIDDEN.into();
    1
}

#[cfg(test)]
mod tests;
