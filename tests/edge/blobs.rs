//! What a store of blobs promises, whichever it is, as it shows at the edge: sheets are put, looked for
//! and got by their names, segments deleted.

use std::thread;

use wire_format::node::Text;
use wire_format::sheet::SealedSheet;

use crate::sheets::{missing, post, sheet, visit_with};
use crate::storage_failure::fill_a_segment;
use monitorme_tests::client::Client;
use monitorme_tests::edge::{Edge, alone, shared};
use monitorme_tests::refusal::assert_refused;
use monitorme_tests::visit::{Visit, noise};

/// The sheet as it is stored.
pub(crate) fn stored(edge: &Edge, sheet: &SealedSheet) -> Vec<u8> {
    let visit = Visit::begin();
    let answer = edge.client().post_batch(&visit_with(sheet, &visit));
    assert_eq!(answer.status, 202);
    let path = format!("{}/sheets/{}", visit.path(), sheet.hash);
    let answer = edge.owner().get(&path);
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.body
}

/// A sheet that compression cannot make smaller than about this.
pub(crate) fn large_sheet(size_bytes: usize) -> SealedSheet {
    SealedSheet::of(&[Text::Owned(noise(size_bytes))]).unwrap()
}

fn status(client: &Client, sheet: &SealedSheet) -> u16 {
    post(client, "/v1/sheets", &sheet.bytes).status
}

#[test]
fn objects_come_back_as_they_were_stored_whatever_their_size() {
    let edge = shared();
    for size_bytes in [1, 100_000, 3_800_000] {
        let sheet = large_sheet(size_bytes);
        assert_eq!(status(&edge.client(), &sheet), 201);
        assert_eq!(stored(&edge, &sheet), sheet.bytes);
    }
}

#[test]
fn what_many_store_at_once_is_all_there() {
    let edge = shared();
    let same = large_sheet(200_000);
    let others: Vec<_> = (0..8).map(|_| large_sheet(50_000)).collect();
    thread::scope(|scope| {
        for sheet in others.iter().chain([&same; 8]) {
            scope.spawn(|| assert_eq!(status(&edge.client(), sheet), 201));
        }
    });
    for sheet in others.iter().chain([&same]) {
        assert_eq!(stored(&edge, sheet), sheet.bytes);
    }
}

#[test]
fn an_object_outlives_the_death_of_the_runtime() {
    let mut edge = alone();
    let sheet = large_sheet(300_000);
    assert_eq!(status(&edge.client(), &sheet), 201);
    edge.kill();
    edge.restart();
    assert!(missing(&edge.client(), &[sheet.hash]).is_empty());
    assert_eq!(stored(&edge, &sheet), sheet.bytes);
}

#[test]
fn nothing_is_acknowledged_that_a_failing_store_has_not_taken() {
    let edge = alone();
    let (client, first, sheet) = (edge.client(), large_sheet(1), sheet(&Visit::begin()));
    assert_eq!(status(&client, &first), 201);

    edge.stores().break_segments();
    let answer = post(&client, "/v1/sheets", &sheet.bytes);
    edge.stores().mend_segments();

    assert_refused(&answer, 503, "storage_unavailable");
    assert!(answer.header("retry-after").is_some());
    assert_eq!(missing(&client, &[sheet.hash]), sheet.hash.as_bytes());
    assert_eq!(status(&client, &sheet), 201);
    assert_eq!(stored(&edge, &sheet), sheet.bytes);
}

#[test]
fn what_is_gone_is_not_taken_for_empty_and_can_be_deleted() {
    let edge = alone();
    let (owner, visit) = (edge.owner(), Visit::begin());
    fill_a_segment(&edge, &visit);
    edge.stores().lose_segments(&visit);
    let answer = owner.get(&format!("{}/records", visit.path()));
    assert_eq!(answer.code(), "storage_unavailable");
    for _ in 0..2 {
        assert_eq!(owner.send("DELETE", &visit.path(), &[], ()).status, 204);
    }
}
