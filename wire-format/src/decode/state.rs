use super::Decoder;
use crate::error::{DecodeError, Result};
use crate::limits::BITMAP_BYTES_MAX;
use crate::state::{Media, PrivacyMark, State, TopLayer, TopLayerKind};

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
            10 => State::SheetMedia(self.text()?),
            11 => State::Address(self.text()?),
            12 => State::DefinedElement(self.text()?),
            13 => {
                let unknown = self.input.array_of(3)?;
                let state = State::Placeholder {
                    width: self.input.u32("width")?,
                    height: self.input.u32("height")?,
                    origin: self.text()?,
                };
                self.input.skip(unknown)?;
                state
            }
            14 => State::Indeterminate(self.input.bool()?),
            15 => {
                let unknown = self.input.array_of(2)?;
                let state = State::TopLayer(TopLayer {
                    kind: self.number(TopLayerKind::from_number, "top layer kind")?,
                    order: self.input.u32("top layer order")?,
                });
                self.input.skip(unknown)?;
                state
            }
            16 => {
                let unknown = self.input.array_of(4)?;
                let mut numbers = [0; 4];
                for number in &mut numbers {
                    *number = self.input.u32("media state")?;
                }
                self.input.skip(unknown)?;
                State::Media(Media::from_numbers(numbers))
            }
            17 => State::Source(self.text()?),
            18 => State::Bitmap(self.bitmap()?.into()),
            19 => State::Animations(self.text()?),
            20 => State::Files(self.input.u32("file count")?),
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

    fn bitmap(&mut self) -> Result<&'a [u8]> {
        let picture = self.input.bin()?;
        if picture.len() > BITMAP_BYTES_MAX {
            return Err(DecodeError::LimitExceeded {
                what: "bytes of a bitmap",
                limit: BITMAP_BYTES_MAX,
            });
        }
        Ok(picture)
    }
}
