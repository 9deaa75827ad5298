//! What the edge tells recorders.

use serde_json::json;

use monitorme_tests::client::Answer;
use monitorme_tests::edge::{Edge, SHOP_KEY, SHOP_ORIGIN, shared};
use monitorme_tests::visit::Visit;

fn ask(edge: &Edge, key: &str, headers: &[(&str, &str)]) -> Answer {
    let path = format!("/v1/settings?ingest_key={key}");
    edge.client().send("GET", &path, headers, ())
}

#[test]
fn without_settings_everything_is_left_to_the_page() {
    let edge = shared();
    let answer = ask(&edge, SHOP_KEY, &[("origin", SHOP_ORIGIN)]);
    let told = json!({ "origins": [SHOP_ORIGIN] });
    assert_eq!((answer.status, answer.json()), (200, told));
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some(SHOP_ORIGIN)
    );
    assert_eq!(answer.header("cache-control"), Some("private, max-age=60"));
    assert_eq!(answer.header("vary"), Some("Origin"));
}

#[test]
fn only_pages_that_may_send_are_told() {
    let edge = shared();
    let refused = [
        ("unknown", Some(SHOP_ORIGIN), 401, "unknown_ingest_key"),
        (
            SHOP_KEY,
            Some("http://evil.example"),
            403,
            "origin_not_allowed",
        ),
        (SHOP_KEY, None, 403, "missing_origin"),
    ];
    for (key, origin, status, code) in refused {
        let headers: Vec<_> = origin.iter().map(|origin| ("origin", *origin)).collect();
        let answer = ask(&edge, key, &headers);
        assert_eq!((answer.status, answer.code().as_str()), (status, code));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    // Of its own origin a page asks without naming it, and the edge's own is not the shop's.
    let answer = ask(&edge, SHOP_KEY, &[("sec-fetch-site", "same-origin")]);
    assert_eq!(answer.code(), "origin_not_allowed");
}

#[test]
fn settings_are_those_of_the_project() {
    let edge = shared();
    let owner = edge.owner();
    let set = json!({ "sampleRate": 0.25, "privacyLevel": "mask" });
    owner.put_project("sampled", &json!({ "name": "Sampled", "settings": set }));
    let origins = [SHOP_ORIGIN, "https://pay.example", "https://*.example"];
    owner.put_key("sampled", "mm_ingest_sampled", &origins);
    let settings = |key| ask(&edge, key, &[("origin", SHOP_ORIGIN)]).json();
    assert_eq!(
        settings("mm_ingest_sampled"),
        json!({
            "sampleRate": 0.25,
            "privacyLevel": "mask",
            "origins": [SHOP_ORIGIN, "https://pay.example"],
        })
    );
    assert_eq!(settings(SHOP_KEY), json!({ "origins": [SHOP_ORIGIN] }));
}

#[test]
fn settings_that_mean_nothing_are_not_taken() {
    let edge = shared();
    let owner = edge.owner();
    for settings in [
        json!({ "sampleRate": 25 }),
        json!({ "samplerate": 0.5 }),
        json!({ "recording": "no" }),
        json!({ "scrubbing": { "secret": false } }),
        json!({ "scrubbing": { "keys": [""] } }),
    ] {
        let project = json!({ "name": "Mistaken", "settings": settings });
        let answer = owner.put_json("/api/projects/mistaken", &project);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "invalid_request"),
            "{settings}"
        );
    }
}

#[test]
fn a_recorder_is_told_whether_the_owner_wants_its_session() {
    let edge = shared();
    let (owner, visit) = (edge.owner(), Visit::begin());
    let asked = format!("{SHOP_KEY}&session={}", visit.session);
    let is_wanted = || ask(&edge, &asked, &[("origin", SHOP_ORIGIN)]).json();
    let path = format!("{}/wanted", visit.path());
    assert_eq!(is_wanted(), json!({ "release": false }));

    assert_eq!(
        edge.client().send("PUT", &path, &[], ()).code(),
        "signed_out"
    );
    let foreign = [("origin", "http://evil.example")];
    assert_eq!(
        owner.send("PUT", &path, &foreign, ()).code(),
        "wrong_origin"
    );
    assert_eq!(is_wanted(), json!({ "release": false }));

    assert_eq!(owner.send("PUT", &path, &[], ()).status, 204);
    assert_eq!(owner.send("PUT", &path, &[], ()).status, 204);
    assert_eq!(is_wanted(), json!({ "release": true }));
    let other = format!("{SHOP_KEY}&session={}", Visit::begin().session);
    let answer = ask(&edge, &other, &[("origin", SHOP_ORIGIN)]);
    assert_eq!(answer.json(), json!({ "release": false }));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let nonsense = format!("{SHOP_KEY}&session=all");
    let answer = ask(&edge, &nonsense, &[("origin", SHOP_ORIGIN)]);
    assert_eq!(answer.code(), "session_not_found");
}
