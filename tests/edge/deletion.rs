//! Deleting sessions: by the owner, of a visitor, and by age.

use serde_json::json;
use wire_format::Record;

use monitorme_tests::client::Client;
use monitorme_tests::edge::{Edge, SHOP_ORIGIN, alone, shared};
use monitorme_tests::refusal::assert_refused;
use monitorme_tests::visit::{self, Visit};

/// Sends a session with segments and a tail.
fn record(edge: &Edge, visit: &Visit) {
    for number in 0..3 {
        let batch = visit.large_batch(number, 200_000);
        assert_eq!(edge.client().post_batch(&batch).status, 202);
    }
    while edge.stores().segments_of(visit) == 0 {
        assert_eq!(visit.stored_batches(&edge.owner()).len(), 3);
    }
}

fn delete(owner: &Client, path: &str) {
    let answer = owner.send("DELETE", path, &[], ());
    assert_eq!(answer.status, 204, "{answer:?}");
}

#[test]
fn nothing_is_left_of_a_deleted_session_and_it_does_not_come_back() {
    let edge = shared();
    let (owner, visit) = (edge.owner(), Visit::begin());
    record(&edge, &visit);

    for _ in 0..2 {
        delete(&owner, &visit.path());
        assert_eq!(owner.get(&visit.path()).code(), "session_not_found");
        assert_eq!(edge.stores().segments_of(&visit), 0);
        assert!(edge.stores().object_with_tombstone(&visit).is_empty());
    }
    for batch in [visit.large_batch(0, 100), visit.batch(9)] {
        let answer = edge.client().post_batch(&batch);
        assert_refused(&answer, 410, "session_deleted");
    }
    assert_eq!(owner.get(&visit.path()).code(), "session_not_found");
    delete(&owner, &Visit::begin().path());
}

#[test]
fn a_deletion_that_is_interrupted_goes_on() {
    let mut edge = alone();
    let (owner, visit) = (edge.owner(), Visit::begin());
    record(&edge, &visit);
    edge.stores()
        .execute_in_index("alter table sessions rename to out_of_reach");
    let answer = owner.send("DELETE", &visit.path(), &[], ());
    edge.stores()
        .execute_in_index("alter table out_of_reach rename to sessions");
    assert_eq!(answer.code(), "storage_unavailable");
    edge.restart();
    delete(&owner, &visit.path());
    assert_eq!(owner.get(&visit.path()).code(), "session_not_found");
    assert_eq!(edge.stores().segments_of(&visit), 0);
}

#[test]
fn all_sessions_of_a_visitor_can_be_deleted_and_only_those() {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    let visit_of = |user_id: &'static str| {
        let visit = Visit::begin();
        let identify = Record::Identify {
            user_id: user_id.into(),
            traits_json: None,
        };
        let at_ms = visit.started_at_ms;
        let batch = visit.batch_of(0, &[(at_ms, visit::page()), (at_ms, identify)]);
        assert_eq!(client.post_batch(&batch).status, 202);
        visit
    };
    let gone = [visit_of("eve@example.com"), visit_of("eve@example.com")];
    let stays = visit_of("ada@example.com");
    let path = "/api/projects/demo/users/eve%40example.com";
    for deleted in [2, 0] {
        let answer = owner.send("DELETE", path, &[], ());
        assert_eq!(
            (answer.status, answer.json()),
            (200, json!({ "deleted": deleted, "is_complete": true }))
        );
    }
    for visit in &gone {
        assert_eq!(owner.get(&visit.path()).code(), "session_not_found");
    }
    assert_eq!(owner.get(&stays.path()).status, 200);
}

#[test]
fn sessions_are_kept_as_long_as_their_project_says() {
    let edge = alone();
    let owner = edge.owner();
    let day_ms = 24 * 60 * 60 * 1000;
    let post = |project: &str, retention_days: u64, age_days: u64| {
        let key = format!("mm_ingest_{project}");
        owner.put_project(
            project,
            &json!({ "name": project, "retention_days": retention_days }),
        );
        owner.put_key(project, &key, &[SHOP_ORIGIN]);
        let mut visit = Visit::begin();
        visit.started_at_ms -= age_days * day_ms;
        let batch = visit.batch(0);
        let answer = edge
            .client()
            .post_batch_as(Some(&key), Some(SHOP_ORIGIN), &batch);
        assert_eq!(answer.status, 202, "{answer:?}");
        visit
    };
    let gone = [post("brief", 2, 3), post("brief", 2, 20)];
    let kept = [post("brief", 2, 1), post("lasting", 25, 20)];
    let deleted_with_project = post("ending", 90, 0);
    delete(&owner, "/api/projects/ending");

    delete_what_is_due(&owner);
    for visit in gone.iter().chain([&deleted_with_project]) {
        assert_eq!(owner.get(&visit.path()).code(), "session_not_found");
    }
    for visit in &kept {
        assert_eq!(owner.get(&visit.path()).status, 200);
    }
}

fn delete_what_is_due(owner: &Client) {
    let answer = owner.send("POST", "/api/maintenance", &[], ());
    assert_eq!(answer.status, 204, "{answer:?}");
}

#[test]
fn only_the_owner_deletes() {
    let edge = shared();
    let visit = Visit::begin();
    assert_eq!(edge.client().post_batch(&visit.batch(0)).status, 202);
    for path in [&visit.path(), "/api/projects/demo/users/ada"] {
        let answer = edge.client().send("DELETE", path, &[], ());
        assert_eq!(answer.code(), "signed_out");
        let foreign = [("origin", "http://evil.example")];
        let answer = edge.owner().send("DELETE", path, &foreign, ());
        assert_eq!(answer.code(), "wrong_origin");
    }
    assert_eq!(edge.owner().get(&visit.path()).status, 200);
}
