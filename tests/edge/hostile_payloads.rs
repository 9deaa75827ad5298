//! Batches whose envelope is right and whose payload is made to do harm.

use wire_format::limits;

use monitorme_tests::damage::{with_payload, with_stored_payload};
use monitorme_tests::refusal::assert_all_invalid;
use monitorme_tests::visit::Visit;

#[test]
fn a_few_bytes_that_claim_to_be_megabytes() {
    let visit = Visit::begin();
    let claims = [
        limits::DECODED_BYTES_MAX as u32,
        limits::DECODED_BYTES_MAX as u32 + 1,
        u32::MAX,
    ];
    assert_all_invalid(
        &visit,
        claims.map(|length| with_payload(&visit.batch(0), 1, length, b"\x1f\x00\x01\x00")),
    );
    assert_all_invalid(
        &visit,
        claims.map(|length| with_payload(&visit.batch(0), 0, length, b"few")),
    );
}

#[test]
fn a_bomb_that_is_what_it_claims() {
    let visit = Visit::begin();
    let bomb = |size_bytes: usize| {
        let compressed = lz4_flex::block::compress(&vec![0; size_bytes]);
        assert!(compressed.len() < limits::BATCH_BYTES_MAX);
        with_payload(&visit.batch(0), 1, size_bytes as u32, &compressed)
    };
    // Below the cap it is decompressed and found to be no records; above it is not decompressed.
    let sizes = [
        limits::DECODED_BYTES_MAX,
        limits::DECODED_BYTES_MAX + 1,
        8 * limits::DECODED_BYTES_MAX,
    ];
    assert_all_invalid(&visit, sizes.map(bomb));
}

#[test]
fn a_decoded_length_that_is_not_true() {
    let visit = Visit::begin();
    let payload = [0; 100];
    let compressed = lz4_flex::block::compress(&payload);
    let lies = [0, 99, 101, 1_000];
    assert_all_invalid(
        &visit,
        lies.map(|length| with_payload(&visit.batch(0), 1, length, &compressed)),
    );
    assert_all_invalid(
        &visit,
        lies.map(|length| with_payload(&visit.batch(0), 0, length, &payload)),
    );
}

#[test]
fn records_that_are_not_what_the_format_says() {
    let visit = Visit::begin();
    // MessagePack: 92 is an array of two, 91 of one, 90 an empty one; 0c is the kind "custom event".
    let payloads: [&[u8]; 10] = [
        // no payload; another type; one element too few
        b"",
        b"\xc0",
        b"\x91\x90",
        // no string, but a reference to the next one; to one that was never named
        b"\x92\x90\x91\x94\x0c\x00\x00\xc0",
        b"\x92\x91\xa1x\x91\x94\x0c\x00\x07\xc0",
        // a string that nothing refers to
        b"\x92\x91\xa1x\x91\x93\x09\x00\xc3",
        // counts far beyond the bytes: of strings, of records, of pointer samples
        b"\x92\xdd\xff\xff\xff\xff",
        b"\x92\x90\xdd\xff\xff\xff\xff",
        b"\x92\x90\x91\x94\x03\x00\x00\xdd\xff\xff\xff\xff",
        // a string that is not UTF-8
        b"\x92\x91\xa2\xff\xfe\x91\x94\x0c\x00\x00\xc0",
    ];
    // The model holds one record, as the payloads claim to.
    let model = visit.batch(1);
    assert_all_invalid(
        &visit,
        payloads.map(|payload| with_stored_payload(&model, payload)),
    );
}

#[test]
fn a_forest_whose_columns_do_not_fit_together() {
    let visit = Visit::begin();
    let model = visit.batch(1);
    // A full snapshot of 1 document that has 1,000,000 children, of which none follows.
    let forest = b"\x96\xc4\x01\x01\x91\x00\x91\xce\x00\x0f\x42\x40\x90\x90\x90";
    let payload = [
        b"\x92\x91\xa1x\x91\x96\x01\x00\x00\x01\x01".as_slice(),
        forest,
    ]
    .concat();
    assert_all_invalid(&visit, [with_stored_payload(&model, &payload)]);
}

#[test]
fn nesting_without_end() {
    let visit = Visit::begin();
    let model = visit.batch(1);
    // An element behind those the format knows is skipped, however it is nested.
    let payload = [
        b"\x92\x90\x91\x94\x09\x00\xc3".as_slice(),
        &[0x91; 1_000_000],
        b"\xc0",
    ]
    .concat();
    assert_all_invalid(&visit, [with_stored_payload(&model, &payload)]);
}
