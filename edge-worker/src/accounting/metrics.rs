//! What has been counted, as metrics that Prometheus reads.
//!
//! Names and labels follow <https://prometheus.io/docs/practices/naming/>. No label has a value with a
//! character that would have to be escaped.

use super::request::DURATION_BOUNDS_MS;
use super::tally::Tally;
use crate::storage::{Counts, MetricKey};

/// The counts in the form in which they are written.
pub(super) fn of(tally: Tally) -> Counts {
    let mut counts = tally.unwritten;
    for (store, count) in tally.storage_failures {
        let labels = format!("store=\"{}\"", store.name());
        add(&mut counts, "storage_failures_total", labels, count);
    }
    for (key, (count, sum_ms)) in tally.requests {
        let route = format!("route=\"{}\"", key.route);
        let with_status = format!("{route},status=\"{}\"", key.status);
        add(&mut counts, "requests_total", with_status, count);
        add(
            &mut counts,
            "request_duration_milliseconds_count",
            route.clone(),
            count,
        );
        add(
            &mut counts,
            "request_duration_milliseconds_sum",
            route.clone(),
            sum_ms,
        );
        // A class holds those below it too.
        let bounds = DURATION_BOUNDS_MS.iter().skip(key.class);
        let bounds = bounds.map(u64::to_string).chain(["+Inf".to_owned()]);
        for bound in bounds {
            let labels = format!("{route},le=\"{bound}\"");
            add(
                &mut counts,
                "request_duration_milliseconds_bucket",
                labels,
                count,
            );
        }
    }
    for (key, count) in tally.outcomes {
        let labels = format!(
            "project=\"{}\",item=\"{}\",outcome=\"{}\",reason=\"{}\"",
            key.project_id, key.item, key.outcome, key.reason
        );
        add(&mut counts, "outcomes_total", labels, count);
        *counts.outcomes.entry(key).or_default() += count;
    }
    counts
}

fn add(counts: &mut Counts, name: &'static str, labels: String, amount: u64) {
    *counts
        .metrics
        .entry(MetricKey { name, labels })
        .or_default() += amount;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::request::RequestKey;

    #[test]
    fn a_class_of_durations_holds_the_shorter_ones_too() {
        let mut tally = Tally::default();
        let key = |class| RequestKey {
            route: "batches",
            status: 202,
            class,
        };
        tally.requests.insert(key(0), (2, 6));
        tally.requests.insert(key(8), (1, 9_000));
        let counts = of(tally);
        let value = |name, labels: &str| {
            let labels = labels.to_owned();
            counts.metrics.get(&MetricKey { name, labels }).copied()
        };
        let bucket = "request_duration_milliseconds_bucket";
        assert_eq!(value(bucket, "route=\"batches\",le=\"5\""), Some(2));
        assert_eq!(value(bucket, "route=\"batches\",le=\"5000\""), Some(2));
        assert_eq!(value(bucket, "route=\"batches\",le=\"+Inf\""), Some(3));
        let sum = "request_duration_milliseconds_sum";
        assert_eq!(value(sum, "route=\"batches\""), Some(9_006));
    }
}
