use super::Encoder;
use crate::state::{State, TopLayer};

impl Encoder {
    /// The key and the value of a state.
    pub(super) fn state(&mut self, state: &State<'_>) {
        self.out.uint(state.key());
        match state {
            State::Value(text)
            | State::SheetMedia(text)
            | State::Address(text)
            | State::DefinedElement(text)
            | State::Source(text)
            | State::Animations(text) => self.text(text),
            State::Checked(flag)
            | State::Selected(flag)
            | State::Quirks(flag)
            | State::Indeterminate(flag) => self.out.bool(*flag),
            State::Rules(rules) => self.rules(rules),
            State::ArchivedText(hash) => self.out.bin(hash.as_bytes()),
            State::AdoptedSheets(sheets) => self.sheet_ids(sheets),
            State::ConstructedSheets(sheets) => self.constructed_sheets(sheets),
            State::Scroll { x, y } => {
                self.out.array(2);
                self.out.int(*x);
                self.out.int(*y);
            }
            State::Placeholder {
                width,
                height,
                origin,
            } => {
                self.out.array(3);
                self.out.uint(*width);
                self.out.uint(*height);
                self.text(origin);
            }
            State::TopLayer(TopLayer { kind, order }) => {
                self.out.array(2);
                self.out.uint(kind.number());
                self.out.uint(*order);
            }
            State::Media(media) => {
                let numbers = media.to_numbers();
                self.out.array(numbers.len());
                for number in numbers {
                    self.out.uint(number);
                }
            }
            State::Bitmap(picture) => self.out.bin(picture),
            State::Files(count) => self.out.uint(*count),
            State::Privacy(mark) => {
                let (width, height) = mark.size();
                self.out.array(3);
                self.out.uint(mark.number());
                self.out.uint(width);
                self.out.uint(height);
            }
        }
    }
}
