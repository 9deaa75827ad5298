use super::Encoder;
use crate::id::NodeId;
use crate::record::Frustration;

impl Encoder {
    pub(super) fn frustration(&mut self, frustration: &Frustration) {
        self.out.uint(frustration.kind.number());
        self.out.uint(frustration.age_ms);
        self.out.uint(frustration.node.map_or(0, NodeId::get));
        self.out.int(frustration.x);
        self.out.int(frustration.y);
        self.out.uint(frustration.click_count);
    }
}
