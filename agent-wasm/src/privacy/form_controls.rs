use wire_format::node::Element;
use wire_format::state::PrivacyMark;

use super::exposure::Exposure;
use super::rules::Level;
use super::secrets::is_secret_name;

/// Input types whose value is a label or a choice that the page's author wrote.
const AUTHORED_VALUE_TYPES: [&str; 6] = ["button", "checkbox", "image", "radio", "reset", "submit"];

/// Input types whose value is private whatever the page is.
const PRIVATE_TYPES: [&str; 5] = ["email", "file", "hidden", "password", "tel"];

/// Tokens of `autocomplete` whose values are private whatever the page is.
const PRIVATE_TOKENS: [&str; 5] = [
    "current-password",
    "email",
    "new-password",
    "one-time-code",
    "tel",
];

/// Who wrote the value of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Author {
    /// The page's author: a label, a choice, a measure.
    Page,
    Visitor,
    /// The visitor, and it is nobody's business but theirs.
    VisitorInPrivate,
}

impl Author {
    pub(super) fn of(element: &Element<'_>, mark: Option<PrivacyMark>) -> Self {
        let is_authored = !is_control(&element.tag)
            || (element.tag == "input" && has_type(element, &AUTHORED_VALUE_TYPES));
        if mark == Some(PrivacyMark::Secret) {
            Self::VisitorInPrivate
        } else if is_authored {
            Self::Page
        } else if is_private(element) {
            Self::VisitorInPrivate
        } else {
            Self::Visitor
        }
    }

    /// Whether nothing of a value may be shown, not even its length.
    pub(super) fn hides_value(self, level: Level) -> bool {
        match self {
            Self::Page => false,
            Self::Visitor => level != Level::Allow,
            Self::VisitorInPrivate => true,
        }
    }

    /// Whether it may not be told what is checked or selected.
    pub(super) fn hides_choice(self, exposure: Exposure) -> bool {
        self == Self::VisitorInPrivate || exposure.is_private || exposure.level != Level::Allow
    }
}

pub(super) fn is_control(tag: &str) -> bool {
    matches!(tag, "input" | "textarea" | "select")
}

fn is_private(element: &Element<'_>) -> bool {
    let attribute = |name| element.attribute(name).unwrap_or_default();
    let is_private_token = |token: &str| {
        let token = token.to_ascii_lowercase();
        PRIVATE_TOKENS.contains(&token.as_str())
            || token.starts_with("cc-")
            || token.starts_with("tel-")
    };
    (element.tag == "input" && has_type(element, &PRIVATE_TYPES))
        || attribute("autocomplete")
            .split_ascii_whitespace()
            .any(is_private_token)
        || is_secret_name(attribute("name"))
        || is_secret_name(attribute("id"))
}

fn has_type(element: &Element<'_>, types: &[&str]) -> bool {
    let own = element.attribute("type").unwrap_or_default();
    types.iter().any(|known| own.eq_ignore_ascii_case(known))
}
