use super::Decoder;
use crate::error::{DecodeError, Result};
use crate::state::{PrivacyMark, State};

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
            5 => State::Css(self.text()?),
            6 => State::Quirks(self.input.bool()?),
            26 => State::Privacy(self.privacy_mark()?),
            _ => {
                self.input.skip(1)?;
                return Ok(None);
            }
        };
        Ok(Some(state))
    }

    fn privacy_mark(&mut self) -> Result<PrivacyMark> {
        let unknown = self.input.array_of(3)?;
        let number = self.input.u32("privacy mark")?;
        let size = (self.input.u32("width")?, self.input.u32("height")?);
        self.input.skip(unknown)?;
        PrivacyMark::from_number(number, size).ok_or(DecodeError::OutOfRange("privacy mark"))
    }
}
