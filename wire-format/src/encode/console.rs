use super::Encoder;
use crate::record::ConsoleMessage;

impl Encoder {
    pub(super) fn console_message(&mut self, message: &ConsoleMessage<'_>) {
        self.out.uint(message.level.number());
        self.out.array(message.values.len());
        for value in &message.values {
            self.text(value);
        }
        self.stack_frames(&message.frames);
    }
}
