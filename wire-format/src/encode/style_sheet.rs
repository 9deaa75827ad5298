use super::{Delta, Encoder};
use crate::id::NodeId;
use crate::sheet::{ConstructedSheet, RuleEdit, Rules};

impl Encoder {
    /// Texts of rules, or the name under which the archive has them.
    pub(super) fn rules(&mut self, rules: &Rules<'_>) {
        match rules {
            Rules::Inline(rules) => {
                self.out.array(rules.len());
                for rule in rules {
                    self.text(rule);
                }
            }
            Rules::Archived(hash) => self.out.bin(hash.as_bytes()),
        }
    }

    pub(super) fn rule_edits(&mut self, edits: &[RuleEdit<'_>]) {
        self.out.array(3 * edits.len());
        let mut index = Delta::default();
        for edit in edits {
            self.out.int(index.of(edit.index));
            self.out.uint(edit.removed);
            self.optional_text(edit.inserted.as_deref());
        }
    }

    pub(super) fn sheet_ids(&mut self, sheets: &[NodeId]) {
        self.out.array(sheets.len());
        for sheet in sheets {
            self.out.uint(sheet.get());
        }
    }

    pub(super) fn constructed_sheets(&mut self, sheets: &[ConstructedSheet<'_>]) {
        self.out.array(3 * sheets.len());
        for sheet in sheets {
            self.out.uint(sheet.id.get());
            self.rules(&sheet.rules);
            self.optional_text(sheet.media.as_deref());
        }
    }
}
