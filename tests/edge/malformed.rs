//! Bytes that are no batch: refused with a reason, and nothing else happens.
//!
//! What makes a batch valid is `docs/wire-format.md`.

use wire_format::OpenBatch;
use wire_format::summary::BatchSummary;

use monitorme_tests::client::Client;
use monitorme_tests::damage::{CODEC_OFFSET, VERSION_OFFSET, with_byte};
use monitorme_tests::edge::{SHOP_KEY, SHOP_ORIGIN, shared};
use monitorme_tests::refusal::{
    assert_all_invalid, assert_nothing_stored, assert_refused, assert_still_serving,
};
use monitorme_tests::visit::{self, Visit};

#[test]
fn a_body_that_is_encoded_once_more_is_refused_for_that_reason() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let path = format!("/v1/batches?ingest_key={SHOP_KEY}");
    let send = |encoding| {
        let headers = [("origin", SHOP_ORIGIN), ("content-encoding", encoding)];
        client.send("POST", &path, &headers, visit.batch(0).as_slice())
    };
    for encoding in ["gzip", "br", "x"] {
        assert_refused(&send(encoding), 415, "unsupported_encoding");
    }
    assert_nothing_stored(&visit, &owner);
    assert_eq!(send("identity").status, 202);
}

#[test]
fn bytes_that_are_something_else() {
    let visit = Visit::begin();
    let texts: [&[u8]; 4] = [b"", b"{}", b"MMWS\x01", b"MMWB"];
    assert_all_invalid(&visit, texts.map(<[u8]>::to_vec));
    assert_all_invalid(
        &visit,
        (0..4).map(|offset| with_byte(visit.batch(0), offset, b'?')),
    );
}

#[test]
fn a_version_or_a_codec_of_the_future() {
    let visit = Visit::begin();
    assert_all_invalid(
        &visit,
        [0, 2, 255].map(|version| with_byte(visit.batch(0), VERSION_OFFSET, version)),
    );
    assert_all_invalid(
        &visit,
        [2, 255].map(|codec| with_byte(visit.batch(0), CODEC_OFFSET, codec)),
    );
}

#[test]
fn every_beginning_of_a_batch() {
    let visit = Visit::begin();
    let whole = visit.batch(0);
    assert_all_invalid(
        &visit,
        (0..whole.len()).map(|length| whole[..length].to_vec()),
    );
}

#[test]
fn a_batch_with_bytes_behind_its_end() {
    let visit = Visit::begin();
    assert_all_invalid(
        &visit,
        [b"\0".as_slice(), b"MMWB", &[0; 1_000]].map(|extra| [&visit.batch(0), extra].concat()),
    );
}

/// A flipped bit may leave a batch that says something else and is valid. So the verdict of the
/// edge is compared with that of the decoder.
#[test]
fn every_batch_with_a_flipped_bit_is_judged_as_the_decoder_judges_it() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let whole = visit.batch(0);
    let is_valid =
        |batch: &[u8]| OpenBatch::open(batch).is_ok_and(|open| BatchSummary::of(&open).is_ok());
    let mut verdicts = [0, 0];
    for bit in (0..whole.len() * 8).step_by(3) {
        let flipped = with_byte(whole.clone(), bit / 8, whole[bit / 8] ^ (1 << (bit % 8)));
        let expected = if is_valid(&flipped) { 202 } else { 400 };
        assert_eq!(client.post_batch(&flipped).status, expected, "bit {bit}");
        verdicts[usize::from(expected == 202)] += 1;
    }
    assert!(
        verdicts[0] > 0 && verdicts[1] > 0,
        "both verdicts occur: {verdicts:?}"
    );
    assert_still_serving(&client, &owner);
}

#[test]
fn times_that_cannot_be() {
    let now_ms = visit::now_ms();
    let day_ms = 24 * 60 * 60 * 1000;
    for (started_at_ms, field) in [
        (now_ms + 2 * 60_000, "ended_at"),
        (now_ms - 31 * day_ms, "started_at"),
    ] {
        let visit = Visit {
            started_at_ms,
            ..Visit::begin()
        };
        let edge = shared();
        let answer = edge.client().post_batch(&visit.batch(0));
        assert_refused(&answer, 400, "invalid_batch");
        assert_eq!(answer.json()["error"]["field"], field);
        assert_nothing_stored(&visit, &edge.owner());
    }
}

#[test]
fn the_message_names_the_cause() {
    let edge = shared();
    let visit = Visit::begin();
    let message = |client: &Client, batch: &[u8]| {
        client.post_batch(batch).json()["error"]["message"].to_string()
    };
    let client = edge.client();
    assert!(message(&client, b"{\"events\":[]}").contains("not a MonitorMe batch"));
    assert!(message(&client, &with_byte(visit.batch(0), VERSION_OFFSET, 9)).contains("version 9"));
    assert!(message(&client, &with_byte(visit.batch(0), CODEC_OFFSET, 9)).contains("codec 9"));
}
