//! What is counted: outcomes, exactly one per item, and metrics.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use monitorme_tests::client::Client;
use monitorme_tests::edge::{SHOP_ORIGIN, shared};
use monitorme_tests::visit::{self, Visit};
use wire_format::Record;
use wire_format::record::{DiscardReason, NavigationKind};

/// Counts by item, outcome and reason.
type Outcomes = BTreeMap<String, u64>;

fn outcomes(owner: &Client, project: &str) -> Outcomes {
    let list = owner
        .get(&format!("/api/outcomes?project={project}"))
        .json();
    let mut counts = Outcomes::new();
    for row in list["outcomes"].as_array().unwrap() {
        let text = |name: &str| row[name].as_str().unwrap();
        let key = format!("{} {} {}", text("item"), text("outcome"), text("reason"));
        *counts.entry(key.trim_end().to_owned()).or_default() += row["count"].as_u64().unwrap();
    }
    counts
}

/// The outcomes once as many items are counted. The edge writes them every few seconds.
fn outcomes_of(count: u64, owner: &Client, project: &str) -> Outcomes {
    loop {
        let outcomes = outcomes(owner, project);
        if outcomes.values().sum::<u64>() >= count {
            return outcomes;
        }
        thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn every_item_has_exactly_one_outcome_with_its_reason() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    owner.put_project("counted", &json!({ "name": "Counted" }));
    owner.put_key("counted", "mm_ingest_counted", &[SHOP_ORIGIN]);
    let post = |origin: &str, batch: &[u8]| {
        client.post_batch_as(Some("mm_ingest_counted"), Some(origin), batch);
    };
    for batch_index in [0, 1, 1, 2, 0, 1] {
        post(SHOP_ORIGIN, &visit.batch(batch_index));
    }
    post("https://evil.example", &visit.batch(3));
    post(SHOP_ORIGIN, b"no batch");
    post(SHOP_ORIGIN, &visit.batch(4)[..50]);
    let sheet = client.send(
        "POST",
        "/v1/sheets?ingest_key=mm_ingest_counted",
        &[("origin", SHOP_ORIGIN)],
        b"no sheet".as_slice(),
    );
    assert_eq!(sheet.status, 400);

    let expected = [
        ("batch accepted", 3),
        ("batch duplicate", 3),
        ("batch filtered origin_not_allowed", 1),
        ("batch invalid invalid_batch", 2),
        ("sheet invalid invalid_sheet", 1),
    ];
    let expected: Outcomes = expected
        .map(|(key, count)| (key.to_owned(), count))
        .into_iter()
        .collect();
    assert_eq!(outcomes_of(10, &owner, "counted"), expected);

    let metrics = owner.get("/metrics");
    assert_eq!(
        metrics.header("content-type"),
        Some("text/plain; version=0.0.4")
    );
    let metrics = String::from_utf8(metrics.body).unwrap();
    for line in [
        "# TYPE monitorme_outcomes_total counter",
        r#"monitorme_outcomes_total{project="counted",item="batch",outcome="duplicate",reason=""} 3"#,
        "# TYPE monitorme_request_duration_milliseconds histogram",
    ] {
        assert!(
            metrics.lines().any(|found| found == line),
            "{line}\n{metrics}"
        );
    }
    assert!(metrics.contains(r#"monitorme_requests_total{route="batches",status="202"}"#));
}

#[test]
fn what_recorders_lost_and_what_was_taken_out_is_counted_once() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    owner.put_project("lost", &json!({ "name": "Lost" }));
    owner.put_key("lost", "mm_ingest_lost", &[SHOP_ORIGIN]);
    let at_ms = visit.started_at_ms;
    let lost = |reason, count| Record::Discarded { reason, count };
    let records = [
        (at_ms, visit::page()),
        (at_ms, lost(DiscardReason::OutboxFull, 3)),
        (at_ms + 1, lost(DiscardReason::OutboxFull, 4)),
        (at_ms + 2, lost(DiscardReason::RecorderFault, u64::MAX)),
        (
            at_ms + 3,
            Record::Navigation {
                how: NavigationKind::Push,
                url: "https://shop.example/?token=canary".into(),
            },
        ),
    ];
    let batch = visit.batch_of(0, &records);
    for _ in 0..2 {
        client.post_batch_as(Some("mm_ingest_lost"), Some(SHOP_ORIGIN), &batch);
    }
    let expected: Outcomes = [
        ("batch accepted", 1),
        ("batch duplicate", 1),
        ("record client_discard outbox_full", 7),
        ("record client_discard recorder_fault", 100_000),
        ("value filtered scrubbed", 1),
    ]
    .map(|(key, count)| (key.to_owned(), count))
    .into();
    assert_eq!(outcomes_of(100_010, &owner, "lost"), expected);
}

#[test]
fn a_key_that_tells_no_project_is_counted_too() {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    let count = || {
        let outcomes = outcomes(&owner, "");
        let unknown = outcomes.get("batch filtered unknown_ingest_key");
        unknown.copied().unwrap_or_default()
    };
    let before = count();
    client.post_batch_as(Some("mm_ingest_unheard_of"), Some(SHOP_ORIGIN), b"");
    while count() == before {
        thread::sleep(Duration::from_millis(200));
    }
}

/// The metrics that a text names.
fn metrics_in(text: &str) -> BTreeSet<&str> {
    let words = text.split(|character: char| !character.is_ascii_lowercase() && character != '_');
    words
        .filter(|word| word.starts_with("monitorme_"))
        .collect()
}

#[test]
fn whoever_watches_the_edge_is_shown_metrics_that_there_are() {
    let answer = shared().owner().get("/metrics");
    let text = String::from_utf8(answer.body).unwrap();
    let families = text.lines().filter_map(|line| line.strip_prefix("# TYPE "));
    let exposed: BTreeSet<String> = families
        .flat_map(|family| match family.split_once(' ') {
            Some((name, "histogram")) => ["bucket", "sum", "count"]
                .map(|part| format!("{name}_{part}"))
                .to_vec(),
            Some((name, _)) => vec![name.to_owned()],
            None => Vec::new(),
        })
        .collect();
    let files = [
        ("alerts.yml", include_str!("../../docs/operate/alerts.yml")),
        (
            "grafana.json",
            include_str!("../../docs/operate/grafana.json"),
        ),
    ];
    for (file, text) in files {
        let named = metrics_in(text);
        assert!(!named.is_empty(), "{file}");
        for name in named {
            assert!(
                exposed.contains(name),
                "{name} of {file} is not among {exposed:?}"
            );
        }
    }
}

#[test]
fn only_who_may_read_sees_counts() {
    let edge = shared();
    for path in ["/metrics", "/api/outcomes"] {
        let answer = edge.client().get(path);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "signed_out"),
            "{path}"
        );
    }
    let token = format!("Bearer {}", edge.api_token());
    let headers = [("authorization", token.as_str())];
    let answer = edge.client().send("GET", "/metrics", &headers, ());
    assert_eq!(answer.status, 200);
    let nothing = edge.owner().get("/api/outcomes?from_ms=1&to_ms=2").json();
    assert_eq!(nothing, json!({ "outcomes": Value::Array(Vec::new()) }));
}
