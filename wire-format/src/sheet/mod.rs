//! Style sheets: lists of rules, inline or in the archive of their project.
//!
//! A sheet is known by a number from the numbers of nodes: that of the `link` or `style` element
//! which owns it, or, if no element does (*constructed*), a number that no node has.
//!
//! - `archived`: a sheet as the archive keeps it, and the hash that names it there.
//! - `hash`: that name.
//! - `places`: where in a record sheets stand.

mod archived;
mod hash;
mod places;

use crate::id::NodeId;
use crate::node::Text;

pub use archived::{OpenSheet, SealedSheet};
pub use hash::{ParseSheetHashError, SheetHash};
pub use places::{SheetPlace, resolve, visit_sheets};

/// The rules of a sheet in their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Rules<'a> {
    /// One text per rule of the sheet; what a rule holds inside is part of its text.
    Inline(Vec<Text<'a>>),
    /// The archive has them under this name.
    Archived(SheetHash),
}

/// A sheet that no element owns.
#[derive(Clone, Debug, PartialEq)]
pub struct ConstructedSheet<'a> {
    /// Its number, which no node has.
    pub id: NodeId,
    /// Its rules.
    pub rules: Rules<'a>,
    /// The media it applies to; `None` if to all.
    pub media: Option<Text<'a>>,
}

/// One step of changing a list of rules.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleEdit<'a> {
    /// Where, among the rules as the steps before have left them.
    pub index: u32,
    /// How many rules are taken out there.
    pub removed: u32,
    /// The rule that is put there then.
    pub inserted: Option<Text<'a>>,
}

impl Rules<'_> {
    /// All of them as one text, as far as they are here.
    pub fn joined(&self) -> Option<String> {
        match self {
            Self::Inline(rules) => Some(rules.join("\n")),
            Self::Archived(_) => None,
        }
    }

    pub(crate) fn map_texts<'s, 't>(&'s self, map: &impl Fn(&'s str) -> Text<'t>) -> Rules<'t> {
        match self {
            Self::Inline(rules) => Rules::Inline(rules.iter().map(|rule| map(rule)).collect()),
            Self::Archived(hash) => Rules::Archived(*hash),
        }
    }
}

impl Rules<'static> {
    /// Takes a step; `false` if there is no such place.
    pub(crate) fn edit(&mut self, edit: &RuleEdit<'_>) -> bool {
        let Self::Inline(rules) = self else {
            return false;
        };
        let start = edit.index as usize;
        let end = start.saturating_add(edit.removed as usize);
        if end > rules.len() {
            return false;
        }
        rules.drain(start..end);
        if let Some(rule) = edit.inserted.as_deref() {
            rules.insert(start, Text::Owned(rule.to_owned()));
        }
        true
    }
}

impl ConstructedSheet<'_> {
    pub(crate) fn map_texts<'s, 't>(
        &'s self,
        map: &impl Fn(&'s str) -> Text<'t>,
    ) -> ConstructedSheet<'t> {
        ConstructedSheet {
            id: self.id,
            rules: self.rules.map_texts(map),
            media: self.media.as_deref().map(map),
        }
    }
}
