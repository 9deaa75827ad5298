//! Values to bytes. Each file mirrors one of the same name in `decode`.

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

use crate::message_pack::Writer;
use crate::string_table::StringTableWriter;

/// Writes records and collects the strings they mention.
#[derive(Clone, Debug, Default)]
pub(crate) struct Encoder {
    pub(crate) strings: StringTableWriter,
    pub(crate) out: Writer,
}

impl Encoder {
    fn text(&mut self, text: &str) {
        let reference = self.strings.reference(text);
        self.out.uint(reference);
    }

    fn optional_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.out.nil(),
        }
    }
}

/// The difference to the value before, as every column of ids or coordinates is written.
#[derive(Clone, Debug, Default)]
struct Delta {
    previous: i64,
}

impl Delta {
    fn of(&mut self, value: impl Into<i64>) -> i64 {
        let value = value.into();
        let difference = value - self.previous;
        self.previous = value;
        difference
    }
}
