use super::Decoder;
use crate::error::Result;
use crate::record::{
    FrameScript, LongFrame, Memory, ResourceGroup, ResourceSummary, SlowResource, Vital, WebVital,
};

impl<'a> Decoder<'a> {
    pub(super) fn web_vital(&mut self) -> Result<WebVital<'a>> {
        let vital = self.number(Vital::from_number, "web vital")?;
        let value = self.input.float()?;
        let node = self.optional_node()?;
        let detail = self.text()?;
        let count = self.input.array()?;
        Ok(WebVital {
            vital,
            value,
            node,
            detail,
            parts_us: self.list(count, |decoder| decoder.input.uint())?,
        })
    }

    pub(super) fn long_frame(&mut self) -> Result<LongFrame<'a>> {
        Ok(LongFrame {
            duration_us: self.input.uint()?,
            blocking_us: self.input.uint()?,
            rendering_us: self.input.uint()?,
            scripts: self.frame_scripts()?,
        })
    }

    fn frame_scripts(&mut self) -> Result<Vec<FrameScript<'a>>> {
        let count = self.groups(6)?;
        self.list(count, |decoder| {
            Ok(FrameScript {
                invoker: decoder.text()?,
                url: decoder.text()?,
                function: decoder.text()?,
                position: decoder.input.u32("position")?,
                duration_us: decoder.input.uint()?,
                layout_us: decoder.input.uint()?,
            })
        })
    }

    pub(super) fn resource_summary(&mut self) -> Result<ResourceSummary<'a>> {
        Ok(ResourceSummary {
            groups: self.resource_groups()?,
            slowest: self.slow_resources()?,
        })
    }

    fn resource_groups(&mut self) -> Result<Vec<ResourceGroup<'a>>> {
        let count = self.groups(4)?;
        self.list(count, |decoder| {
            Ok(ResourceGroup {
                initiator: decoder.text()?,
                count: decoder.input.uint()?,
                transfer_bytes: decoder.input.uint()?,
                duration_us: decoder.input.uint()?,
            })
        })
    }

    fn slow_resources(&mut self) -> Result<Vec<SlowResource<'a>>> {
        let count = self.groups(4)?;
        self.list(count, |decoder| {
            Ok(SlowResource {
                url: decoder.text()?,
                initiator: decoder.text()?,
                duration_us: decoder.input.uint()?,
                transfer_bytes: decoder.input.uint()?,
            })
        })
    }

    pub(super) fn memory(&mut self) -> Result<Memory> {
        Ok(Memory {
            used_bytes: self.input.uint()?,
            total_bytes: self.input.uint()?,
            limit_bytes: self.input.uint()?,
        })
    }
}
