//! What the author of a page decides.

use std::str::FromStr;

/// How much of a page may leave it, from nothing to nearly everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// All text, all values and all media are hidden.
    #[default]
    Mask,
    /// What the visitor gives is hidden.
    MaskUserInput,
    /// Everything is shown, but for values that are always private.
    Allow,
}

/// No level has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a level of privacy")]
pub struct UnknownLevel;

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(name: &str) -> Result<Self, UnknownLevel> {
        match name {
            "mask" => Ok(Self::Mask),
            "mask-user-input" => Ok(Self::MaskUserInput),
            "allow" => Ok(Self::Allow),
            _ => Err(UnknownLevel),
        }
    }
}

/// What the page's author decided, as the collector hands it over.
#[derive(Clone, Debug, Default)]
pub struct Privacy {
    /// What holds where no element says otherwise.
    pub level: Level,
    /// Names of query parameters whose values are kept in addresses.
    pub kept_parameters: Vec<String>,
    /// Names of attributes that are shown at level `mask`, too.
    pub shown_attributes: Vec<String>,
    /// Names of attributes that are masked at every level.
    pub masked_attributes: Vec<String>,
    /// Names of fields in bodies of requests and answers whose values are hidden.
    pub hidden_fields: Vec<String>,
}
