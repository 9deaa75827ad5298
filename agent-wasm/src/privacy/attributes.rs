use std::borrow::Cow;

use wire_format::node::{Attribute, Element, Namespace, Text};
use wire_format::state::PrivacyMark;

use super::address::Fragment;
use super::attribute_names::{
    is_address, is_code, is_of_drawing, is_source, is_source_set, is_structural,
};
use super::css::{CssPlace, is_data};
use super::exposure::Exposure;
use super::filler::{mask_text, mask_value, rewrite};
use super::form_controls::{Author, is_control};
use super::rules::{Level, Privacy};
use crate::text::{join, split, split_at};

/// Attributes that a blocked element keeps, so that its box stands where the element does.
const KEPT_BY_BLOCKED: [&str; 8] = [
    "class",
    "contenteditable",
    "height",
    "id",
    "style",
    "width",
    "x",
    "y",
];

/// Values of `name` on a `meta` element that say how the page looks.
const SHOWN_META: [&str; 3] = ["color-scheme", "theme-color", "viewport"];

/// Tags whose source is a picture, a film, a sound or another page.
const MEDIA: [&str; 12] = [
    "audio", "canvas", "embed", "frame", "iframe", "image", "img", "input", "object", "source",
    "track", "video",
];

/// What is done with the value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Treatment {
    Shown,
    LeftOut,
    Emptied,
    TextMasked,
    ValueMasked,
    CssScrubbed(Level),
    AddressScrubbed(Level, Fragment),
    AddressesScrubbed(Level),
}

/// An element, its mark, and what holds for it.
#[derive(Clone, Copy)]
pub(super) struct Subject<'e> {
    pub(super) element: &'e Element<'e>,
    pub(super) mark: Option<PrivacyMark>,
    pub(super) exposure: Exposure,
}

impl Subject<'_> {
    /// How an attribute with this name and value is treated.
    pub(super) fn treatment(self, privacy: &Privacy, name: &str, value: &str) -> Treatment {
        let level = self.exposure.level;
        let is_listed = |names: &[String]| names.iter().any(|listed| listed == name);
        if is_listed(&privacy.masked_attributes) {
            return Treatment::TextMasked;
        }
        if matches!(self.mark, Some(PrivacyMark::Blocked { .. }))
            && !KEPT_BY_BLOCKED.contains(&name)
        {
            return Treatment::LeftOut;
        }
        match name {
            "class" | "id" => Treatment::Shown,
            "style" => Treatment::CssScrubbed(level),
            "value" => self.of_value(value),
            "checked" | "selected" => self.of_choice(),
            _ if is_address(name) => self.of_address(name, value),
            _ if is_source_set(name) && level == Level::Mask => Treatment::LeftOut,
            _ if is_source_set(name) => Treatment::AddressesScrubbed(level),
            _ if level == Level::Allow => Treatment::Shown,
            _ if is_code(name) => Treatment::Emptied,
            "content" => self.of_meta(),
            _ if level == Level::MaskUserInput || is_listed(&privacy.shown_attributes) => {
                Treatment::Shown
            }
            _ if matches!(value, "" | "true" | "false") || self.is_structural(name) => {
                Treatment::Shown
            }
            _ => Treatment::TextMasked,
        }
    }

    fn of_value(self, value: &str) -> Treatment {
        let level = self.exposure.level;
        let tag = self.element.tag.as_ref();
        if Author::of(self.element, self.mark).hides_value(level) {
            Treatment::ValueMasked
        } else if level != Level::Mask || is_ordinal(tag, value) {
            Treatment::Shown
        } else if tag == "option" || is_control(tag) {
            Treatment::ValueMasked
        } else {
            Treatment::TextMasked
        }
    }

    fn of_choice(self) -> Treatment {
        if Author::of(self.element, self.mark).hides_choice(self.exposure) {
            Treatment::LeftOut
        } else {
            Treatment::Shown
        }
    }

    fn of_address(self, name: &str, value: &str) -> Treatment {
        let level = self.exposure.level;
        let is_media = MEDIA.contains(&self.element.tag.as_ref());
        let is_within_page = value.starts_with('#');
        if level == Level::Mask && !is_within_page && (is_media || is_source(name)) {
            return Treatment::LeftOut;
        }
        let is_picture = is_media || is_source(name) || self.element.tag == "link";
        if is_picture && is_data(value) && level != Level::Mask {
            return Treatment::Shown;
        }
        let fragment = if is_within_page || self.element.namespace == Namespace::Svg {
            Fragment::NameKept
        } else {
            Fragment::Hidden
        };
        Treatment::AddressScrubbed(level, fragment)
    }

    fn of_meta(self) -> Treatment {
        let name = self.element.attribute("name").unwrap_or_default();
        if SHOWN_META.contains(&name) {
            Treatment::Shown
        } else {
            Treatment::TextMasked
        }
    }

    fn is_structural(self, name: &str) -> bool {
        match &self.element.namespace {
            Namespace::Html => is_structural(name),
            Namespace::Svg | Namespace::MathMl => is_of_drawing(name),
            Namespace::Other(_) => false,
        }
    }
}

impl Treatment {
    pub(super) fn apply_to(self, privacy: &Privacy, value: &mut Text<'_>) {
        match self {
            Self::Shown | Self::LeftOut => {}
            Self::Emptied => *value = Text::Borrowed(""),
            Self::TextMasked => rewrite(value, mask_text),
            Self::ValueMasked => rewrite(value, mask_value),
            Self::CssScrubbed(level) => rewrite(value, |css| {
                privacy.scrub_css(css, level, CssPlace::Attribute)
            }),
            Self::AddressScrubbed(level, fragment) => {
                rewrite(value, |address| {
                    privacy.scrub_with(address, level, fragment)
                });
            }
            Self::AddressesScrubbed(level) => {
                rewrite(value, |set| scrub_source_set(privacy, set, level));
            }
        }
    }
}

/// Treats all attributes of an element.
pub(super) fn mask_attributes(
    privacy: &Privacy,
    element: &mut Element<'_>,
    mark: Option<PrivacyMark>,
    exposure: Exposure,
) {
    let subject = Subject {
        element,
        mark,
        exposure,
    };
    let treatments: Vec<Treatment> = element
        .attributes
        .iter()
        .map(|Attribute { name, value }| subject.treatment(privacy, name, value))
        .collect();
    for (attribute, treatment) in element.attributes.iter_mut().zip(&treatments) {
        treatment.apply_to(privacy, &mut attribute.value);
    }
    if treatments.contains(&Treatment::LeftOut) {
        let mut treatments = treatments.into_iter();
        element
            .attributes
            .retain(|_| treatments.next() != Some(Treatment::LeftOut));
    }
}

/// Whether a value is the number in front of an item of a list.
fn is_ordinal(tag: &str, value: &str) -> bool {
    tag == "li" && value.parse::<i32>().is_ok()
}

/// Each candidate is an address and perhaps a descriptor; candidates are parted by commas that
/// white space follows, since addresses may hold commas themselves.
fn scrub_source_set<'t>(privacy: &Privacy, set: &'t str, level: Level) -> Cow<'t, str> {
    let candidate = |candidate: &'t str| -> Cow<'t, str> {
        let trimmed = candidate.trim_start();
        let space = candidate
            .get(..candidate.len() - trimmed.len())
            .unwrap_or_default();
        let length = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
        let (address, descriptor) = split_at(trimmed, length);
        if is_data(address) {
            return candidate.into();
        }
        format!(
            "{space}{}{descriptor}",
            privacy.scrub_address(address, level)
        )
        .into()
    };
    join(split(set, ", ").map(candidate), ", ").into()
}
