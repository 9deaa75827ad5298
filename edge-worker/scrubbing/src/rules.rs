//! What the owner of a project wants taken out.

use serde::{Deserialize, Serialize};

use crate::limits::{KEYS_MAX, NAME_BYTES_MAX};
use crate::name::Name;

/// The rules of a project, as its settings write them in JSON. What is absent has its default;
/// anything unknown makes them invalid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Rules {
    /// Values behind names that announce a secret (`password`, `token`, `authorization`, …), what
    /// follows `Bearer`, and user names and passwords in addresses. Default: `true`.
    pub secrets: bool,
    /// Further names whose values are taken out. Default: none.
    pub keys: Keys,
    /// Numbers of payment cards. Default: `true`.
    pub card_numbers: bool,
    /// E-mail addresses. Default: `false`.
    pub emails: bool,
}

impl Rules {
    /// Nothing is taken out.
    pub fn none() -> Self {
        Self {
            secrets: false,
            keys: Keys::default(),
            card_numbers: false,
            emails: false,
        }
    }

    /// Everything that can be told without the owner's own keys, for rules that cannot be read.
    pub fn strictest() -> Self {
        Self {
            secrets: true,
            keys: Keys::default(),
            card_numbers: true,
            emails: true,
        }
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            secrets: true,
            keys: Keys::default(),
            card_numbers: true,
            emails: false,
        }
    }
}

/// Names, at most 200.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Key>")]
pub struct Keys(Vec<Key>);

impl Keys {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|Key(key)| key.as_str())
    }
}

impl TryFrom<Vec<Key>> for Keys {
    type Error = KeyError;

    fn try_from(keys: Vec<Key>) -> Result<Self, KeyError> {
        if keys.len() > KEYS_MAX {
            return Err(KeyError::TooMany);
        }
        Ok(Self(keys))
    }
}

/// The name of a parameter, a header, a field or an attribute, at most 128 bytes. Letters and digits
/// count, their case does not, and `*` stands for any of them or none: `customer*` holds for
/// `Customer-Id` and `customer_name`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Key(String);

impl TryFrom<String> for Key {
    type Error = KeyError;

    fn try_from(key: String) -> Result<Self, KeyError> {
        if key.len() > NAME_BYTES_MAX {
            return Err(KeyError::TooLong);
        }
        if Name::whole(key.as_bytes()).letters().is_empty() && !key.contains('*') {
            return Err(KeyError::Empty);
        }
        Ok(Self(key))
    }
}

/// Why a key is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It would never hold for any name.
    #[error("a key has a letter, a digit or a `*`")]
    Empty,
    /// It is longer than names are.
    #[error("a key has at most {NAME_BYTES_MAX} bytes")]
    TooLong,
    /// There are more than are held against each name.
    #[error("a project has at most {KEYS_MAX} keys")]
    TooMany,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Rules, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn what_is_absent_has_its_default() {
        let default = Rules::default();
        assert_eq!(read("{}").unwrap(), default);
        assert!(default.secrets && default.card_numbers && !default.emails);
        let rules = read(r#"{"emails": true, "keys": ["customer*"]}"#).unwrap();
        assert!(rules.secrets && rules.emails);
        assert_eq!(rules.keys.iter().collect::<Vec<_>>(), ["customer*"]);
        let written = serde_json::to_string(&rules).unwrap();
        assert_eq!(read(&written).unwrap(), rules);
        let none = r#"{"secrets": false, "cardNumbers": false}"#;
        assert_eq!(read(none).unwrap(), Rules::none());
    }

    #[test]
    fn what_cannot_be_meant_is_not_valid() {
        let many = format!(r#"{{"keys": [{}"a"]}}"#, r#""a","#.repeat(KEYS_MAX));
        let long = format!(r#"{{"keys": ["{}"]}}"#, "a".repeat(NAME_BYTES_MAX + 1));
        for json in [
            many.as_str(),
            &long,
            r#"{"keys": "password"}"#,
            r#"{"keys": [""]}"#,
            r#"{"keys": ["--"]}"#,
            r#"{"card_numbers": false}"#,
            r#"{"emails": 1}"#,
            "null",
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }
}
