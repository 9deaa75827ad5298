//! The few facts of a batch that the index of sessions is made of.

use std::collections::BTreeSet;

use crate::batch::OpenBatch;
use crate::error::Result;
use crate::id::SessionId;
use crate::limits::{ACTIVE_SLOT_MS, SUMMARY_TEXT_BYTES_MAX};
use crate::record::{
    DiscardReason, FrustrationKind, NavigationKind, PointerActionKind, Record, TimedRecord,
};

/// What one batch adds to the description of its session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchSummary {
    /// Number of clicks.
    pub click_count: u32,
    /// Number of uncaught errors and unhandled rejections.
    pub error_count: u32,
    /// Number of places where the visitor clicked again and again in vain.
    pub rage_click_count: u32,
    /// Number of requests that got no answer, or one that says it failed.
    pub failed_request_count: u32,
    /// Number of page loads and client-side navigations to another address.
    pub view_count: u32,
    /// The first address the batch mentions, or the beginning of it.
    pub first_url: Option<String>,
    /// The last address the batch mentions, or the beginning of it.
    pub last_url: Option<String>,
    /// The last name the page's author gave the visitor, or the beginning of it.
    pub user_id: Option<String>,
    /// What the page's author said of the visitor with that name, as JSON; `None` if it is nothing, or too
    /// long to be kept here.
    pub traits_json: Option<String>,
    /// When the visitor did something: times since the Unix epoch in units of [`ACTIVE_SLOT_MS`].
    pub active_slots: BTreeSet<u32>,
    /// What was lost before it was sent: why, and how many batches or records.
    pub discarded: Vec<(DiscardReason, u64)>,
    /// The session that had run out when this one began.
    pub previous_session: Option<SessionId>,
}

impl BatchSummary {
    /// Decodes every record of the batch; an error means that the batch is invalid.
    pub fn of(batch: &OpenBatch) -> Result<Self> {
        let mut summary = Self::default();
        for record in batch.outlines()? {
            summary.add(&record?);
        }
        Ok(summary)
    }

    /// Adds what a record tells; records come in the order of their times.
    pub fn add(&mut self, TimedRecord { at_ms, record }: &TimedRecord<'_>) {
        if is_activity(record) {
            let slot = u32::try_from(at_ms / ACTIVE_SLOT_MS);
            self.active_slots.extend(slot.ok());
        }
        match record {
            Record::PointerAction(action) if action.kind == PointerActionKind::Click => {
                self.click_count += 1
            }
            Record::PageError(_) => self.error_count += 1,
            Record::Frustration(frustration) if frustration.kind == FrustrationKind::RageClick => {
                self.rage_click_count += 1
            }
            Record::RequestEnd(end) => self.failed_request_count += u32::from(end.has_failed()),
            Record::FullSnapshot(snapshot) => self.mention(&snapshot.url),
            Record::Navigation { how, url } => {
                self.mention(url);
                self.view_count += u32::from(!matches!(how, NavigationKind::Replace));
            }
            Record::Identify {
                user_id,
                traits_json,
            } => {
                self.user_id = Some(beginning(user_id));
                let short = |json: &&str| json.len() <= SUMMARY_TEXT_BYTES_MAX;
                let traits_json = traits_json.as_deref().filter(short);
                self.traits_json = traits_json.map(str::to_owned);
            }
            Record::Discarded { reason, count } => self.discard(*reason, *count),
            Record::PreviousSession(session) => self.previous_session = Some(*session),
            _ => {}
        }
    }

    fn discard(&mut self, reason: DiscardReason, count: u64) {
        let of_reason = |(known, _): &&mut (DiscardReason, u64)| *known == reason;
        match self.discarded.iter_mut().find(of_reason) {
            Some((_, sum)) => *sum = sum.saturating_add(count),
            None => self.discarded.push((reason, count)),
        }
    }

    fn mention(&mut self, url: &str) {
        self.first_url.get_or_insert_with(|| beginning(url));
        self.last_url = Some(beginning(url));
    }
}

/// Whether a record tells that the visitor did something. Pages move the focus by themselves.
const fn is_activity(record: &Record<'_>) -> bool {
    matches!(
        record,
        Record::PointerMove(_)
            | Record::PointerAction(_)
            | Record::Scroll { .. }
            | Record::Input { .. }
            | Record::Selection(_)
    )
}

/// What is kept of a text: all records of a batch may name the same long one.
fn beginning(text: &str) -> String {
    let end = text.floor_char_boundary(SUMMARY_TEXT_BYTES_MAX);
    text.get(..end).unwrap_or_default().to_owned()
}
