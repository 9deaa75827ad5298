//! What became of what a batch is made of.

use wire_format::record::DiscardReason;

use super::{MINUTE_MS, tally};
use crate::clock;
use crate::limits;
use crate::storage::OutcomeKey;

/// Counts values that were taken out of a batch before it was stored.
pub(crate) fn count_scrubbed(project_id: &str, count: u32) {
    add(project_id, ["value", "filtered", "scrubbed"], count.into());
}

/// Counts what a recorder says that it has lost.
pub(crate) fn count_discarded(project_id: &str, discarded: &[(DiscardReason, u64)]) {
    for (reason, count) in discarded {
        let reason = match reason {
            DiscardReason::OutboxFull => "outbox_full",
            DiscardReason::Refused => "refused",
            DiscardReason::BatchTooLarge => "batch_too_large",
            DiscardReason::RecorderFault => "recorder_fault",
            DiscardReason::JournalExpired => "journal_expired",
            DiscardReason::JournalRefused => "journal_refused",
            DiscardReason::BitmapTooLarge => "bitmap_too_large",
        };
        let count = (*count).min(limits::DISCARDED_COUNT_MAX);
        add(project_id, ["record", "client_discard", reason], count);
    }
}

fn add(project_id: &str, [item, outcome, reason]: [&'static str; 3], count: u64) {
    if count == 0 {
        return;
    }
    let key = OutcomeKey {
        project_id: project_id.to_owned(),
        minute: clock::now_ms() / MINUTE_MS,
        item,
        outcome,
        reason,
    };
    tally::count_outcome(key, count);
}
