use super::{Delta, Encoder};
use crate::record::SelectedRange;

impl Encoder {
    pub(super) fn selection(&mut self, ranges: &[SelectedRange]) {
        self.out.array(4 * ranges.len());
        let mut node = Delta::default();
        for boundary in ranges.iter().flat_map(|range| [range.start, range.end]) {
            self.out.int(node.of(boundary.node.get()));
            self.out.uint(boundary.offset);
        }
    }
}
