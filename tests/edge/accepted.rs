//! What becomes of a valid batch.

use std::collections::BTreeSet;

use serde_json::json;
use wire_format::Record;
use wire_format::limits::ACTIVE_SLOT_MS;

use crate::session_list;
use monitorme_tests::edge::{SHOP_ORIGIN, shared};
use monitorme_tests::visit::{self, Visit, sorted};

const USER_AGENT: &str = "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0";

#[test]
fn a_batch_appears_in_the_list_as_a_session_and_with_its_records() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());

    let answer = client.post_batch(&visit.batch(0));
    assert_eq!(
        (answer.status, answer.json()),
        (202, json!({ "status": "accepted" }))
    );
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some(SHOP_ORIGIN)
    );
    assert_eq!(answer.header("vary"), Some("Origin"));

    let session = owner.get(&visit.path()).json();
    assert!(session_list::read(&owner, 100).contains(&session));
    assert_eq!(visit.stored_batches(&owner), [visit.batch(0)]);
}

#[test]
fn a_session_says_what_its_batches_hold() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let start_ms = visit.started_at_ms;
    let identify = |user_id: &'static str, traits_json: &'static str| Record::Identify {
        user_id: user_id.into(),
        traits_json: Some(traits_json.into()),
    };
    let push = Record::Navigation {
        how: wire_format::record::NavigationKind::Push,
        url: "https://shop.example/cart".into(),
    };
    let batches = [
        visit.batch_of(
            0,
            &[
                (start_ms, visit::page()),
                (start_ms, visit::load()),
                (start_ms + 5, identify("guest", r#"{"plan":"none"}"#)),
            ],
        ),
        visit.batch_of(
            1,
            &[
                (start_ms + 1_000, visit::click()),
                (start_ms + 1_500, visit::page_error()),
            ],
        ),
        visit.batch_of(
            2,
            &[
                (start_ms + 2_000, push),
                (
                    start_ms + 2_500,
                    identify("ada", r#"{"plan":"pro","cats":2}"#),
                ),
                (start_ms + 2_750, visit::click()),
            ],
        ),
    ];
    // The order in which they arrive must not matter.
    for position in [2, 0, 1] {
        let headers = [("origin", SHOP_ORIGIN), ("user-agent", USER_AGENT)];
        let path = "/v1/batches?ingest_key=mm_ingest_demo_petshop";
        assert_eq!(
            client
                .send("POST", path, &headers, batches[position].as_slice())
                .status,
            202
        );
    }

    let size_bytes: usize = batches.iter().map(Vec::len).sum();
    let clicks_ms = [start_ms + 1_000, start_ms + 2_750];
    let active_slots: BTreeSet<u64> = clicks_ms.map(|at_ms| at_ms / ACTIVE_SLOT_MS).into();
    let expected = json!({
        "id": visit.session.to_string(),
        "previous_id": null,
        "started_at_ms": start_ms,
        "ended_at_ms": start_ms + 2_750,
        "active_ms": ACTIVE_SLOT_MS * active_slots.len() as u64,
        "entry_url": "https://shop.example/dogs",
        "exit_url": "https://shop.example/cart",
        "user_id": "ada",
        "user_traits": { "plan": "pro", "cats": 2 },
        "views": 2,
        "clicks": 2,
        "errors": 1,
        "rage_clicks": 0,
        "failed_requests": 0,
        "batches": 3,
        "missing_batches": 0,
        "records": 8,
        "size_bytes": size_bytes,
        "user_agent": USER_AGENT,
        "browser": "Firefox",
        "browser_version": 145,
        "os": "Android",
        "device": "phone",
    });
    let mut session = owner.get(&visit.path()).json();
    // Cloudflare tells it, and so does its development server.
    let country = session["country"].take();
    assert!(country.is_null() || country.as_str().is_some_and(|code| code.len() == 2));
    session.as_object_mut().unwrap().remove("country");
    assert_eq!(session, expected);
}

#[test]
fn a_batch_that_is_sent_again_is_acknowledged_and_not_stored_again() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    client.post_batch(&visit.batch(0));
    let before = owner.get(&visit.path()).json();

    for _ in 0..3 {
        let answer = client.post_batch(&visit.batch(0));
        assert_eq!(
            (answer.status, answer.json()),
            (202, json!({ "status": "duplicate" }))
        );
    }
    assert_eq!(owner.get(&visit.path()).json(), before);
    assert_eq!(visit.stored_batches(&owner), [visit.batch(0)]);
}

#[test]
fn a_session_says_how_many_batches_are_missing() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    for (batch_index, missing) in [(1, 1), (4, 3), (0, 2), (2, 1), (3, 0)] {
        assert_eq!(client.post_batch(&visit.batch(batch_index)).status, 202);
        let session = owner.get(&visit.path()).json();
        assert_eq!(session["missing_batches"], missing, "after {batch_index}");
    }
}

#[test]
fn batches_may_arrive_in_any_order() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    for batch_index in [3, 1, 0, 4, 2] {
        assert_eq!(client.post_batch(&visit.batch(batch_index)).status, 202);
    }
    assert_eq!(visit.stored_batches(&owner), sorted(visit.batches(5)));
    assert_eq!(
        owner.get(&visit.path()).json()["entry_url"],
        "https://shop.example/dogs"
    );
}

#[test]
fn the_same_number_in_another_tab_or_view_is_another_batch() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let other_window = visit.in_another_window();
    let other_view = Visit {
        window: visit.window,
        ..visit.in_another_window()
    };
    let batches = [visit.batch(0), other_window.batch(0), other_view.batch(0)];
    for batch in &batches {
        assert_eq!(client.post_batch(batch).json()["status"], "accepted");
    }
    assert_eq!(visit.stored_batches(&owner), sorted(batches.to_vec()));
}

#[test]
fn a_batch_of_several_megabytes_comes_back_as_it_was_sent() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let batch = visit.large_batch(0, 3_500_000);
    assert!(
        (2_500_000..wire_format::limits::BATCH_BYTES_MAX).contains(&batch.len()),
        "{} bytes",
        batch.len()
    );
    assert_eq!(client.post_batch(&batch).status, 202);
    assert_eq!(visit.stored_batches(&owner), [batch]);
}

#[test]
fn a_batch_that_does_not_say_its_length_is_taken_as_well() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    assert_eq!(client.post_batch_in_chunks(&visit.batch(0)).status, 202);
    assert_eq!(visit.stored_batches(&owner), [visit.batch(0)]);
}

#[test]
fn texts_without_end_do_not_swell_the_index() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let endless = "ö".repeat(1_000_000);
    let navigation = Record::Navigation {
        how: wire_format::record::NavigationKind::Load,
        url: format!("https://shop.example/{endless}").into(),
    };
    let identify = Record::Identify {
        user_id: endless.as_str().into(),
        traits_json: None,
    };
    let at_ms = visit.started_at_ms;
    assert_eq!(
        client
            .post_batch(&visit.batch_of(0, &[(at_ms, navigation), (at_ms, identify)]))
            .status,
        202
    );

    let session = owner.get(&visit.path()).json();
    assert_eq!(session["entry_url"].as_str().unwrap().len(), 2_047);
    assert_eq!(session["user_id"].as_str().unwrap().len(), 256);
}

#[test]
fn a_session_names_the_one_that_had_run_out_when_it_began() {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    let (first, second) = (Visit::begin(), Visit::begin());
    client.post_batch(&first.batch(0));
    let begins = (second.started_at_ms, Record::PreviousSession(first.session));
    // Each page of the session tells it; the order of arrival does not matter.
    client.post_batch(&second.batch(1));
    client.post_batch(&second.batch_of(0, &[begins]));
    let previous_id = |visit: &Visit| owner.get(&visit.path()).json()["previous_id"].clone();
    assert_eq!(previous_id(&second), first.session.to_string());
    assert!(previous_id(&first).is_null());
}

#[test]
fn a_text_that_not_every_index_can_hold_turns_no_visitor_away() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let identify = Record::Identify {
        user_id: "a\0b".into(),
        traits_json: None,
    };
    let at_ms = visit.started_at_ms;
    let batch = visit.batch_of(0, &[(at_ms, visit::page()), (at_ms, identify)]);
    assert_eq!(client.post_batch(&batch).status, 202);
    let user_id = owner.get(&visit.path()).json()["user_id"].clone();
    assert!(user_id == "a\0b" || user_id == "a\u{fffd}b", "{user_id}");
}
