//! Bytes to values. Each file mirrors one of the same name in `encode`.
//!
//! Any input gives a value or a [`DecodeError`], in one pass. Nothing is allocated from a length that the
//! bytes state.

mod console;
mod forest;
mod frustration;
mod mutation;
mod network;
mod page_error;
mod performance;
mod record;
mod selection;
mod session;
mod state;
mod style_sheet;
mod texts;

use crate::error::{DecodeError, Result};
use crate::id::NodeId;
use crate::message_pack::Reader;
use crate::node::Text;
use crate::string_table::StringTableReader;

/// Reads records and follows their references to strings.
#[derive(Debug)]
pub(crate) struct Decoder<'a> {
    pub(crate) strings: StringTableReader<'a>,
    pub(crate) input: Reader<'a>,
    pub(crate) lists: Lists,
}

/// What becomes of the items of lists, those of forests included, once they have been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lists {
    /// Their record holds them.
    Kept,
    /// They are let go of: an item takes up to a hundred times the memory that it takes as bytes.
    Dropped,
}

/// Items that a list has room for from the start: 16. Most lists are shorter; what a longer one states
/// is believed as its items come.
const LIST_ROOM_MAX: usize = 16;

impl<'a> Decoder<'a> {
    fn text(&mut self) -> Result<Text<'a>> {
        let reference = self.input.uint()?;
        self.strings.resolve(reference).map(Text::Borrowed)
    }

    fn optional_text(&mut self) -> Result<Option<Text<'a>>> {
        if self.input.take_nil() {
            Ok(None)
        } else {
            self.text().map(Some)
        }
    }

    fn node(&mut self) -> Result<NodeId> {
        self.optional_node()?
            .ok_or(DecodeError::OutOfRange("node id"))
    }

    fn optional_node(&mut self) -> Result<Option<NodeId>> {
        self.input.u32("node id").map(NodeId::new)
    }

    #[inline]
    fn delta_node(&mut self, sum: &mut Sum) -> Result<NodeId> {
        sum.add_to_node(self.input.int()?)
    }

    /// Reads a list of so many items; it stays empty if lists are dropped.
    fn list<T>(
        &mut self,
        count: usize,
        mut item: impl FnMut(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut items = Vec::new();
        if self.lists == Lists::Kept {
            items.reserve_exact(count.min(LIST_ROOM_MAX));
        }
        for _ in 0..count {
            let item = item(self)?;
            if self.lists == Lists::Kept {
                items.push(item);
            }
        }
        Ok(items)
    }

    /// The number of groups of `size` values in a flat array.
    fn groups(&mut self, size: usize) -> Result<usize> {
        let length = self.input.array()?;
        if length % size == 0 {
            Ok(length / size)
        } else {
            Err(DecodeError::Unexpected("whole groups in a flat array"))
        }
    }
}

/// Adds up a column of differences.
#[derive(Debug, Default)]
struct Sum {
    value: i64,
}

impl Sum {
    #[inline]
    fn add(&mut self, difference: i64) -> Result<i64> {
        self.value = self
            .value
            .checked_add(difference)
            .ok_or(DecodeError::OutOfRange("sum of differences"))?;
        Ok(self.value)
    }

    #[inline]
    fn add_to_node(&mut self, difference: i64) -> Result<NodeId> {
        let number = u32::try_from(self.add(difference)?);
        number
            .ok()
            .and_then(NodeId::new)
            .ok_or(DecodeError::OutOfRange("node id"))
    }
}
