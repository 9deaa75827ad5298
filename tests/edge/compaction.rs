//! Segments: a tail that has grown large moves from the session object to R2, and nobody notices.

use monitorme_tests::edge::alone;
use monitorme_tests::visit::{Visit, sorted};

#[test]
fn what_was_recorded_stays_the_same_while_it_becomes_segments() {
    let edge = alone();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let batches: Vec<_> = (0..8)
        .map(|batch_index| visit.large_batch(batch_index, 200_000))
        .collect();
    for batch in &batches {
        assert_eq!(client.post_batch(batch).status, 202);
    }
    let expected = sorted(batches.clone());
    assert_eq!(visit.stored_batches(&owner), expected);
    let object = edge.stores().object_of(&visit);
    // One batch alone is too small for a segment and may stay behind.
    while object.tail_batches() > 1 {
        // Each reading takes its own moment of the move, and all of them must show the same.
        assert_eq!(visit.stored_batches(&owner), expected);
    }
    assert!(edge.stores().segments_of(&visit) > 0);
    assert_eq!(visit.stored_batches(&owner), expected);

    for batch in &batches {
        assert_eq!(
            client.post_batch(batch).json()["status"],
            "duplicate",
            "also of what left the tail"
        );
    }
    let late = visit.batch(8);
    assert_eq!(client.post_batch(&late).json()["status"], "accepted");
    assert_eq!(
        visit.stored_batches(&owner),
        sorted([batches, vec![late]].concat())
    );
}
