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
        self.list(count, Self::text).map(Rules::Inline)
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
        self.list(count, |decoder| {
            let index = index.add(decoder.input.int()?)?;
            Ok(RuleEdit {
                index: u32::try_from(index)
                    .map_err(|_| DecodeError::OutOfRange("index of a rule"))?,
                removed: decoder.input.u32("number of removed rules")?,
                inserted: decoder.optional_text()?,
            })
        })
    }

    pub(super) fn sheet_ids(&mut self) -> Result<Vec<NodeId>> {
        let count = self.input.array()?;
        self.list(count, Self::node)
    }

    pub(super) fn constructed_sheets(&mut self) -> Result<Vec<ConstructedSheet<'a>>> {
        let count = self.groups(3)?;
        self.list(count, |decoder| {
            Ok(ConstructedSheet {
                id: decoder.node()?,
                rules: decoder.rules()?,
                media: decoder.optional_text()?,
            })
        })
    }
}
