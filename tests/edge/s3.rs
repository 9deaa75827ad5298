//! What can only go wrong where blobs are in a store that speaks the protocol of S3.

use std::net::TcpListener;

use crate::blobs::{large_sheet, stored};
use crate::sheets::post;
use crate::storage_failure::fill_a_segment;
use monitorme_tests::edge::{Edge, alone};
use monitorme_tests::runtime::Runtime;
use monitorme_tests::visit::Visit;

fn is_tested() -> bool {
    Runtime::of_these_tests() == Runtime::WorkerdWithS3
}

#[test]
fn a_wrong_secret_stores_nothing_and_the_log_says_what_is_wrong() {
    if !is_tested() {
        return;
    }
    let wrong = [("S3_SECRET_ACCESS_KEY", "wrong")];
    let edge = Edge::start_fresh_with("s3-wrong-secret", &wrong);
    let (client, visit) = (edge.client(), Visit::begin());
    let sheet = large_sheet(1);
    let answer = post(&client, "/v1/sheets", &sheet.bytes);
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (503, "storage_unavailable")
    );
    assert!(edge.log().contains("may S3_ACCESS_KEY_ID get, put, delete"));

    // Only answers with a body have a code, and a store may hang up before it has taken in an object.
    assert_eq!(client.post_batch(&visit.batch(0)).status, 202);
    let token = format!("Bearer {}", edge.api_token());
    let path = format!("{}/sheets/{}", visit.path(), sheet.hash);
    let answer = client.send("GET", &path, &[("authorization", token.as_str())], ());
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (503, "storage_unavailable")
    );
    assert!(edge.log().contains("SignatureDoesNotMatch"));
    assert!(edge.log().contains("is S3_SECRET_ACCESS_KEY right?"));
    assert!(!edge.stores().has_segments());
}

#[test]
fn settings_that_are_not_complete_are_no_store() {
    if !is_tested() {
        return;
    }
    let edge = Edge::start_misconfigured("s3-incomplete", &[("S3_REGION", "")]);
    assert_eq!(edge.client().get("/healthz").status, 503);
    assert!(
        edge.log()
            .contains("S3_ENDPOINT is set, but S3_REGION is not")
    );
}

#[test]
fn a_store_that_does_not_answer_is_not_waited_for_for_ever() {
    if !is_tested() {
        return;
    }
    // It takes connections, and that is all.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", silent.local_addr().unwrap());
    let edge = Edge::start_fresh_with("s3-silent", &[("S3_ENDPOINT", &endpoint)]);
    let answer = post(&edge.client(), "/v1/sheets", &large_sheet(1).bytes);
    assert_eq!(answer.code(), "storage_unavailable");
    let said = "S3_ENDPOINT is out of reach: it does not answer in time";
    assert!(edge.log().contains(said));
}

#[test]
fn an_object_that_is_cut_off_on_its_way_leaves_nothing() {
    if !is_tested() {
        return;
    }
    let edge = alone();
    let (client, sheet) = (edge.client(), large_sheet(3_000_000));
    let stores = edge.stores();
    stores.way_to_blobs().cut_after(1_000_000);
    let answer = post(&client, "/v1/sheets", &sheet.bytes);
    stores.way_to_blobs().mend();
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (503, "storage_unavailable")
    );
    assert!(!stores.has_sheet(&sheet.hash.to_string()));

    assert_eq!(post(&client, "/v1/sheets", &sheet.bytes).status, 201);
    assert!(stores.has_sheet(&sheet.hash.to_string()));
    assert_eq!(stored(&edge, &sheet), sheet.bytes);
}

#[test]
fn an_object_that_is_cut_off_on_its_way_back_is_not_taken_for_whole() {
    if !is_tested() {
        return;
    }
    let edge = alone();
    let (owner, visit) = (edge.owner(), Visit::begin());
    fill_a_segment(&edge, &visit);
    let whole = visit.stored_batches(&owner);
    let stores = edge.stores();
    stores.way_to_blobs().cut_after(100_000);
    let answer = owner.try_get(&format!("{}/records", visit.path()));
    stores.way_to_blobs().mend();
    assert!(answer.is_none(), "{answer:?}");
    assert_eq!(visit.stored_batches(&owner), whole);
}
