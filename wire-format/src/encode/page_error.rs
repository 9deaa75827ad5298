use super::Encoder;
use crate::id::NodeId;
use crate::record::{LoadFailure, PageError, PolicyViolation, StackFrame};

impl Encoder {
    pub(super) fn page_error(&mut self, error: &PageError<'_>) {
        self.out.uint(error.origin.number());
        self.optional_text(error.name.as_deref());
        self.text(&error.message);
        self.text(&error.source);
        self.out.uint(error.line);
        self.out.uint(error.column);
        self.stack_frames(&error.frames);
        self.out.array(3 * error.causes.len());
        for cause in &error.causes {
            self.optional_text(cause.name.as_deref());
            self.text(&cause.message);
            self.stack_frames(&cause.frames);
        }
    }

    pub(super) fn stack_frames(&mut self, frames: &[StackFrame<'_>]) {
        self.out.array(4 * frames.len());
        for frame in frames {
            self.text(&frame.function);
            self.text(&frame.url);
            self.out.uint(frame.line);
            self.out.uint(frame.column);
        }
    }

    pub(super) fn load_failure(&mut self, failure: &LoadFailure<'_>) {
        self.out.uint(failure.node.map_or(0, NodeId::get));
        self.text(&failure.tag);
        self.text(&failure.url);
    }

    pub(super) fn policy_violation(&mut self, violation: &PolicyViolation<'_>) {
        self.text(&violation.directive);
        self.text(&violation.blocked);
        self.text(&violation.source);
        self.out.uint(violation.line);
        self.out.uint(violation.column);
        self.out.bool(violation.is_enforced);
    }
}
