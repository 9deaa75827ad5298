use super::{Decoder, Sum};
use crate::error::{DecodeError, Result};
use crate::id::NodeId;
use crate::record::{AttributeChange, Mutation, Run, TextChange};

impl<'a> Decoder<'a> {
    /// The five parts of a mutation.
    pub(super) fn mutation(&mut self) -> Result<Mutation<'a>> {
        let removed = self.removed()?;
        let runs = self.runs()?;
        let (forest, tree_count) = self.forest()?;
        let placed = runs
            .iter()
            .try_fold(0_u32, |sum, run| sum.checked_add(run.tree_count));
        if placed != Some(tree_count) {
            return Err(DecodeError::InconsistentForest);
        }
        Ok(Mutation {
            removed,
            runs,
            forest,
            attributes: self.attribute_changes()?,
            texts: self.text_changes()?,
        })
    }

    fn removed(&mut self) -> Result<Vec<NodeId>> {
        let count = self.input.array()?;
        let mut sum = Sum::default();
        (0..count).map(|_| self.delta_node(&mut sum)).collect()
    }

    fn runs(&mut self) -> Result<Vec<Run>> {
        let count = self.groups(3)?;
        let mut sum = Sum::default();
        let run = |_| {
            let parent = self.delta_node(&mut sum)?;
            Ok(Run {
                parent,
                previous: self.optional_node()?,
                tree_count: self.input.u32("tree count")?,
            })
        };
        (0..count).map(run).collect()
    }

    fn attribute_changes(&mut self) -> Result<Vec<AttributeChange<'a>>> {
        let count = self.groups(3)?;
        let mut sum = Sum::default();
        let change = |_| {
            let node = self.delta_node(&mut sum)?;
            Ok(AttributeChange {
                node,
                name: self.text()?,
                value: self.optional_text()?,
            })
        };
        (0..count).map(change).collect()
    }

    fn text_changes(&mut self) -> Result<Vec<TextChange<'a>>> {
        let count = self.groups(2)?;
        let mut sum = Sum::default();
        let change = |_| {
            let node = self.delta_node(&mut sum)?;
            Ok(TextChange {
                node,
                content: self.text()?,
            })
        };
        (0..count).map(change).collect()
    }
}
