//! A statement and its parameters.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// One statement. What comes from outside is a parameter, never part of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Statement {
    pub(crate) sql: Cow<'static, str>,
    pub(crate) parameters: Vec<Parameter>,
}

/// The value of a parameter, which has a type even where it is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Parameter {
    /// A count or a time, none of which comes near 2⁵³: D1 takes JavaScript numbers.
    Integer(Option<u64>),
    Text(Option<String>),
}

impl Statement {
    pub(crate) fn new(
        sql: impl Into<Cow<'static, str>>,
        parameters: impl Into<Vec<Parameter>>,
    ) -> Self {
        Self {
            sql: sql.into(),
            parameters: parameters.into(),
        }
    }
}

impl From<u64> for Parameter {
    fn from(number: u64) -> Self {
        Self::Integer(Some(number))
    }
}

impl From<Option<u64>> for Parameter {
    fn from(number: Option<u64>) -> Self {
        Self::Integer(number)
    }
}

impl From<&str> for Parameter {
    fn from(text: &str) -> Self {
        Some(text).into()
    }
}

impl From<&String> for Parameter {
    fn from(text: &String) -> Self {
        Some(text).into()
    }
}

impl<T: AsRef<str> + ?Sized> From<Option<&T>> for Parameter {
    fn from(text: Option<&T>) -> Self {
        Self::Text(text.map(|text| text.as_ref().to_owned()))
    }
}
