//! Signing in and out.

use serde_json::json;

use monitorme_tests::edge::{Edge, OWNER_EMAIL, OWNER_PASSWORD, alone, shared};
use monitorme_tests::visit::now_ms;

fn credentials(email: &str, password: &str) -> String {
    json!({ "email": email, "password": password }).to_string()
}

#[test]
fn who_signs_in_gets_a_cookie_that_scripts_and_other_sites_cannot_use() {
    let edge = shared();
    let answer = edge.client().post_json(
        "/api/sign-in",
        &json!({ "email": OWNER_EMAIL, "password": OWNER_PASSWORD }),
    );
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    let header = answer.header("set-cookie").unwrap();
    let (value, attributes) = header.split_once("; ").unwrap();
    assert_eq!(value.strip_prefix("monitorme_sign_in=").unwrap().len(), 64);
    assert_eq!(
        attributes,
        "Path=/; Max-Age=1209600; HttpOnly; SameSite=Strict"
    );

    let client = edge.client().with_cookie(value);
    assert_eq!(
        client.get("/api/sign-in").json(),
        json!({ "email": OWNER_EMAIL })
    );
}

#[test]
fn the_token_of_a_sign_in_is_nowhere_in_the_index() {
    let edge = shared();
    let answer = edge.client().post_json(
        "/api/sign-in",
        &json!({ "email": OWNER_EMAIL, "password": OWNER_PASSWORD }),
    );
    let cookie = answer.cookie();
    let token = cookie.strip_prefix("monitorme_sign_in=").unwrap();
    let sql = format!("select count(*) from sign_ins where token_sha256 = '{token}'");
    assert_eq!(edge.stores().number_in_index(&sql), 0);
    assert!(
        edge.stores()
            .number_in_index("select count(*) from sign_ins")
            > 0
    );
}

#[test]
fn wrong_credentials_are_refused_alike() {
    let edge = shared();
    let wrong = [
        (OWNER_EMAIL, "wrong horse battery"),
        (OWNER_EMAIL, ""),
        ("other@example.com", OWNER_PASSWORD),
        ("", OWNER_PASSWORD),
        ("' or 1=1 --", OWNER_PASSWORD),
    ];
    for (email, password) in wrong {
        let answer = edge.client().post_json(
            "/api/sign-in",
            &json!({ "email": email, "password": password }),
        );
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "wrong_credentials"),
            "{email}"
        );
        assert_eq!(answer.header("set-cookie"), None);
    }
}

#[test]
fn the_address_may_be_typed_in_capitals() {
    let edge = shared();
    edge.client()
        .signed_in(&OWNER_EMAIL.to_uppercase(), OWNER_PASSWORD);
}

#[test]
fn bodies_that_are_no_credentials_are_refused() {
    let edge = shared();
    let deep = "[".repeat(8_000);
    for body in ["", "{", "[]", "{}", r#"{"email":1,"password":2}"#, &deep] {
        let answer = edge.client().send("POST", "/api/sign-in", &[], body);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "invalid_request"),
            "{body}"
        );
    }
    let long = credentials(OWNER_EMAIL, &"x".repeat(10_000));
    let answer = edge
        .client()
        .send("POST", "/api/sign-in", &[], long.as_str());
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (413, "body_too_large")
    );
}

#[test]
fn who_signs_out_is_out_and_others_stay_in() {
    let edge = shared();
    let (leaving, staying) = (edge.owner(), edge.owner());
    let answer = leaving.send("DELETE", "/api/sign-in", &[], ());
    assert_eq!(answer.status, 204);
    assert!(
        answer
            .header("set-cookie")
            .unwrap()
            .starts_with("monitorme_sign_in=; Path=/; Max-Age=0;")
    );

    let answer = leaving.get("/api/sign-in");
    assert_eq!((answer.status, answer.code().as_str()), (401, "signed_out"));
    assert_eq!(answer.json()["owner_exists"], true);
    assert_eq!(leaving.get("/api/sessions").status, 401);
    assert_eq!(staying.get("/api/sessions").status, 200);
    assert_eq!(
        leaving.send("DELETE", "/api/sign-in", &[], ()).status,
        204,
        "out is out"
    );
}

#[test]
fn other_pages_cannot_act_for_the_owner() {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    let own_origin = client.origin().to_owned();
    let body = credentials(OWNER_EMAIL, OWNER_PASSWORD);
    for origin in ["http://localhost:4000", "https://evil.example", "null"] {
        for (client, method, path) in [
            (&client, "POST", "/api/sign-in"),
            (&client, "POST", "/api/owner"),
            (&owner, "DELETE", "/api/sign-in"),
        ] {
            let answer = client.send(method, path, &[("origin", origin)], body.as_str());
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (403, "wrong_origin"),
                "{method} {path} {origin}"
            );
            assert_eq!(answer.header("access-control-allow-origin"), None);
        }
    }
    assert_eq!(owner.get("/api/sign-in").status, 200, "still signed in");
    let answer = client.send(
        "POST",
        "/api/sign-in",
        &[("origin", &own_origin)],
        body.as_str(),
    );
    assert_eq!(answer.status, 204);
}

#[test]
fn a_sign_in_expires_and_is_then_forgotten() {
    let edge = alone();
    let owner = edge.owner();
    expire_all_sign_ins(&edge);
    assert_eq!(owner.get("/api/sign-in").status, 401);

    let fresh = edge.owner();
    assert_eq!(fresh.send("POST", "/api/maintenance", &[], ()).status, 204);
    assert_eq!(
        edge.stores()
            .number_in_index("select count(*) from sign_ins"),
        1
    );
    assert_eq!(fresh.get("/api/sign-in").status, 200);
}

fn expire_all_sign_ins(edge: &Edge) {
    edge.stores().execute_in_index(&format!(
        "update sign_ins set expires_at_ms = {}",
        now_ms() - 1
    ));
}
