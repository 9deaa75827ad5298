use super::Encoder;
use crate::record::Release;

impl Encoder {
    pub(super) fn release(&mut self, release: &Release) {
        self.out.uint(release.reason.number());
        self.out.uint(release.age_ms);
        self.out.uint(release.let_go_count);
    }
}
