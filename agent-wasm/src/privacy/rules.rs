//! What the author of a page decides.

use serde::Deserialize;

/// How much of a page may leave it, from nothing to nearly everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// All text, all values and all media are hidden.
    #[default]
    Mask,
    /// What the visitor gives is hidden.
    MaskUserInput,
    /// Everything is shown, but for values that are always private.
    Allow,
}

/// What the page's author decided, as the collector hands it over.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Privacy {
    /// What holds where no element says otherwise.
    pub level: Level,
    /// Names of query parameters whose values are kept in addresses.
    pub kept_parameters: Vec<String>,
    /// Names of attributes that are shown at level `mask`, too.
    pub shown_attributes: Vec<String>,
    /// Names of attributes that are masked at every level.
    pub masked_attributes: Vec<String>,
}
