use super::Decoder;
use crate::error::Result;
use crate::record::{ConsoleLevel, ConsoleMessage};

impl<'a> Decoder<'a> {
    pub(super) fn console_message(&mut self) -> Result<ConsoleMessage<'a>> {
        let level = self.number(ConsoleLevel::from_number, "console level")?;
        let count = self.input.array()?;
        Ok(ConsoleMessage {
            level,
            values: self.list(count, Self::text)?,
            frames: self.stack_frames()?,
        })
    }
}
