//! The archive of style sheets.

use wire_format::Record;
use wire_format::limits::SHEET_BYTES_MAX;
use wire_format::node::Text;
use wire_format::sheet::{Rules, SealedSheet, SheetHash};

use monitorme_tests::client::{Answer, Client};
use monitorme_tests::edge::{SHOP_KEY, SHOP_ORIGIN, alone, shared};
use monitorme_tests::refusal::assert_refused;
use monitorme_tests::visit::Visit;

/// A sheet that no other test has.
pub(crate) fn sheet(visit: &Visit) -> SealedSheet {
    let rules =
        (0..50).map(|number| Text::Owned(format!(".a{number} {{ --of: \"{}\" }}", visit.session)));
    SealedSheet::of(&rules.collect::<Vec<_>>()).unwrap()
}

pub(crate) fn post(client: &Client, path: &str, body: &[u8]) -> Answer {
    let path = format!("{path}?ingest_key={SHOP_KEY}");
    client.send("POST", &path, &[("origin", SHOP_ORIGIN)], body)
}

pub(crate) fn missing(client: &Client, hashes: &[SheetHash]) -> Vec<u8> {
    let body: Vec<u8> = hashes.iter().flat_map(|hash| *hash.as_bytes()).collect();
    let answer = post(client, "/v1/sheets/missing", &body);
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.body
}

/// A visit whose one batch names a sheet.
pub(crate) fn visit_with(sheet: &SealedSheet, visit: &Visit) -> Vec<u8> {
    let record = Record::StyleSheet {
        sheet: wire_format::NodeId::new(4).unwrap(),
        rules: Rules::Archived(sheet.hash),
    };
    visit.batch_of(0, &[(visit.started_at_ms, record)])
}

#[test]
fn a_sheet_is_missing_until_it_is_stored_and_comes_back_as_it_was_sent() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let (sheet, other) = (sheet(&visit), sheet(&Visit::begin()));
    assert_eq!(missing(&client, &[sheet.hash]), sheet.hash.as_bytes());

    let answer = post(&client, "/v1/sheets", &sheet.bytes);
    assert_eq!(
        (answer.status, answer.json()["status"].as_str()),
        (201, Some("stored"))
    );
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some(SHOP_ORIGIN)
    );
    assert_eq!(
        missing(&client, &[sheet.hash, other.hash]),
        other.hash.as_bytes()
    );

    client.post_batch(&visit_with(&sheet, &visit));
    let stored = owner.get(&format!("{}/sheets/{}", visit.path(), sheet.hash));
    assert_eq!((stored.status, stored.body), (200, sheet.bytes));
    let lost = owner.get(&format!("{}/sheets/{}", visit.path(), other.hash));
    assert_eq!(
        (lost.status, lost.code().as_str()),
        (404, "sheet_not_found")
    );
}

#[test]
fn a_sheet_that_is_sent_again_changes_nothing() {
    let edge = shared();
    let (client, sheet) = (edge.client(), sheet(&Visit::begin()));
    for _ in 0..2 {
        assert_eq!(post(&client, "/v1/sheets", &sheet.bytes).status, 201);
    }
    assert!(missing(&client, &[sheet.hash]).is_empty());
}

#[test]
fn nobody_can_put_a_sheet_in_the_place_of_another() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let sheet = sheet(&visit);
    post(&client, "/v1/sheets", &sheet.bytes);
    client.post_batch(&visit_with(&sheet, &visit));
    // Whatever is sent, with whatever name beside it, is stored under its own hash.
    let planted = SealedSheet::of(&["* { display: none }".repeat(60).into()]).unwrap();
    let path = format!("/v1/sheets?ingest_key={SHOP_KEY}&hash={}", sheet.hash);
    assert_eq!(
        client
            .send(
                "POST",
                &path,
                &[("origin", SHOP_ORIGIN)],
                planted.bytes.as_slice()
            )
            .status,
        201
    );
    let stored = owner.get(&format!("{}/sheets/{}", visit.path(), sheet.hash));
    assert_eq!(stored.body, sheet.bytes);
}

#[test]
fn a_full_archive_takes_nothing_but_what_it_has() {
    let edge = alone();
    let (client, had, other) = (
        edge.client(),
        sheet(&Visit::begin()),
        sheet(&Visit::begin()),
    );
    assert_eq!(post(&client, "/v1/sheets", &had.bytes).status, 201);
    let archived = || {
        edge.stores()
            .number_in_index("select max(archived_bytes) from projects")
    };
    let before = archived();
    assert_eq!(post(&client, "/v1/sheets", &had.bytes).status, 201);
    assert_eq!(archived(), before);

    let limit_bytes: u64 = 1024 * 1024 * 1024;
    let fill = |size_bytes: u64| {
        let sql = format!("update projects set archived_bytes = {size_bytes}");
        edge.stores().execute_in_index(&sql);
    };
    fill(limit_bytes - other.bytes.len() as u64 + 1);
    let refused = post(&client, "/v1/sheets", &other.bytes);
    assert_refused(&refused, 413, "archive_full");
    assert_eq!(missing(&client, &[other.hash]), other.hash.as_bytes());
    assert_eq!(post(&client, "/v1/sheets", &had.bytes).status, 201);

    fill(limit_bytes - other.bytes.len() as u64);
    assert_eq!(post(&client, "/v1/sheets", &other.bytes).status, 201);
    fill(before);
}

#[test]
fn what_is_no_sheet_is_refused() {
    let edge = shared();
    let (client, sheet) = (edge.client(), sheet(&Visit::begin()));
    for bytes in [
        &[][..],
        &sheet.bytes[..20],
        &Visit::begin().batch(0),
        &[0; 64],
    ] {
        assert_refused(&post(&client, "/v1/sheets", bytes), 400, "invalid_sheet");
    }
    let too_long = vec![0; SHEET_BYTES_MAX + 1];
    assert_refused(
        &post(&client, "/v1/sheets", &too_long),
        413,
        "body_too_large",
    );
}

#[test]
fn a_question_holds_whole_hashes_and_not_too_many() {
    let edge = shared();
    let client = edge.client();
    assert!(missing(&client, &[]).is_empty());
    assert_refused(
        &post(&client, "/v1/sheets/missing", &[0; 33]),
        400,
        "invalid_request",
    );
    assert_refused(
        &post(&client, "/v1/sheets/missing", &[0; 65 * 32]),
        413,
        "body_too_large",
    );
}

#[test]
fn only_pages_with_the_key_may_ask_and_send_and_only_the_owner_may_read() {
    let edge = shared();
    let (client, visit) = (edge.client(), Visit::begin());
    for path in ["/v1/sheets", "/v1/sheets/missing"] {
        let origin = ("origin", SHOP_ORIGIN);
        let answer = client.send("POST", path, &[origin], &[0; 32][..]);
        assert_refused(&answer, 401, "missing_ingest_key");
        let path = format!("{path}?ingest_key={SHOP_KEY}");
        let answer = client.send(
            "POST",
            &path,
            &[("origin", "https://evil.example")],
            &[0; 32][..],
        );
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (403, "origin_not_allowed")
        );
        assert_eq!(client.send("GET", &path, &[origin], ()).status, 405);
    }
    let answer = client.get(&format!("{}/sheets/{}", visit.path(), "0".repeat(64)));
    assert_eq!((answer.status, answer.code().as_str()), (401, "signed_out"));
}

#[test]
fn hashes_of_another_form_and_unknown_sessions_lead_nowhere() {
    let edge = shared();
    let (owner, visit) = (edge.owner(), Visit::begin());
    let answer = owner.get(&format!("{}/sheets/{}", visit.path(), "0".repeat(64)));
    assert_eq!(answer.code(), "session_not_found");
    edge.client().post_batch(&visit.batch(0));
    for hash in ["0", "..%2F..", &"G".repeat(64)] {
        let answer = owner.get(&format!("{}/sheets/{hash}", visit.path()));
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (404, "sheet_not_found"),
            "{hash}"
        );
    }
}
