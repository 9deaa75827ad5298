use super::{Decoder, Sum};
use crate::error::Result;
use crate::record::{Boundary, SelectedRange};

impl Decoder<'_> {
    pub(super) fn selection(&mut self) -> Result<Vec<SelectedRange>> {
        let count = self.groups(4)?;
        let mut node = Sum::default();
        self.list(count, |decoder| {
            Ok(SelectedRange {
                start: decoder.boundary(&mut node)?,
                end: decoder.boundary(&mut node)?,
            })
        })
    }

    fn boundary(&mut self, node: &mut Sum) -> Result<Boundary> {
        Ok(Boundary {
            node: self.delta_node(node)?,
            offset: self.input.u32("offset")?,
        })
    }
}
