//! A store that fails: the sender is told to come back, and coming back heals.

use monitorme_tests::edge::{Edge, SHOP_ORIGIN, alone, shared};
use monitorme_tests::refusal::assert_refused;
use monitorme_tests::visit::{Visit, sorted};

#[test]
fn a_session_that_cannot_be_indexed_is_not_acknowledged_and_heals_when_sent_again() {
    let edge = alone();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());

    edge.stores()
        .execute_in_index("alter table sessions rename to sessions_out_of_reach");
    let refused = [
        client.post_batch(&visit.batch(0)),
        client.post_batch(&visit.batch(0)),
    ];
    let query = owner.get("/api/sessions");
    edge.stores()
        .execute_in_index("alter table sessions_out_of_reach rename to sessions");

    for answer in &refused {
        assert_refused(answer, 503, "storage_unavailable");
        assert!(
            answer
                .header("retry-after")
                .is_some_and(|seconds| seconds.parse::<u32>().is_ok())
        );
        assert_eq!(
            answer.header("access-control-expose-headers"),
            Some("Retry-After")
        );
        assert!(
            !String::from_utf8_lossy(&answer.body).contains("table"),
            "the cause stays inside"
        );
    }
    assert_eq!(
        (query.status, query.code().as_str()),
        (503, "storage_unavailable")
    );

    assert_eq!(client.post_batch(&visit.batch(0)).status, 202);
    assert_eq!(owner.get(&visit.path()).json()["batches"], 1);
    assert_eq!(visit.stored_batches(&owner), [visit.batch(0)]);
}

#[test]
fn while_the_index_fails_sessions_that_it_knows_go_on() {
    let edge = alone();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    assert_eq!(client.post_batch(&visit.batch(0)).status, 202);
    edge.stores()
        .execute_in_index("alter table sessions rename to sessions_out_of_reach");
    let answer = client.post_batch(&visit.batch(1));
    edge.stores()
        .execute_in_index("alter table sessions_out_of_reach rename to sessions");
    assert_eq!(answer.status, 202);
    assert_eq!(owner.get(&visit.path()).json()["batches"], 2);
    assert_eq!(visit.stored_batches(&owner), sorted(visit.batches(2)));
}

#[test]
fn a_batch_that_was_stored_by_half_is_not_taken_for_stored() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    assert_eq!(client.post_batch(&visit.batch(0)).status, 202);

    let object = edge.stores().object_of(&visit);
    object.refuse_bytes();
    let answer = client.post_batch(&visit.batch(1));
    object.take_bytes();
    assert_refused(&answer, 503, "storage_unavailable");
    assert_eq!(visit.stored_batches(&owner), [visit.batch(0)]);

    let answer = client.post_batch(&visit.batch(1));
    assert_eq!(answer.json()["status"], "accepted", "it is new to the edge");
    assert_eq!(owner.get(&visit.path()).json()["batches"], 2);
    assert_eq!(visit.stored_batches(&owner), sorted(visit.batches(2)));
}

#[test]
fn a_key_that_cannot_be_looked_up_is_not_called_unknown() {
    let edge = alone();
    edge.stores()
        .execute_in_index("alter table ingest_keys rename to ingest_keys_out_of_reach");
    let answer = edge
        .client()
        .post_batch_as(Some("never-seen-before"), Some(SHOP_ORIGIN), b"");
    edge.stores()
        .execute_in_index("alter table ingest_keys_out_of_reach rename to ingest_keys");
    assert_refused(&answer, 503, "storage_unavailable");
}

#[test]
fn while_segments_cannot_be_written_nothing_is_lost_and_later_they_are() {
    let edge = alone();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    // The first segment of the edge brings the list of objects into being.
    fill_a_segment(&edge, &Visit::begin());

    edge.stores().break_segments();
    let batches: Vec<_> = (0..3)
        .map(|number| visit.large_batch(number, 200_000))
        .collect();
    let answers: Vec<_> = batches
        .iter()
        .map(|batch| client.post_batch(batch).status)
        .collect();
    let records = visit.stored_batches(&owner);
    edge.stores().mend_segments();

    assert_eq!(answers, [202, 202, 202], "the tail takes them");
    assert_eq!(records, sorted(batches.clone()));
    // The next batch brings the next attempt.
    let next = visit.batch(3);
    assert_eq!(client.post_batch(&next).status, 202);
    let object = edge.stores().object_of(&visit);
    while object.tail_batches() == 4 {
        assert_eq!(visit.stored_batches(&owner).len(), 4);
    }
    assert!(edge.stores().segments_of(&visit) > 0);
    assert_eq!(
        visit.stored_batches(&owner),
        sorted([batches, vec![next]].concat())
    );
}

#[test]
fn a_tail_that_is_full_takes_nothing_until_segments_can_be_written() {
    let edge = alone();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    fill_a_segment(&edge, &Visit::begin());
    // Four of them fit into the 16 MiB of a tail.
    let batches: Vec<_> = (0..5)
        .map(|number| visit.large_batch(number, 3_800_000))
        .collect();

    edge.stores().break_segments();
    let answers: Vec<_> = batches
        .iter()
        .map(|batch| client.post_batch(batch))
        .collect();
    edge.stores().mend_segments();
    let statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses, [202, 202, 202, 202, 503]);
    assert_refused(&answers[4], 503, "storage_unavailable");

    // Each attempt to send makes the edge try to write segments.
    while client.post_batch(&batches[4]).status == 503 {}
    assert_eq!(visit.stored_batches(&owner), sorted(batches));
}

#[test]
fn records_whose_segments_are_out_of_reach_are_not_half_shown() {
    let edge = alone();
    let (owner, visit) = (edge.owner(), Visit::begin());
    fill_a_segment(&edge, &visit);
    let whole = visit.stored_batches(&owner);

    edge.stores().break_segments();
    let answer = owner.get(&format!("{}/records", visit.path()));
    edge.stores().mend_segments();
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (503, "storage_unavailable")
    );
    assert!(answer.header("retry-after").is_some());
    assert_eq!(visit.stored_batches(&owner), whole);
}

/// Sends enough for a segment and waits until it is written.
pub(crate) fn fill_a_segment(edge: &Edge, visit: &Visit) {
    assert_eq!(
        edge.client()
            .post_batch(&visit.large_batch(0, 300_000))
            .status,
        202
    );
    let object = edge.stores().object_of(visit);
    while object.tail_batches() > 0 {
        assert_eq!(visit.stored_batches(&edge.owner()).len(), 1);
    }
}
