use super::Decoder;
use crate::error::Result;
use crate::record::{ErrorCause, ErrorOrigin, LoadFailure, PageError, PolicyViolation, StackFrame};

impl<'a> Decoder<'a> {
    pub(super) fn page_error(&mut self) -> Result<PageError<'a>> {
        Ok(PageError {
            origin: self.number(ErrorOrigin::from_number, "error origin")?,
            name: self.optional_text()?,
            message: self.text()?,
            source: self.text()?,
            line: self.input.u32("line")?,
            column: self.input.u32("column")?,
            frames: self.stack_frames()?,
            causes: self.error_causes()?,
        })
    }

    fn error_causes(&mut self) -> Result<Vec<ErrorCause<'a>>> {
        let count = self.groups(3)?;
        self.list(count, |decoder| {
            Ok(ErrorCause {
                name: decoder.optional_text()?,
                message: decoder.text()?,
                frames: decoder.stack_frames()?,
            })
        })
    }

    pub(super) fn stack_frames(&mut self) -> Result<Vec<StackFrame<'a>>> {
        let count = self.groups(4)?;
        self.list(count, |decoder| {
            Ok(StackFrame {
                function: decoder.text()?,
                url: decoder.text()?,
                line: decoder.input.u32("line")?,
                column: decoder.input.u32("column")?,
            })
        })
    }

    pub(super) fn load_failure(&mut self) -> Result<LoadFailure<'a>> {
        Ok(LoadFailure {
            node: self.optional_node()?,
            tag: self.text()?,
            url: self.text()?,
        })
    }

    pub(super) fn policy_violation(&mut self) -> Result<PolicyViolation<'a>> {
        Ok(PolicyViolation {
            directive: self.text()?,
            blocked: self.text()?,
            source: self.text()?,
            line: self.input.u32("line")?,
            column: self.input.u32("column")?,
            is_enforced: self.input.bool()?,
        })
    }
}
