//! What is recorded can be read by the owner only.

use monitorme_tests::client::Client;
use monitorme_tests::edge::{SHOP_KEY, shared};
use monitorme_tests::visit::Visit;

/// Every address that shows data.
fn addresses(visit: &Visit) -> [String; 3] {
    [
        "/api/sessions".to_owned(),
        visit.path(),
        format!("{}/records", visit.path()),
    ]
}

#[track_caller]
fn assert_signed_out(client: &Client, path: &str) {
    for method in ["GET", "HEAD"] {
        let answer = client.send(method, path, &[], ());
        assert_eq!(answer.status, 401, "{method} {path}");
    }
    assert_eq!(client.get(path).code(), "signed_out");
}

#[test]
fn without_a_sign_in_nothing_is_shown() {
    let edge = shared();
    let visit = Visit::begin();
    edge.client().post_batch(&visit.batch(0));
    let token = "0".repeat(64);
    let clients = [
        edge.client(),
        edge.client().with_cookie("monitorme_sign_in="),
        edge.client()
            .with_cookie(&format!("monitorme_sign_in={token}")),
        edge.client()
            .with_cookie(&format!("monitorme_sign_in={SHOP_KEY}")),
        edge.client().with_cookie("monitorme_sign_in=' or 1=1 --"),
    ];
    for client in &clients {
        for path in addresses(&visit) {
            assert_signed_out(client, &path);
            assert_signed_out(client, &format!("{path}?ingest_key={SHOP_KEY}"));
        }
    }
}

#[test]
fn the_owner_sees_everything() {
    let edge = shared();
    let visit = Visit::begin();
    edge.client().post_batch(&visit.batch(0));
    for path in addresses(&visit) {
        assert_eq!(edge.owner().get(&path).status, 200, "{path}");
    }
}

#[test]
fn who_is_signed_out_is_not_told_whether_a_session_exists() {
    let edge = shared();
    let visit = Visit::begin();
    let unknown = edge.client().get(&visit.path());
    edge.client().post_batch(&visit.batch(0));
    let known = edge.client().get(&visit.path());
    assert_eq!((unknown.status, unknown.body), (known.status, known.body));
}

#[test]
fn queries_that_make_no_sense_are_refused() {
    let edge = shared();
    let owner = edge.owner();
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=x", "limit"),
        ("before=x", "before"),
    ] {
        let answer = owner.get(&format!("/api/sessions?{query}"));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "invalid_request"),
            "{query}"
        );
        assert_eq!(answer.json()["error"]["field"], field);
    }
    for id in ["1", "0f8fad5b-d9cb-469f-a165-70867728950", "%27"] {
        assert_eq!(
            owner.get(&format!("/api/sessions/{id}")).code(),
            "session_not_found",
            "{id}"
        );
    }
}
