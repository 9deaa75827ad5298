use wire_format::Record;
use wire_format::record::{Release, ReleaseReason};

use super::{Phase, Recording};

impl Recording {
    /// While a session is held back, full snapshots are more frequent.
    pub const fn set_held_back(&mut self, is_held_back: bool) {
        self.is_held_back = is_held_back;
    }

    /// Whether something happened since the last call that a developer wants to see the visit for.
    pub const fn take_trouble(&mut self) -> bool {
        std::mem::replace(&mut self.has_trouble, false)
    }

    /// Says that what was held back is sent; `oldest_ms` is the time of the oldest closed batch.
    pub fn release(
        &mut self,
        now_ms: u64,
        reason: ReleaseReason,
        oldest_ms: Option<u64>,
        let_go_count: u32,
    ) {
        self.is_held_back = false;
        let oldest_ms = oldest_ms.or(self.batch.named.started_at_ms());
        let age_ms = oldest_ms.map_or(0, |oldest_ms| now_ms.saturating_sub(oldest_ms));
        let release = Release {
            reason,
            age_ms: u32::try_from(age_ms).unwrap_or(u32::MAX),
            let_go_count,
        };
        self.write(now_ms, Record::Released(release));
    }

    /// Makes what comes from here on playable by itself.
    pub fn refresh(&mut self, now_ms: u64) {
        if self.phase == Phase::Incremental {
            self.write_full_snapshot(now_ms);
        }
    }
}
