//! What is refused leaves no trace in any store.

use wire_format::limits::BATCH_BYTES_MAX;

use monitorme_tests::edge::{SHOP_KEY, SHOP_ORIGIN, alone};
use monitorme_tests::visit::Visit;

#[test]
fn no_store_changes_by_what_is_refused() {
    let edge = alone();
    let (client, visit) = (edge.client(), Visit::begin());
    assert_eq!(client.post_batch(&visit.batch(0)).status, 202);
    let before = edge.stores().contents();

    let next = visit.batch(1);
    let damaged = [&next[..next.len() - 1], b"\xc1"].concat();
    let too_long = vec![0; BATCH_BYTES_MAX + 1];
    let refused = [
        client.post_batch(b""),
        client.post_batch(&damaged),
        client.post_batch(&next[..next.len() - 1]),
        client.post_batch(&too_long),
        client.post_batch_in_chunks(&too_long),
        client.post_batch_as(None, Some(SHOP_ORIGIN), &next),
        client.post_batch_as(Some("unknown"), Some(SHOP_ORIGIN), &next),
        client.post_batch_as(Some(SHOP_KEY), Some("https://evil.example"), &next),
        client.post_batch_as(Some(SHOP_KEY), None, &next),
        client.send(
            "PUT",
            &format!("/v1/batches?ingest_key={SHOP_KEY}"),
            &[("origin", SHOP_ORIGIN)],
            next.as_slice(),
        ),
        client.post_batch(
            &Visit {
                started_at_ms: 0,
                ..Visit::begin()
            }
            .batch(0),
        ),
    ];
    assert!(
        refused
            .iter()
            .all(|answer| (400..500).contains(&answer.status)),
        "{refused:?}"
    );
    assert_eq!(edge.stores().contents(), before);

    assert_eq!(client.post_batch(&next).status, 202);
    assert_ne!(
        edge.stores().contents(),
        before,
        "what is accepted does leave a trace"
    );
}
