use super::Decoder;
use crate::error::Result;
use crate::record::{Frustration, FrustrationKind};

impl Decoder<'_> {
    pub(super) fn frustration(&mut self) -> Result<Frustration> {
        Ok(Frustration {
            kind: self.number(FrustrationKind::from_number, "frustration")?,
            age_ms: self.input.u32("age")?,
            node: self.optional_node()?,
            x: self.input.i32("x")?,
            y: self.input.i32("y")?,
            click_count: self.input.u32("clicks")?,
        })
    }
}
