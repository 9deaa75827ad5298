//! The list of sessions, page by page.

use serde_json::Value;
use wire_format::Record;

use monitorme_tests::client::Client;
use monitorme_tests::edge::shared;
use monitorme_tests::visit::{self, Visit};

/// Follows the list to its end.
pub(crate) fn read(owner: &Client, per_page: usize) -> Vec<Value> {
    let mut list = Vec::new();
    let mut path = format!("/api/sessions?limit={per_page}");
    loop {
        let page = owner.get(&path).json();
        let sessions = page["sessions"].as_array().unwrap();
        assert!((1..=per_page).contains(&sessions.len()), "{page}");
        list.extend_from_slice(sessions);
        let Some(next) = page["next"].as_str() else {
            return list;
        };
        path = format!("/api/sessions?limit={per_page}&before={next}");
    }
}

#[test]
fn pages_lead_through_all_sessions_newest_first() {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    let visits: Vec<_> = (0..5).map(|_| Visit::begin()).collect();
    for visit in &visits {
        client.post_batch(&visit.batch(0));
    }

    let list = read(&owner, 2);
    let place = |session: &Value| {
        let id = session["id"].as_str().unwrap().to_owned();
        (session["started_at_ms"].as_u64().unwrap(), id)
    };
    let places: Vec<_> = list.iter().map(place).collect();
    assert!(places.is_sorted_by(|one, other| one >= other), "{places:?}");
    for visit in &visits {
        let place = (visit.started_at_ms, visit.session.to_string());
        let count = places.iter().filter(|found| **found == place).count();
        assert_eq!(count, 1, "{place:?}");
    }
}

#[test]
fn sessions_are_found_by_what_is_known_of_them() {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    let visit = Visit::begin();
    let at_ms = visit.started_at_ms;
    let user = format!("{}@shop.example", visit.session);
    let identify = Record::Identify {
        user_id: user.as_str().into(),
        traits_json: None,
    };
    let records = [
        (at_ms, visit::page()),
        (at_ms, visit::load()),
        (at_ms, identify),
        (at_ms + 1_500, visit::page_error()),
    ];
    client.post_batch(&visit.batch_of(0, &records));

    let found = |query: &str| {
        let path = format!("/api/sessions?user={user}&{query}");
        let page = owner.get(&path).json();
        let sessions = page["sessions"].as_array().unwrap();
        assert!(page["next"].is_null(), "{page}");
        sessions
            .iter()
            .any(|session| session["id"] == visit.session.to_string())
    };
    let later_ms = at_ms + 1;
    for query in [
        "has=errors",
        "project=demo",
        &format!("from_ms={at_ms}"),
        &format!("to_ms={later_ms}"),
        "url=SHOP.example/dogs",
        "duration_ms_min=1500",
        "has=errors&url=dogs&duration_ms_min=1",
    ] {
        assert!(found(query), "{query}");
    }
    for query in [
        "has=rage_clicks",
        "has=errors&has=failed_requests",
        "project=other",
        &format!("from_ms={later_ms}"),
        &format!("to_ms={at_ms}"),
        "url=cats",
        "url=sh_p",
        "url=%25dogs",
        "duration_ms_min=1501",
        "browser=Netscape",
        "country=XX",
        "os=BeOS",
        "device=watch",
    ] {
        assert!(!found(query), "{query}");
    }
    for query in ["usr=ada", "has=error", "from_ms=now"] {
        let answer = owner.get(&format!("/api/sessions?{query}"));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "invalid_request")
        );
    }
}

#[test]
fn a_page_holds_fifty_sessions_unless_asked_otherwise() {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    for _ in 0..51 {
        client.post_batch(&Visit::begin().batch(0));
    }
    let page = owner.get("/api/sessions").json();
    assert_eq!(page["sessions"].as_array().unwrap().len(), 50);
    assert!(page["next"].is_string());
}
