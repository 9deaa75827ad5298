use super::Decoder;
use crate::error::Result;
use crate::record::{Release, ReleaseReason};

impl Decoder<'_> {
    pub(super) fn release(&mut self) -> Result<Release> {
        Ok(Release {
            reason: self.number(ReleaseReason::from_number, "reason of a release")?,
            age_ms: self.input.u32("age")?,
            let_go_count: self.input.u32("batches let go")?,
        })
    }
}
