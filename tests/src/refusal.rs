//! What every refusal must look like.

use crate::client::{Answer, Client};
use crate::edge::{SHOP_ORIGIN, shared};
use crate::visit::Visit;

/// Asserts that a batch was refused: this status and code, readable by the page that sent it.
#[track_caller]
pub fn assert_refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (status, code),
        "{answer:?}"
    );
    assert!(
        answer.json()["error"]["message"]
            .as_str()
            .is_some_and(|message| !message.is_empty())
    );
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some(SHOP_ORIGIN)
    );
    assert_eq!(answer.header("vary"), Some("Origin"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

/// Asserts that a session does not exist.
#[track_caller]
pub fn assert_nothing_stored(visit: &Visit, owner: &Client) {
    let answer = owner.get(&visit.path());
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (404, "session_not_found")
    );
    let answer = owner.get(&format!("{}/records", visit.path()));
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (404, "session_not_found")
    );
}

/// Asserts that the edge goes on to take in what is valid.
#[track_caller]
pub fn assert_still_serving(client: &Client, owner: &Client) {
    let visit = Visit::begin();
    assert_eq!(client.post_batch(&visit.batch(0)).status, 202);
    assert_eq!(visit.stored_batches(owner), [visit.batch(0)]);
}

/// Sends each of these and expects that it is refused, and that nothing comes of it.
#[track_caller]
pub fn assert_all_invalid(visit: &Visit, batches: impl IntoIterator<Item = Vec<u8>>) {
    let edge = shared();
    let (client, owner) = (edge.client(), edge.owner());
    for batch in batches {
        assert_refused(&client.post_batch(&batch), 400, "invalid_batch");
    }
    assert_nothing_stored(visit, &owner);
    assert_still_serving(&client, &owner);
}
