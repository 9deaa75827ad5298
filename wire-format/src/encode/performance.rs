use super::Encoder;
use crate::id::NodeId;
use crate::record::{LongFrame, Memory, ResourceSummary, WebVital};

impl Encoder {
    pub(super) fn web_vital(&mut self, vital: &WebVital<'_>) {
        self.out.uint(vital.vital.number());
        self.out.float(vital.value);
        self.out.uint(vital.node.map_or(0, NodeId::get));
        self.text(&vital.detail);
        self.out.array(vital.parts_us.len());
        for &part_us in &vital.parts_us {
            self.out.uint(part_us);
        }
    }

    pub(super) fn long_frame(&mut self, frame: &LongFrame<'_>) {
        self.out.uint(frame.duration_us);
        self.out.uint(frame.blocking_us);
        self.out.uint(frame.rendering_us);
        self.out.array(6 * frame.scripts.len());
        for script in &frame.scripts {
            self.text(&script.invoker);
            self.text(&script.url);
            self.text(&script.function);
            self.out.uint(script.position);
            self.out.uint(script.duration_us);
            self.out.uint(script.layout_us);
        }
    }

    pub(super) fn resource_summary(&mut self, summary: &ResourceSummary<'_>) {
        self.out.array(4 * summary.groups.len());
        for group in &summary.groups {
            self.text(&group.initiator);
            self.out.uint(group.count);
            self.out.uint(group.transfer_bytes);
            self.out.uint(group.duration_us);
        }
        self.out.array(4 * summary.slowest.len());
        for resource in &summary.slowest {
            self.text(&resource.url);
            self.text(&resource.initiator);
            self.out.uint(resource.duration_us);
            self.out.uint(resource.transfer_bytes);
        }
    }

    pub(super) fn memory(&mut self, memory: &Memory) {
        self.out.uint(memory.used_bytes);
        self.out.uint(memory.total_bytes);
        self.out.uint(memory.limit_bytes);
    }
}
