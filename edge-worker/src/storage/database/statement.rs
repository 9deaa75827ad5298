//! A statement and its parameters.

use std::borrow::Cow;

/// One statement. What comes from outside is a parameter, never part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) sql: Cow<'static, str>,
    pub(crate) parameters: Vec<Parameter>,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Parameter {
    Null,
    /// A count or a time, none of which comes near 2⁵³: D1 takes JavaScript numbers.
    Integer(u64),
    Text(String),
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
        Self::Integer(number)
    }
}

impl From<&str> for Parameter {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Parameter {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl<T: Into<Self>> From<Option<T>> for Parameter {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
