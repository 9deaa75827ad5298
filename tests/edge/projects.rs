//! The owner's projects and their ingest keys.

use serde_json::{Value, json};

use monitorme_tests::client::Client;
use monitorme_tests::edge::{SHOP_ORIGIN, alone, shared};
use monitorme_tests::visit::Visit;

const KEYS: &str = "/api/projects/demo/ingest-keys";

fn create(owner: &Client, key: &Value) -> (String, String) {
    let answer = owner.post_json(KEYS, key);
    assert_eq!(answer.status, 201, "{answer:?}");
    let json = answer.json();
    let text = |name: &str| json[name].as_str().unwrap().to_owned();
    (text("key"), text("id"))
}

fn listed(owner: &Client, id: &str) -> Value {
    let list = owner.get(KEYS).json();
    let keys = list["ingest_keys"].as_array().unwrap();
    keys.iter().find(|key| key["id"] == id).unwrap().clone()
}

#[test]
fn projects_are_made_changed_and_listed() {
    let edge = shared();
    let owner = edge.owner();
    let settings = json!({ "sampleRate": 0.5 });
    owner.put_project("made", &json!({ "name": " Made ", "settings": settings }));
    // What is not said stays.
    owner.put_project("made", &json!({ "name": "Made again" }));
    let list = owner.get("/api/projects").json();
    let projects = list["projects"].as_array().unwrap();
    let made = projects.iter().find(|project| project["id"] == "made");
    assert_eq!(
        made.unwrap(),
        &json!({ "id": "made", "name": "Made again", "settings": settings, "retention_days": 90, "batches_per_day_max": null, "archived_bytes": 0 })
    );
}

#[test]
fn a_made_key_works_for_its_origins_and_for_no_others() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let origins = ["https://shop.example", "https://*.shop.example"];
    let (key, id) = create(
        &owner,
        &json!({ "kind": "browser", "allowed_origins": origins }),
    );
    assert_eq!(key, id, "there is nothing secret about it");
    assert_eq!(listed(&owner, &id)["allowed_origins"], json!(origins));
    let status = |origin| {
        let answer = client.post_batch_as(Some(&key), Some(origin), &visit.batch(0));
        answer.status
    };
    assert_eq!(status("https://shop.example"), 202);
    assert_eq!(status("https://www.shop.example"), 202);
    assert_eq!(status("https://evilshop.example"), 403);
    assert_eq!(status(SHOP_ORIGIN), 403);
}

#[test]
fn the_key_of_a_server_is_told_once_and_is_none_for_pages() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let (key, id) = create(&owner, &json!({ "kind": "server" }));
    assert!(key.starts_with("mm_server_") && !id.contains(&key["mm_server_".len()..]));
    let list = String::from_utf8(owner.get(KEYS).body).unwrap();
    assert!(list.contains(&id) && !list.contains(&key));
    for origin in [Some(SHOP_ORIGIN), None] {
        let answer = client.post_batch_as(Some(&key), origin, &visit.batch(0));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (403, "wrong_key_kind")
        );
    }
    // The id is no key: knowing the list gives nobody access.
    let answer = client.post_batch_as(Some(&id), Some(SHOP_ORIGIN), &visit.batch(0));
    assert_eq!(answer.code(), "wrong_key_kind");
}

#[test]
fn a_rotated_key_works_beside_its_successor_until_its_time_is_over() {
    let mut edge = alone();
    let (owner, visit) = (edge.owner(), Visit::begin());
    let browser = json!({ "kind": "browser", "allowed_origins": [SHOP_ORIGIN] });
    let rotate = |id: &str, revoke_after_s: u64| {
        let body = json!({ "revoke_after_s": revoke_after_s });
        let answer = owner.post_json(&format!("{KEYS}/{id}/rotation"), &body);
        assert_eq!(answer.status, 201, "{answer:?}");
        answer.json()["key"].as_str().unwrap().to_owned()
    };
    let (slowly, _) = create(&owner, &browser);
    let (at_once, _) = create(&owner, &browser);
    let successors = [rotate(&slowly, 3_600), rotate(&at_once, 0)];
    edge.restart();
    let code = |key: &str| {
        let client = edge.client();
        let answer = client.post_batch_as(Some(key), Some(SHOP_ORIGIN), &visit.batch(0));
        (answer.status, answer.code())
    };
    assert_eq!(code(&slowly).0, 202);
    assert_eq!(code(&at_once), (401, "revoked_ingest_key".to_owned()));
    for successor in &successors {
        assert_eq!(code(successor).0, 202);
    }
}

#[test]
fn the_keys_of_a_deleted_project_work_no_more_and_its_id_is_not_used_again() {
    let mut edge = alone();
    let (owner, visit) = (edge.owner(), Visit::begin());
    owner.put_project("gone", &json!({ "name": "Gone" }));
    owner.put_key("gone", "mm_ingest_gone", &[SHOP_ORIGIN]);
    for _ in 0..2 {
        let answer = owner.send("DELETE", "/api/projects/gone", &[], ());
        assert_eq!(answer.status, 204);
    }
    edge.restart();
    let client = edge.client();
    let answer = client.post_batch_as(Some("mm_ingest_gone"), Some(SHOP_ORIGIN), &visit.batch(0));
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (401, "project_deleted")
    );
    let answer = owner.get("/api/projects/gone/ingest-keys");
    assert_eq!(answer.code(), "project_not_found");
    let answer = owner.put_json("/api/projects/gone", &json!({ "name": "Back" }));
    assert_eq!(answer.code(), "project_deleted");
}

#[test]
fn what_cannot_be_is_refused_with_the_field_that_is_wrong() {
    let edge = shared();
    let owner = edge.owner();
    let browser = |origins: Value| json!({ "kind": "browser", "allowed_origins": origins });
    let refused = [
        (KEYS, browser(json!([])), "allowed_origins"),
        (
            KEYS,
            browser(json!(["https://shop.example/"])),
            "allowed_origins",
        ),
        (KEYS, browser(json!(["*"])), "allowed_origins"),
        (
            KEYS,
            browser(json!(vec![SHOP_ORIGIN; 101])),
            "allowed_origins",
        ),
        (
            KEYS,
            json!({ "kind": "server", "allowed_origins": [SHOP_ORIGIN] }),
            "allowed_origins",
        ),
        (KEYS, json!({ "kind": "both" }), "body"),
        (KEYS, json!({ "kind": "server", "origin": "" }), "body"),
    ];
    for (path, body, field) in refused {
        let answer = owner.post_json(path, &body);
        assert_eq!(
            (answer.status, answer.json()["error"]["field"].as_str()),
            (400, Some(field)),
            "{body}"
        );
    }
    let answer = owner.put_json("/api/projects/Shop", &json!({ "name": "Shop" }));
    assert_eq!(answer.json()["error"]["field"], "project");
    let answer = owner.put_json("/api/projects/shop", &json!({ "name": " " }));
    assert_eq!(answer.json()["error"]["field"], "name");
    let origins = json!({ "allowed_origins": [SHOP_ORIGIN] });
    let answer = owner.put_json(&format!("{KEYS}/petshop"), &origins);
    assert_eq!(answer.json()["error"]["field"], "ingest_key");
    let answer = owner.put_json("/api/projects/none/ingest-keys/mm_ingest_1", &origins);
    assert_eq!(answer.code(), "project_not_found");
}

#[test]
fn a_key_belongs_to_one_project() {
    let edge = shared();
    let owner = edge.owner();
    owner.put_project("second", &json!({ "name": "Second" }));
    let origins = json!({ "allowed_origins": ["https://evil.example"] });
    let taken = owner.put_json(
        "/api/projects/second/ingest-keys/mm_ingest_demo_petshop",
        &origins,
    );
    assert_eq!(
        (taken.status, taken.code().as_str()),
        (409, "ingest_key_taken")
    );
    let path = "/api/projects/second/ingest-keys/mm_ingest_demo_petshop";
    assert_eq!(
        owner.send("DELETE", path, &[], ()).code(),
        "ingest_key_not_found"
    );
}

#[test]
fn only_the_owner_and_who_has_the_api_token_may() {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    let authorization = |token: &str| format!("Bearer {token}");
    let right = authorization(&edge.api_token());
    let status = |client: &Client, headers: &[(&str, &str)]| {
        let answer = client.send("GET", "/api/projects", headers, ());
        (answer.status, answer.code())
    };
    assert_eq!(status(&client, &[]), (401, "signed_out".to_owned()));
    assert_eq!(status(&client, &[("authorization", &right)]).0, 200);
    for wrong in ["", "guessed", &edge.api_token()[1..]] {
        let header = authorization(wrong);
        let answer = status(&owner, &[("authorization", &header)]);
        assert_eq!(answer, (401, "wrong_api_token".to_owned()), "{wrong}");
    }
    // A page of another origin cannot act for who is signed in.
    let foreign = [("origin", "http://evil.example")];
    let answer = owner.send("DELETE", "/api/projects/demo", &foreign, ());
    assert_eq!(answer.code(), "wrong_origin");
}
