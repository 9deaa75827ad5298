//! What is concluded from what the collector read: Web Vitals, a summary of the resources, and clicks
//! that did not help. Pure logic; all times come from the collector.
//!
//! - `web_vitals`, `interactions`: entries of the performance timeline into Web Vitals.
//! - `resources`: the same into a summary, and the timing of each request.
//! - `clicks`, `click_target`: rage and dead clicks.

mod click_target;
mod clicks;
mod interactions;
mod resources;
mod web_vitals;

use wire_format::Record;
use wire_format::mirror::Mirror;
use wire_format::record::RequestStart;

use crate::capture::performance::PerformanceEntry;
use clicks::Clicks;
use resources::Resources;
use web_vitals::WebVitals;

/// The conclusions about one document.
#[derive(Debug, Default)]
pub(crate) struct Signals {
    vitals: WebVitals,
    resources: Resources,
    clicks: Clicks,
}

impl Signals {
    /// Takes in what the browser measured; the record that follows from it at once, if one does.
    pub(crate) fn measure(&mut self, entry: &PerformanceEntry<'_>) -> Option<Record<'static>> {
        match entry {
            PerformanceEntry::Resource(entry) => self.resources.add(entry),
            entry => {
                self.vitals.add(entry);
                None
            }
        }
    }

    /// Takes in a request, whose timing the browser will tell.
    pub(crate) fn expect_timing(&mut self, start: &RequestStart<'_>, started_ms: f64) {
        self.resources.expect(start, started_ms);
    }

    /// Takes in a record, before the mirror does, in order to see what follows on clicks.
    pub(crate) fn watch(&mut self, mirror: &Mirror, at_ms: u64, record: &Record<'_>) {
        self.clicks.watch(mirror, at_ms, record);
    }

    /// Whether something is to be said that nothing has been said about.
    pub(crate) const fn is_pending(&self) -> bool {
        self.vitals.is_changed() || self.resources.is_changed() || self.clicks.is_waiting()
    }

    /// What has changed since the last call, as of this time.
    pub(crate) fn conclude(&mut self, now_ms: u64) -> Vec<Record<'static>> {
        let mut records = self.clicks.take_frustrations(now_ms);
        records.extend(self.vitals.take_changed());
        records.extend(self.resources.take_changed());
        records
    }
}
