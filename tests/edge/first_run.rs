//! An edge that has no owner yet.

use serde_json::json;

use monitorme_tests::edge::{Edge, OWNER_EMAIL, OWNER_PASSWORD, SETUP_TOKEN, SHOP_ORIGIN};
use monitorme_tests::visit::Visit;

fn owner(setup_token: &str, email: &str, password: &str) -> serde_json::Value {
    json!({ "setup_token": setup_token, "email": email, "password": password })
}

#[test]
fn an_edge_without_an_owner_and_without_the_secret_refuses_everything_then_is_set_up() {
    let mut edge = Edge::start_without_setup_token("first-run");
    let client = edge.client();
    let answers = [
        client.get("/healthz"),
        client.get("/api/sign-in"),
        client.get("/api/sessions"),
        client.post_json("/api/owner", &owner("", OWNER_EMAIL, OWNER_PASSWORD)),
        client.post_batch(&Visit::begin().batch(0)),
    ];
    for answer in &answers {
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (503, "not_configured")
        );
        assert!(
            answer.json()["error"]["message"]
                .as_str()
                .unwrap()
                .contains("SETUP_TOKEN")
        );
        assert!(answer.header("retry-after").is_some());
    }
    assert_eq!(
        answers[4].header("access-control-allow-origin"),
        Some(SHOP_ORIGIN)
    );

    edge.restart();
    become_owner(&edge);
}

/// Tries what must not make an owner, then what does, then again.
fn become_owner(edge: &Edge) {
    let client = edge.client();
    let answer = client.get("/api/sign-in");
    assert_eq!((answer.status, answer.code().as_str()), (401, "signed_out"));
    assert_eq!(answer.json()["owner_exists"], false);

    for token in ["", "setup-token-of-the-test", "SETUP-TOKEN-OF-THE-TESTS"] {
        let answer = client.post_json("/api/owner", &owner(token, OWNER_EMAIL, OWNER_PASSWORD));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "wrong_setup_token"),
            "{token}"
        );
    }
    for (email, password, field) in [
        ("nobody", OWNER_PASSWORD, "email"),
        (OWNER_EMAIL, "elevenchars", "password"),
    ] {
        let answer = client.post_json("/api/owner", &owner(SETUP_TOKEN, email, password));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "invalid_request")
        );
        assert_eq!(answer.json()["error"]["field"], field);
    }
    let answer = client.post_json(
        "/api/sign-in",
        &json!({ "email": OWNER_EMAIL, "password": OWNER_PASSWORD }),
    );
    assert_eq!(
        answer.code(),
        "wrong_credentials",
        "there is no account yet"
    );

    let answer = client.post_json(
        "/api/owner",
        &owner(SETUP_TOKEN, OWNER_EMAIL, OWNER_PASSWORD),
    );
    assert_eq!(answer.status, 201);
    let signed_in = client.clone().with_cookie(&answer.cookie());
    assert_eq!(
        signed_in.get("/api/sign-in").json(),
        json!({ "email": OWNER_EMAIL })
    );
    client.clone().signed_in(OWNER_EMAIL, OWNER_PASSWORD);

    let answer = client.post_json(
        "/api/owner",
        &owner(SETUP_TOKEN, "second@example.com", OWNER_PASSWORD),
    );
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (409, "owner_exists")
    );
    assert_eq!(client.get("/api/sign-in").json()["owner_exists"], true);
}
