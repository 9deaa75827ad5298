use std::ops::Range;

use crate::message_pack::Writer;

/// Slots of the first table: 64, a power of two as every later number of them.
const SLOTS_MIN: usize = 64;

/// Collects strings and gives out references to them.
///
/// It is a hash table with linear probing whose keys are the bytes that it writes: a recorder asks
/// for every name and text of a page, and none is kept a second time.
#[derive(Clone, Debug, Default)]
pub(crate) struct StringTableWriter {
    strings: Writer,
    /// Where each string stands in `strings`.
    places: Vec<Range<usize>>,
    /// References, each at the first free slot behind that of its string's hash; 0 is a free one.
    slots: Vec<u32>,
}

impl StringTableWriter {
    /// The reference to a string: 0 if it is new, which makes it the next string of the table.
    pub(crate) fn reference(&mut self, text: &str) -> u32 {
        if self.slots.len() < 2 * (self.places.len() + 1) {
            self.grow();
        }
        let slot = self.slot_of(text.as_bytes());
        match self.slots.get_mut(slot) {
            Some(free @ 0) => *free = self.places.len() as u32 + 1,
            Some(reference) => return *reference,
            None => {}
        }
        self.strings.str(text);
        let end = self.strings.len();
        self.places.push(end - text.len()..end);
        0
    }

    pub(crate) fn size_bytes(&self) -> usize {
        self.strings.len()
    }

    pub(crate) fn count(&self) -> u32 {
        self.places.len() as u32
    }

    /// The strings in order, one MessagePack value each.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.strings.as_bytes()
    }

    fn grow(&mut self) {
        self.slots = vec![0; SLOTS_MIN.max(2 * self.slots.len())];
        for reference in 1..=self.count() {
            let slot = self.slot_of(self.string(reference));
            if let Some(free) = self.slots.get_mut(slot) {
                *free = reference;
            }
        }
    }

    /// The slot that holds the reference to a string, or the free one where it belongs.
    fn slot_of(&self, string: &[u8]) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = hash(string) as usize & last;
        while let Some(&reference @ 1..) = self.slots.get(slot)
            && self.string(reference) != string
        {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn string(&self, reference: u32) -> &[u8] {
        let place = self.places.get(reference as usize - 1);
        place
            .and_then(|place| self.strings.as_bytes().get(place.clone()))
            .unwrap_or_default()
    }
}

/// FNV-1a (<https://www.rfc-editor.org/rfc/rfc9923>).
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_string_is_new_once() {
        let mut table = StringTableWriter::default();
        let strings: Vec<String> = (0..10_000).map(|number| number.to_string()).collect();
        for string in &strings {
            assert_eq!(table.reference(string), 0);
        }
        for (index, string) in strings.iter().enumerate() {
            assert_eq!(table.reference(string), index as u32 + 1);
        }
        assert_eq!(table.count(), 10_000);
    }

    #[test]
    fn the_empty_string_is_one_too() {
        let mut table = StringTableWriter::default();
        assert_eq!([table.reference(""), table.reference("")], [0, 1]);
        assert_eq!(table.as_bytes(), [0xa0]);
    }
}
