//! Small bodies that unpack to a lot: whatever the encoding, the edge takes no more memory than it may,
//! and ends. [`validate_body`] and [`validate`] check the memory.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use wire_format::limits::{
    BATCH_BYTES_MAX, DECODED_BYTES_MAX, NODES_MAX, RECORDS_PER_BATCH_MAX, SEGMENT_INDEX_BYTES_MAX,
    SHEET_DECODED_BYTES_MAX, STRING_BYTES_MAX, STRINGS_PER_BATCH_MAX, TREE_DEPTH_MAX,
};
use wire_format::segment;
use wire_format_fuzz::input::{Input, batch_around};
use wire_format_fuzz::memory::{VALIDATION_BYTES_MAX, peak_of};
use wire_format_fuzz::{validate, validate_body};

/// Room in a payload for what stands around the part that fills it.
const AROUND_BYTES: usize = 1024;

/// A table of one string, which `NAMING` names for the first time.
const ONE_STRING: [u8; 3] = [0x91, 0xa1, b'a'];
const NAMING: [u8; 5] = [0x94, 53, 0, 0, 1];

const EMPTY: &[u8] = &[0x90];
const EMPTY_FOREST: &[u8] = &[0x96, 0xc4, 0, 0x90, 0x90, 0x90, 0x90, 0x90];

/// What a MessagePack array begins with.
fn array(length: usize) -> Vec<u8> {
    [&[0xdd], (length as u32).to_be_bytes().as_slice()].concat()
}

/// A flat array of the same values, as many times as they fit into a payload.
fn repeated(values: &[u8]) -> Vec<u8> {
    let times = (DECODED_BYTES_MAX - AROUND_BYTES) / values.len();
    [array(times * values.len()), values.repeat(times)].concat()
}

/// A string or binary, with a length of four bytes.
fn long(marker: u8, bytes: &[u8]) -> Vec<u8> {
    let length = (bytes.len() as u32).to_be_bytes();
    [&[marker], length.as_slice(), bytes].concat()
}

const STR: u8 = 0xdb;
const BIN: u8 = 0xc6;

/// A record of these values.
fn record(values: &[&[u8]]) -> Vec<u8> {
    [&[0x90 | values.len() as u8], values.concat().as_slice()].concat()
}

/// The payload of a table of strings and of records.
fn payload(strings: &[u8], records: &[&[u8]]) -> Vec<u8> {
    let head = array(records.len());
    [&[0x92], strings, &head, records.concat().as_slice()].concat()
}

/// The batch around a payload, compressed.
fn batch_of(payload: &[u8]) -> Vec<u8> {
    let stored = batch_around(payload, 0);
    let head = &stored[..stored.len() - payload.len()];
    let mut batch = [head, &lz4_flex::block::compress(payload)].concat();
    batch[5] = 1;
    assert!(payload.len() <= DECODED_BYTES_MAX && batch.len() <= BATCH_BYTES_MAX);
    batch
}

fn is_valid(payload: &[u8]) -> bool {
    validate_body(&batch_of(payload)).is_some()
}

#[test]
fn lists_take_no_memory() {
    let mutation = |removed: &[u8], runs: &[u8], attributes: &[u8], texts: &[u8]| {
        record(&[&[2], &[0], removed, runs, EMPTY_FOREST, attributes, texts])
    };
    let float = [&[0xcb], 1_f64.to_be_bytes().as_slice()].concat();
    let nil = &[0xc0];
    let bombs = [
        record(&[&[3], &[0], &[0], &repeated(&[0, 0, 0, 0])]),
        record(&[
            &[11],
            &[0],
            &[1],
            nil,
            &[1],
            &[1],
            &[0],
            &[0],
            EMPTY,
            &repeated(&[0xc0, 1, 0x90]),
        ]),
        record(&[&[14], &[0], &[1], &repeated(&[1])]),
        record(&[&[16], &[0], &[1], &repeated(&[0, 0, 1])]),
        record(&[&[18], &[0], &[1], &repeated(&[1])]),
        record(&[&[30], &[0], &[1], &[9], &repeated(&[1, 0x90, 0xc0])]),
        record(&[&[31], &[0], &repeated(&[1, 0, 0, 0])]),
        record(&[&[40], &[0], &[1], &repeated(&[1]), EMPTY]),
        record(&[&[40], &[0], &[1], EMPTY, &repeated(&[1, 1, 0, 0])]),
        record(&[&[47], &[0], &[1], &[1], &repeated(&[1, 1]), &[1], &[1]]),
        record(&[&[48], &[0], &[1], &float, &[0], &[1], &repeated(&[0])]),
        record(&[
            &[49],
            &[0],
            &[0],
            &[0],
            &[0],
            &repeated(&[1, 1, 1, 0, 0, 0]),
        ]),
        record(&[&[50], &[0], &repeated(&[1, 0, 0, 0]), EMPTY]),
        record(&[&[50], &[0], EMPTY, &repeated(&[1, 1, 0, 0])]),
        mutation(&repeated(&[1]), EMPTY, EMPTY, EMPTY),
        mutation(EMPTY, &repeated(&[1, 0, 0]), EMPTY, EMPTY),
        mutation(EMPTY, EMPTY, &repeated(&[1, 1, 1]), EMPTY),
        mutation(EMPTY, EMPTY, EMPTY, &repeated(&[1, 1])),
    ];
    for (place, bomb) in bombs.iter().enumerate() {
        assert!(
            is_valid(&payload(&ONE_STRING, &[&NAMING, bomb])),
            "list {place}"
        );
    }
}

/// A full snapshot of a document with a row of elements, which have these attributes.
fn wide_snapshot(elements: usize, attributes: &[u8], states: &[u8]) -> Vec<u8> {
    let kinds = [&[1], vec![3; elements].as_slice()].concat();
    let count = [&[0xce], (elements as u32).to_be_bytes().as_slice()].concat();
    let children = [array(elements + 1), count, vec![0; elements]].concat();
    let forest = [
        vec![0x96],
        long(BIN, &kinds),
        [array(elements + 1), vec![0; elements + 1]].concat(),
        children,
        [array(elements), vec![1; elements]].concat(),
        attributes.to_vec(),
        states.to_vec(),
    ];
    record(&[&[1], &[0], &[1], &[1], &[1], &forest.concat()])
}

#[test]
fn nodes_with_all_they_have_take_no_memory() {
    let elements = NODES_MAX - 1;
    let no_attributes = [array(elements), vec![0; elements]].concat();
    let texts = DECODED_BYTES_MAX - AROUND_BYTES;
    let attribute_count = [&[0xce], ((texts / 2) as u32).to_be_bytes().as_slice()].concat();
    let attributes = [array(1 + texts), attribute_count, vec![1; texts]].concat();
    for bomb in [
        wide_snapshot(elements, &no_attributes, EMPTY),
        wide_snapshot(1, &attributes, EMPTY),
        wide_snapshot(1, &[0x91, 0], &repeated(&[0, 2, 0xc2])),
    ] {
        assert!(is_valid(&payload(&ONE_STRING, &[&NAMING, &bomb])));
    }
}

#[test]
fn what_no_length_can_be_is_refused_before_it_is_looked_for() {
    for count in [u32::MAX, 1 << 31, (1 << 31) - 1] {
        let count = [&[0xce], count.to_be_bytes().as_slice()].concat();
        let attributes = [&[0x91], count.as_slice()].concat();
        let bomb = wide_snapshot(1, &attributes, EMPTY);
        assert!(!is_valid(&payload(&ONE_STRING, &[&NAMING, &bomb])));
    }
    let lies = [0xdd, 0xff, 0xff, 0xff, 0xff];
    assert!(!is_valid(&payload(&lies, &[])));
    assert!(!is_valid(&payload(
        &ONE_STRING,
        &[&record(&[&[40], &[0], &[1], &lies])]
    )));
}

#[test]
fn a_table_of_strings_has_a_limit() {
    let table = |count: usize| [array(count), vec![0xa0; count]].concat();
    let naming = |count: usize| {
        let references = [array(count), vec![0; count]].concat();
        record(&[&[40], &[0], &[1], &references, EMPTY])
    };
    let all = |count| payload(&table(count), &[&naming(count)]);
    assert!(is_valid(&all(STRINGS_PER_BATCH_MAX)));
    assert!(!is_valid(&all(STRINGS_PER_BATCH_MAX + 1)));
    assert!(!is_valid(&payload(&repeated(&[0xa0]), &[])));
}

/// All that takes memory at once: the largest body there can be, whose payload is as large as it may
/// be, with as many strings as there may be.
#[test]
fn the_worst_body_takes_no_more_than_it_may() {
    // Text that LZ4 cannot make smaller, and text that it makes next to nothing of.
    let mut random = fastrand::Rng::with_seed(0);
    let mut text: Vec<u8> = (0..BATCH_BYTES_MAX - 256 * 1024)
        .map(|_| random.alphanumeric() as u8)
        .collect();
    text.resize(STRING_BYTES_MAX, b'a');
    let empty_count = STRINGS_PER_BATCH_MAX - 1;
    let strings = [
        array(STRINGS_PER_BATCH_MAX),
        long(STR, &text),
        vec![0xa0; empty_count],
    ]
    .concat();
    let references = [array(empty_count), vec![0; empty_count]].concat();
    let records = [
        record(&[&[10], &[0], &[1], &[0]]),
        record(&[&[13], &[0], &[1], &[0xc0]]),
        record(&[&[40], &[0], &[1], &references, EMPTY]),
    ];
    let filled = payload(&strings, &[&records[0], &records[1], &records[2]]).len();
    // A record that nobody knows fills up what is left.
    let filler = long(BIN, &vec![0; DECODED_BYTES_MAX - filled - AROUND_BYTES]);
    let filler = record(&[&[0x7f], &[0], &filler]);
    let worst = batch_of(&payload(
        &strings,
        &[&records[0], &records[1], &records[2], &filler],
    ));
    assert!(worst.len() > BATCH_BYTES_MAX * 9 / 10, "{}", worst.len());
    assert!(validate_body(&worst).is_some());
}

/// A long text that every record names is not copied for every record.
#[test]
fn a_text_said_again_and_again_is_copied_once() {
    let text = long(STR, &vec![b'a'; STRING_BYTES_MAX]);
    let first: &[u8] = &record(&[&[13], &[0], &[0], &[0xc0]]);
    let again: &[u8] = &record(&[&[13], &[0], &[1], &[0xc0]]);
    let records = [vec![first], vec![again; RECORDS_PER_BATCH_MAX - 1]].concat();
    assert!(is_valid(&payload(&[vec![0x91], text].concat(), &records)));
}

#[test]
fn what_nobody_knows_is_skipped_in_place() {
    let unknown = |value: &[u8]| payload(&[0x90], &[&record(&[&[0x7f], &[0], value])]);
    let deep = vec![0x91; DECODED_BYTES_MAX - AROUND_BYTES];
    assert!(!is_valid(&unknown(&deep)));
    let nested = [0x91].repeat(30);
    assert!(is_valid(&unknown(&[nested, vec![0xc0]].concat())));
    assert!(is_valid(&unknown(&repeated(&[0x90]))));
    let map = [0xdf, 0xff, 0xff, 0xff, 0xff];
    assert!(!is_valid(&unknown(&map)));
}

#[test]
fn a_tree_of_any_depth_takes_little_memory() {
    let deep = |depth: usize| {
        let kinds = [&[1], vec![3; depth - 1].as_slice()].concat();
        let children = [vec![1; depth - 1], vec![0]].concat();
        let forest = [
            vec![0x96],
            long(BIN, &kinds),
            [array(depth), vec![0; depth]].concat(),
            [array(depth), children].concat(),
            [array(depth - 1), vec![1; depth - 1]].concat(),
            [array(depth - 1), vec![0; depth - 1]].concat(),
            EMPTY.to_vec(),
        ];
        record(&[&[1], &[0], &[1], &[1], &[1], &forest.concat()])
    };
    let is_valid_at = |depth| is_valid(&payload(&ONE_STRING, &[&NAMING, &deep(depth)]));
    assert!(is_valid_at(TREE_DEPTH_MAX));
    // Leaves do not count.
    assert!(!is_valid_at(TREE_DEPTH_MAX + 2));
    assert!(!is_valid_at(NODES_MAX));
}

#[test]
fn a_length_before_compression_is_held_against_the_bytes_there_are() {
    let mut bomb = batch_of(&payload(&ONE_STRING, &[&NAMING]));
    for claim in [
        u32::MAX,
        DECODED_BYTES_MAX as u32 + 1,
        DECODED_BYTES_MAX as u32,
    ] {
        bomb[8..12].copy_from_slice(&claim.to_le_bytes());
        let (valid, peak_bytes) = peak_of(|| validate_body(&bomb));
        assert!(valid.is_none());
        assert!(peak_bytes < AROUND_BYTES, "{peak_bytes}");
    }
}

#[test]
fn a_sheet_of_many_rules_takes_no_memory() {
    let rules = vec![0xa0; SHEET_DECODED_BYTES_MAX - AROUND_BYTES];
    let content = [array(rules.len()), rules].concat();
    let length = (content.len() as u32).to_le_bytes();
    let compressed = lz4_flex::block::compress(&content);
    let sheet = [b"MMWC\x01\x01", length.as_slice(), &compressed].concat();
    validate(&Input::Sheet(&sheet).to_bytes());
}

#[test]
fn an_index_of_many_batches_takes_little_memory() {
    let id = [&[0xc4, 16], [0; 16].as_slice()].concat();
    let entry = [vec![0x97], id.clone(), id, vec![0; 5]].concat();
    let count = (SEGMENT_INDEX_BYTES_MAX - 5) / entry.len();
    let index = [array(count), entry.repeat(count)].concat();
    let length = (index.len() as u32).to_le_bytes();
    let bomb = [b"MMWS\x01\0\0\0", length.as_slice(), &index].concat();
    let (batches, peak_bytes) = peak_of(|| segment::split_all(&bomb).map(|all| all.len()));
    assert_eq!(batches, Ok(count));
    assert!(peak_bytes < VALIDATION_BYTES_MAX, "{peak_bytes}");
}
