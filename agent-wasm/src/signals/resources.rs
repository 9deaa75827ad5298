use wire_format::record::{
    Record, RequestInitiator, RequestStart, RequestTiming, ResourceGroup, ResourceSummary,
    SlowResource,
};

use crate::capture::performance::{ResourceEntry, bytes, microseconds};
use crate::limits::{EXPECTED_TIMINGS_MAX, RESOURCE_GROUPS_MAX, SLOWEST_RESOURCES};

/// What a document has loaded, and the requests whose timing is still to come.
#[derive(Debug, Default)]
pub(super) struct Resources {
    summary: ResourceSummary<'static>,
    is_changed: bool,
    /// The oldest first.
    expected: Vec<ExpectedTiming>,
}

#[derive(Debug)]
struct ExpectedTiming {
    request: u32,
    initiator: &'static str,
    url: String,
    started_ms: f64,
}

impl Resources {
    pub(super) fn expect(&mut self, start: &RequestStart<'_>, started_ms: f64) {
        let initiator = match start.initiator {
            RequestInitiator::Fetch => "fetch",
            RequestInitiator::Xhr => "xmlhttprequest",
            RequestInitiator::Beacon => "beacon",
            RequestInitiator::WebSocket | RequestInitiator::EventSource => return,
        };
        if self.expected.len() >= EXPECTED_TIMINGS_MAX {
            self.expected.remove(0);
        }
        self.expected.push(ExpectedTiming {
            request: start.request,
            initiator,
            url: without_fragment(&start.url).to_owned(),
            started_ms,
        });
    }

    /// Counts a resource; gives the timing of the request that it is the answer to.
    pub(super) fn add(&mut self, entry: &ResourceEntry<'_>) -> Option<Record<'static>> {
        self.is_changed = true;
        self.count(entry);
        self.rank(entry);
        let request = self.take_expected(entry)?;
        Some(Record::RequestTiming(timing(request, entry)))
    }

    pub(super) const fn is_changed(&self) -> bool {
        self.is_changed
    }

    pub(super) fn take_changed(&mut self) -> Option<Record<'static>> {
        std::mem::take(&mut self.is_changed).then(|| Record::ResourceSummary(self.summary.clone()))
    }

    fn count(&mut self, entry: &ResourceEntry<'_>) {
        let groups = &mut self.summary.groups;
        let known = groups
            .iter()
            .position(|group| group.initiator == entry.initiator);
        let place = known.unwrap_or(groups.len());
        if known.is_none() && groups.len() < RESOURCE_GROUPS_MAX {
            groups.push(ResourceGroup {
                initiator: entry.initiator.to_owned().into(),
                count: 0,
                transfer_bytes: 0,
                duration_us: 0,
            });
        }
        if let Some(group) = groups.get_mut(place) {
            group.count += 1;
            group.transfer_bytes += bytes(entry.transfer_bytes);
            group.duration_us += microseconds(entry.duration_ms);
        }
    }

    fn rank(&mut self, entry: &ResourceEntry<'_>) {
        let duration_us = microseconds(entry.duration_ms);
        let slowest = &mut self.summary.slowest;
        let place = slowest.partition_point(|slower| slower.duration_us >= duration_us);
        if place < SLOWEST_RESOURCES {
            slowest.truncate(SLOWEST_RESOURCES - 1);
            slowest.insert(
                place,
                SlowResource {
                    url: entry.url.to_owned().into(),
                    initiator: entry.initiator.to_owned().into(),
                    duration_us,
                    transfer_bytes: bytes(entry.transfer_bytes),
                },
            );
        }
    }

    /// Requests to one address are told apart by the order in which they began.
    fn take_expected(&mut self, entry: &ResourceEntry<'_>) -> Option<u32> {
        let url = without_fragment(entry.url);
        let place = self.expected.iter().position(|expected| {
            expected.initiator == entry.initiator
                && expected.url == url
                && expected.started_ms <= entry.start_ms + CLOCK_COARSENESS_MS
        })?;
        Some(self.expected.remove(place).request)
    }
}

/// By how much two readings of the same clock may differ: browsers round times to 1 ms at worst.
const CLOCK_COARSENESS_MS: f64 = 1.0;

fn timing(request: u32, entry: &ResourceEntry<'_>) -> RequestTiming<'static> {
    let span = |from: f64, to: f64| {
        if from > 0.0 {
            microseconds(to - from)
        } else {
            0
        }
    };
    RequestTiming {
        request,
        dns_us: span(entry.dns_ms.0, entry.dns_ms.1),
        connect_us: span(entry.connect_ms.0, entry.connect_ms.1),
        tls_us: span(entry.secure_start_ms, entry.connect_ms.1),
        first_byte_us: span(entry.request_start_ms, entry.response_ms.0),
        answer_us: span(entry.response_ms.0, entry.response_ms.1),
        total_us: microseconds(entry.duration_ms),
        transfer_bytes: bytes(entry.transfer_bytes),
        encoded_bytes: bytes(entry.encoded_bytes),
        decoded_bytes: bytes(entry.decoded_bytes),
        protocol: entry.protocol.to_owned().into(),
    }
}

fn without_fragment(url: &str) -> &str {
    url.split('#').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(initiator: &'static str, url: &'static str, start_ms: f64) -> ResourceEntry<'static> {
        ResourceEntry {
            start_ms,
            duration_ms: start_ms,
            request_start_ms: start_ms + 1.0,
            response_ms: (start_ms + 5.0, start_ms + 9.0),
            transfer_bytes: 100.0,
            initiator,
            url,
            ..ResourceEntry::default()
        }
    }

    fn start(request: u32, url: &'static str) -> RequestStart<'static> {
        RequestStart {
            request,
            initiator: RequestInitiator::Fetch,
            method: "GET".into(),
            url: url.into(),
            trace_id: None,
        }
    }

    fn request_of(record: Option<Record<'_>>) -> Option<u32> {
        match record {
            Some(Record::RequestTiming(timing)) => Some(timing.request),
            _ => None,
        }
    }

    #[test]
    fn a_request_gets_the_timing_of_its_own_resource() {
        let mut resources = Resources::default();
        resources.expect(&start(1, "https://shop.example/a#top"), 10.0);
        resources.expect(&start(2, "https://shop.example/a"), 20.0);
        let url = "https://shop.example/a";
        assert_eq!(request_of(resources.add(&entry("img", url, 30.0))), None);
        assert_eq!(
            request_of(resources.add(&entry("fetch", url, 5.0))),
            None,
            "too early"
        );
        assert_eq!(
            request_of(resources.add(&entry("fetch", url, 10.5))),
            Some(1)
        );
        assert_eq!(
            request_of(resources.add(&entry("fetch", url, 20.5))),
            Some(2)
        );
        assert_eq!(request_of(resources.add(&entry("fetch", url, 30.0))), None);
    }

    #[test]
    fn parts_that_the_browser_does_not_tell_are_nothing() {
        let hidden = ResourceEntry {
            start_ms: 10.0,
            duration_ms: 7.0,
            response_ms: (0.0, 17.0),
            ..ResourceEntry::default()
        };
        let timing = timing(1, &hidden);
        assert_eq!(
            (timing.first_byte_us, timing.answer_us, timing.total_us),
            (0, 0, 7_000)
        );
    }

    #[test]
    fn the_summary_counts_by_initiator_and_keeps_the_slowest() {
        let mut resources = Resources::default();
        for number in 0..40_u8 {
            resources.add(&entry("img", "https://shop.example/a", f64::from(number)));
        }
        resources.add(&entry("script", "https://shop.example/app.js", 20.5));
        let Some(Record::ResourceSummary(summary)) = resources.take_changed() else {
            panic!("no summary")
        };
        let counts: Vec<_> = summary
            .groups
            .iter()
            .map(|group| (group.count, group.transfer_bytes))
            .collect();
        assert_eq!(counts, [(40, 4_000), (1, 100)]);
        let durations: Vec<_> = summary
            .slowest
            .iter()
            .map(|slow| slow.duration_us)
            .collect();
        assert_eq!(durations.len(), SLOWEST_RESOURCES);
        assert!(durations.is_sorted_by(|one, next| one >= next));
        assert_eq!(durations.first(), Some(&39_000));
        assert_eq!(resources.take_changed(), None);
    }
}
