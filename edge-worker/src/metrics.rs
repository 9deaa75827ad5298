//! `GET /metrics`, in the text format of Prometheus.
//!
//! Counts of the last seconds are not in it yet: each isolate writes its own every
//! [`FLUSH_DELAY_MS`](crate::limits::FLUSH_DELAY_MS), and an answer sees what all of them have written.

use worker::Response;

use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::storage::MetricRow;

const PREFIX: &str = "monitorme_";

/// What each metric means; the name of a histogram stands for its three parts.
const FAMILIES: [(&str, &str, &str); 4] = [
    (
        "outcomes_total",
        "counter",
        "What became of everything that was sent.",
    ),
    (
        "request_duration_milliseconds",
        "histogram",
        "How long requests took.",
    ),
    ("requests_total", "counter", "Requests by route and status."),
    (
        "storage_failures_total",
        "counter",
        "Stores that did not do what they were asked.",
    ),
];

/// Everything counted since the edge was made.
pub(crate) async fn metrics(edge: &Bindings) -> Result<Response, ApiError> {
    let rows = edge.index().await?.metrics().await?;
    answer::text("text/plain; version=0.0.4", &render(&rows))
}

fn render(rows: &[MetricRow]) -> String {
    let mut text = String::new();
    for (family, kind, help) in FAMILIES {
        text.push_str(&format!(
            "# HELP {PREFIX}{family} {help}\n# TYPE {PREFIX}{family} {kind}\n"
        ));
        for row in rows.iter().filter(|row| row.name.starts_with(family)) {
            text.push_str(&format!(
                "{PREFIX}{}{{{}}} {}\n",
                row.name, row.labels, row.value
            ));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metric_stands_with_its_family() {
        let row = |name: &str, labels: &str, value| MetricRow {
            name: name.to_owned(),
            labels: labels.to_owned(),
            value,
        };
        let text = render(&[
            row("requests_total", "route=\"batches\",status=\"202\"", 7),
            row("request_duration_milliseconds_sum", "route=\"batches\"", 9),
        ]);
        assert!(text.contains(
            "# TYPE monitorme_request_duration_milliseconds histogram\n\
             monitorme_request_duration_milliseconds_sum{route=\"batches\"} 9\n"
        ));
        assert!(text.contains(
            "# TYPE monitorme_requests_total counter\n\
             monitorme_requests_total{route=\"batches\",status=\"202\"} 7\n"
        ));
    }
}
