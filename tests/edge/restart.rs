//! An edge that is stopped and started again.

use monitorme_tests::edge::alone;
use monitorme_tests::visit::{Visit, sorted};

#[test]
fn a_restart_loses_nothing_and_what_is_sent_again_is_not_doubled() {
    let mut edge = alone();
    let visit = Visit::begin();
    // Enough for a segment, and a tail behind it.
    let batches: Vec<_> = (0..4)
        .map(|batch_index| visit.large_batch(batch_index, 200_000))
        .chain([visit.batch(4)])
        .collect();
    for batch in &batches {
        assert_eq!(edge.client().post_batch(batch).status, 202);
    }
    let owner = edge.owner();
    let session_before = owner.get(&visit.path()).json();

    edge.restart();
    assert_eq!(
        owner.get("/api/sign-in").status,
        200,
        "a sign-in outlives a restart"
    );
    assert_eq!(owner.get(&visit.path()).json(), session_before);
    assert_eq!(visit.stored_batches(&owner), sorted(batches.clone()));

    for batch in &batches {
        assert_eq!(
            edge.client().post_batch(batch).json()["status"],
            "duplicate"
        );
    }
    assert_eq!(
        edge.client().post_batch(&visit.batch(5)).json()["status"],
        "accepted"
    );
    assert_eq!(owner.get(&visit.path()).json()["batches"], 6);
    assert_eq!(
        visit.stored_batches(&owner),
        sorted([batches, vec![visit.batch(5)]].concat())
    );
}
