use super::Decoder;
use crate::error::Result;
use crate::state::State;

impl<'a> Decoder<'a> {
    /// A key and its value; `None` for a key that a newer writer added.
    pub(super) fn state(&mut self) -> Result<Option<State<'a>>> {
        let state = match self.input.uint()? {
            1 => State::Value(self.text()?),
            2 => State::Checked(self.input.bool()?),
            3 => State::Selected(self.input.bool()?),
            4 => {
                let unknown = self.input.array_of(2)?;
                let state = State::Scroll {
                    x: self.input.i32("scroll x")?,
                    y: self.input.i32("scroll y")?,
                };
                self.input.skip(unknown)?;
                state
            }
            5 => State::Rules(self.rules()?),
            6 => State::Quirks(self.input.bool()?),
            7 => State::ArchivedText(self.sheet_hash()?),
            8 => State::AdoptedSheets(self.sheet_ids()?),
            9 => State::ConstructedSheets(self.constructed_sheets()?),
            10 => State::Media(self.text()?),
            _ => {
                self.input.skip(1)?;
                return Ok(None);
            }
        };
        Ok(Some(state))
    }
}
