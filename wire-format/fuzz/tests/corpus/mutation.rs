//! Seeded changes of inputs, of the kinds that find most: what a fuzzer does without knowing the code.

use fastrand::Rng;

/// Bytes that mean something in MessagePack, or are the largest or smallest of their type.
const TELLING_BYTES: [u8; 14] = [
    0x00, 0x01, 0x7f, 0x80, 0x90, 0xa0, 0xc0, 0xc1, 0xc4, 0xcf, 0xdc, 0xdd, 0xe0, 0xff,
];

/// Changes an input in a few places; `other` lends pieces.
pub(crate) fn mutate(input: &[u8], other: &[u8], random: &mut Rng) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..random.usize(1..=4) {
        change(&mut bytes, other, random);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, other: &[u8], random: &mut Rng) {
    let start = random.usize(..=bytes.len());
    let end = random.usize(start..=bytes.len().min(start + 16));
    match (random.u8(..6), bytes.get_mut(start)) {
        (0, Some(byte)) => *byte = TELLING_BYTES[random.usize(..TELLING_BYTES.len())],
        (1, Some(byte)) => *byte ^= 1 << random.u8(..8),
        (2, Some(byte)) => *byte = byte.wrapping_add([1, 0xff][random.usize(..2)]),
        (3, _) => drop(bytes.drain(start..end)),
        (4, _) => {
            let piece = bytes[start..end].to_vec();
            bytes.splice(start..start, piece);
        }
        _ => {
            let from = random.usize(..=other.len());
            let piece = &other[from..other.len().min(from + random.usize(..32))];
            bytes.splice(start..end, piece.iter().copied());
        }
    }
}
