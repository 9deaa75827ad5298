//! Who may send: every wrong combination of key and origin.

use serde_json::json;

use monitorme_tests::edge::{Edge, SHOP_KEY, SHOP_ORIGIN, alone, shared};
use monitorme_tests::refusal::{assert_nothing_stored, assert_refused, assert_still_serving};
use monitorme_tests::visit::Visit;

#[test]
fn without_a_key_that_exists_nothing_is_taken() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let batch = visit.batch(0);
    assert_refused(
        &client.post_batch_as(None, Some(SHOP_ORIGIN), &batch),
        401,
        "missing_ingest_key",
    );
    assert_refused(
        &client.post_batch_as(Some(""), Some(SHOP_ORIGIN), &batch),
        401,
        "missing_ingest_key",
    );
    let unknown = [
        "mm_ingest_demo_petsho",
        "MM_INGEST_DEMO_PETSHOP",
        "%27%20or%201%3D1--",
        &"k".repeat(5_000),
    ];
    for key in unknown {
        assert_refused(
            &client.post_batch_as(Some(key), Some(SHOP_ORIGIN), &batch),
            401,
            "unknown_ingest_key",
        );
    }
    assert_nothing_stored(&visit, &owner);
    assert_still_serving(&client, &owner);
}

#[test]
fn from_another_origin_nothing_is_taken_but_the_page_can_read_why() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let others = [
        "http://localhost:4001",
        "https://localhost:4000",
        "http://localhost:4000.evil.example",
        "null",
    ];
    for origin in others {
        let answer = client.post_batch_as(Some(SHOP_KEY), Some(origin), &visit.batch(0));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (403, "origin_not_allowed"),
            "{origin}"
        );
        assert_eq!(answer.header("access-control-allow-origin"), Some(origin));
        assert_eq!(answer.header("vary"), Some("Origin"));
    }
    let answer = client.post_batch_as(Some(SHOP_KEY), None, &visit.batch(0));
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (403, "missing_origin")
    );
    assert_eq!(answer.header("access-control-allow-origin"), None);
    assert_nothing_stored(&visit, &owner);
    assert_still_serving(&client, &owner);
}

#[test]
fn an_origin_that_no_browser_sends_counts_as_none() {
    let edge = shared();
    let client = edge.client();
    for origin in ["https://g\u{f6}ttingen.example", &"o".repeat(600)] {
        let answer = client.post_batch_as(Some(SHOP_KEY), Some(origin), b"");
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (403, "missing_origin")
        );
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
}

#[test]
fn the_key_is_judged_before_the_origin_and_both_before_the_body() {
    let edge = shared();
    let client = edge.client();
    let nonsense = b"no batch";
    let answer = client.post_batch_as(Some("unknown"), Some("http://evil.example"), nonsense);
    assert_eq!(answer.code(), "unknown_ingest_key");
    let answer = client.post_batch_as(Some(SHOP_KEY), Some("http://evil.example"), nonsense);
    assert_eq!(answer.code(), "origin_not_allowed");
}

#[test]
fn a_key_works_until_it_is_revoked_and_no_longer() {
    let mut edge = alone();
    let visit = Visit::begin();
    let post = |edge: &Edge, batch_index| {
        edge.client().post_batch_as(
            Some("mm_ingest_second"),
            Some("https://second.example"),
            &visit.batch(batch_index),
        )
    };
    let owner = edge.owner();
    owner.put_key("demo", "mm_ingest_second", &["https://second.example"]);
    assert_eq!(post(&edge, 0).status, 202);

    let key = "/api/projects/demo/ingest-keys/mm_ingest_second";
    assert_eq!(owner.send("DELETE", key, &[], ()).status, 204);
    // What an isolate remembers of a key ends with the isolate, at the latest after a minute.
    edge.restart();
    let answer = post(&edge, 1);
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (401, "revoked_ingest_key")
    );
    assert_eq!(visit.stored_batches(&edge.owner()), [visit.batch(0)]);
    assert_still_serving(&edge.client(), &edge.owner());
}

#[test]
fn sessions_of_two_projects_with_the_same_id_do_not_mix() {
    let edge = shared();
    let owner = edge.owner();
    owner.put_project("other", &json!({ "name": "Other" }));
    owner.put_key("other", "mm_ingest_other", &["https://other.example"]);
    let (client, visit) = (edge.client(), Visit::begin());
    assert_eq!(
        client.post_batch(&visit.batch(0)).json()["status"],
        "accepted"
    );
    let answer = client.post_batch_as(
        Some("mm_ingest_other"),
        Some("https://other.example"),
        &visit.batch(0),
    );
    assert_eq!(
        answer.json()["status"],
        "accepted",
        "in the other project it is new"
    );
    let sql = format!(
        "select count(*) from sessions where id = '{}' and batches = 1",
        visit.session
    );
    assert_eq!(edge.stores().number_in_index(&sql), 2);
}
