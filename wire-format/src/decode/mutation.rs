use super::{Decoder, Sum};
use crate::error::{DecodeError, Result};
use crate::id::NodeId;
use crate::record::{AttributeChange, Mutation, Run, TextChange};

impl<'a> Decoder<'a> {
    /// The five parts of a mutation.
    pub(super) fn mutation(&mut self) -> Result<Mutation<'a>> {
        let removed = self.removed()?;
        let (runs, placed) = self.runs()?;
        let forest = self.forest()?;
        if placed != u64::from(forest.tree_count) {
            return Err(DecodeError::InconsistentForest);
        }
        Ok(Mutation {
            removed,
            runs,
            forest: forest.nodes,
            attributes: self.attribute_changes()?,
            texts: self.text_changes()?,
        })
    }

    fn removed(&mut self) -> Result<Vec<NodeId>> {
        let count = self.input.array()?;
        let mut sum = Sum::default();
        self.list(count, |decoder| decoder.delta_node(&mut sum))
    }

    /// The runs, and the number of trees that they place.
    fn runs(&mut self) -> Result<(Vec<Run>, u64)> {
        let count = self.groups(3)?;
        let mut sum = Sum::default();
        let mut placed = 0;
        let runs = self.list(count, |decoder| {
            let run = Run {
                parent: decoder.delta_node(&mut sum)?,
                previous: decoder.optional_node()?,
                tree_count: decoder.input.u32("tree count")?,
            };
            placed += u64::from(run.tree_count);
            Ok(run)
        })?;
        Ok((runs, placed))
    }

    fn attribute_changes(&mut self) -> Result<Vec<AttributeChange<'a>>> {
        let count = self.groups(3)?;
        let mut sum = Sum::default();
        self.list(count, |decoder| {
            Ok(AttributeChange {
                node: decoder.delta_node(&mut sum)?,
                name: decoder.text()?,
                value: decoder.optional_text()?,
            })
        })
    }

    fn text_changes(&mut self) -> Result<Vec<TextChange<'a>>> {
        let count = self.groups(2)?;
        let mut sum = Sum::default();
        self.list(count, |decoder| {
            Ok(TextChange {
                node: decoder.delta_node(&mut sum)?,
                content: decoder.text()?,
            })
        })
    }
}
