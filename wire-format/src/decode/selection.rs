use super::{Decoder, Sum};
use crate::error::Result;
use crate::record::{Boundary, SelectedRange};

impl Decoder<'_> {
    pub(super) fn selection(&mut self) -> Result<Vec<SelectedRange>> {
        let count = self.groups(4)?;
        let mut node = Sum::default();
        let range = |_| {
            Ok(SelectedRange {
                start: self.boundary(&mut node)?,
                end: self.boundary(&mut node)?,
            })
        };
        (0..count).map(range).collect()
    }

    fn boundary(&mut self, node: &mut Sum) -> Result<Boundary> {
        Ok(Boundary {
            node: self.delta_node(node)?,
            offset: self.input.u32("offset")?,
        })
    }
}
