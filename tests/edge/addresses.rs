//! Addresses and methods that there are, and those that there are not.

use monitorme_tests::edge::{SHOP_KEY, SHOP_ORIGIN, shared};
use monitorme_tests::refusal::assert_refused;

#[test]
fn another_method_is_refused_and_told_the_right_ones() {
    let edge = shared();
    let client = edge.client();
    for method in ["GET", "HEAD", "PUT", "PATCH", "DELETE", "PROPFIND"] {
        let path = format!("/v1/batches?ingest_key={SHOP_KEY}");
        let answer = client.send(method, &path, &[("origin", SHOP_ORIGIN)], ());
        assert_eq!(
            (answer.status, answer.header("allow")),
            (405, Some("POST, OPTIONS")),
            "{method}"
        );
        assert_eq!(
            answer.header("access-control-allow-origin"),
            Some(SHOP_ORIGIN)
        );
        if method != "HEAD" {
            assert_refused(&answer, 405, "method_not_allowed");
        }
    }
    for (method, path, allow) in [
        ("POST", "/healthz", "GET, HEAD"),
        ("PROPFIND", "/healthz", "GET, HEAD"),
        ("GET", "/api/owner", "POST"),
        ("POST", "/v1/settings", "GET, HEAD"),
        ("PUT", "/api/sign-in", "GET, HEAD, POST, DELETE"),
        ("DELETE", "/api/sessions", "GET, HEAD"),
        (
            "POST",
            "/api/sessions/0f8fad5b-d9cb-469f-a165-70867728950e/records",
            "GET, HEAD",
        ),
    ] {
        let answer = client.send(method, path, &[], ());
        assert_eq!(
            (answer.status, answer.header("allow")),
            (405, Some(allow)),
            "{method} {path}"
        );
        assert_eq!(answer.code(), "method_not_allowed");
    }
}

#[test]
fn unknown_addresses_of_the_edge_are_not_found() {
    let edge = shared();
    for path in ["/v1/batch", "/v1/batches/", "/v1/traces"] {
        let answer = edge
            .client()
            .send("POST", path, &[("origin", SHOP_ORIGIN)], ());
        assert_refused(&answer, 404, "not_found");
    }
    for path in [
        "/api/",
        "/api/session",
        "/api/../v1/x",
        "/api/sessions/0f8fad5b-d9cb-469f-a165-70867728950e/segments",
    ] {
        let answer = edge.client().get(path);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (404, "not_found"),
            "{path}"
        );
    }
}

#[test]
fn a_preflight_is_answered() {
    let edge = shared();
    let headers = [
        ("origin", SHOP_ORIGIN),
        ("access-control-request-method", "POST"),
    ];
    let answer = edge.client().send("OPTIONS", "/v1/batches", &headers, ());
    assert_eq!(answer.status, 204);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some(SHOP_ORIGIN)
    );
    assert_eq!(answer.header("access-control-allow-methods"), Some("POST"));
    assert_eq!(answer.header("vary"), Some("Origin"));
}

#[test]
fn health_is_told_with_and_without_a_body() {
    let edge = shared();
    let answer = edge.client().get("/healthz");
    assert_eq!(
        (answer.status, answer.json()),
        (200, serde_json::json!({ "status": "ok" }))
    );
    let answer = edge.client().send("HEAD", "/healthz", &[], ());
    assert_eq!(
        (answer.status, answer.body.as_slice()),
        (200, b"".as_slice())
    );
}

#[test]
fn every_other_address_is_the_dashboard() {
    let edge = shared();
    let front = edge.client().get("/");
    assert_eq!(front.status, 200);
    assert!(
        front
            .header("content-type")
            .is_some_and(|kind| kind.starts_with("text/html"))
    );
    assert_eq!(
        edge.client()
            .get("/sessions/some-page-of-the-dashboard")
            .body,
        front.body
    );
}
