//! The list of sessions, page by page.

use serde_json::Value;

use monitorme_tests::client::Client;
use monitorme_tests::edge::shared;
use monitorme_tests::visit::Visit;

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
