use super::{Decoder, Sum};
use crate::error::{DecodeError, Result};
use crate::id::NodeId;
use crate::sheet::{ConstructedSheet, RuleEdit, Rules, SheetHash};

impl<'a> Decoder<'a> {
    pub(super) fn rules(&mut self) -> Result<Rules<'a>> {
        if self.input.is_bin() {
            return self.sheet_hash().map(Rules::Archived);
        }
        let count = self.input.array()?;
        let rules = (0..count).map(|_| self.text()).collect::<Result<_>>()?;
        Ok(Rules::Inline(rules))
    }

    pub(super) fn sheet_hash(&mut self) -> Result<SheetHash> {
        let bytes = self.input.bin()?.try_into();
        bytes
            .map(SheetHash::from_bytes)
            .map_err(|_| DecodeError::Unexpected("a hash of 32 bytes"))
    }

    pub(super) fn rule_edits(&mut self) -> Result<Vec<RuleEdit<'a>>> {
        let count = self.groups(3)?;
        let mut index = Sum::default();
        let edit = |_| {
            let index = index.add(self.input.int()?)?;
            Ok(RuleEdit {
                index: u32::try_from(index)
                    .map_err(|_| DecodeError::OutOfRange("index of a rule"))?,
                removed: self.input.u32("number of removed rules")?,
                inserted: self.optional_text()?,
            })
        };
        (0..count).map(edit).collect()
    }

    pub(super) fn sheet_ids(&mut self) -> Result<Vec<NodeId>> {
        let count = self.input.array()?;
        (0..count).map(|_| self.node()).collect()
    }

    pub(super) fn constructed_sheets(&mut self) -> Result<Vec<ConstructedSheet<'a>>> {
        let count = self.groups(3)?;
        let sheet = |_| {
            Ok(ConstructedSheet {
                id: self.node()?,
                rules: self.rules()?,
                media: self.optional_text()?,
            })
        };
        (0..count).map(sheet).collect()
    }
}
