//! Which texts of a recording are scrubbed.

use wire_format::Record;
use wire_format::node::Text;
use wire_format::record::{
    ConsoleMessage, LongFrame, PageError, RequestContent, ResourceSummary, StackFrame,
};

use crate::scrubber::{Scrubber, hide};

impl Scrubber {
    /// Scrubs what programs and the page's author wrote into a record, and the addresses of its
    /// document; texts and other attributes of the document stay. Returns how many values were taken
    /// out.
    pub fn record(&self, record: &mut Record<'_>) -> u32 {
        match record {
            Record::FullSnapshot(snapshot) => {
                self.text(&mut snapshot.url) + self.forest(&mut snapshot.forest)
            }
            Record::Mutation(mutation) => self.mutation(mutation),
            Record::Input { state, .. } | Record::State { state, .. } => self.state(state),
            Record::Navigation { url, .. } => self.text(url),
            Record::PageError(error) => self.page_error(error),
            Record::CustomEvent { name, payload_json } => {
                self.text(name) + self.texts(payload_json)
            }
            Record::Identify {
                user_id,
                traits_json,
            } => self.value("user.id", user_id) + self.texts(traits_json),
            Record::Console(message) => self.console_message(message),
            Record::LoadFailure(failure) => self.text(&mut failure.url),
            Record::PolicyViolation(violation) => {
                self.text(&mut violation.blocked) + self.text(&mut violation.source)
            }
            Record::RequestStart(start) => self.text(&mut start.url),
            Record::RequestEnd(end) => self.texts(&mut end.detail),
            Record::RequestContent(content) => self.request_content(content),
            Record::WebVital(vital) => self.text(&mut vital.detail),
            Record::LongFrame(frame) => self.long_frame(frame),
            Record::ResourceSummary(summary) => self.resource_summary(summary),
            Record::Tag { name, value_json } | Record::Flag { name, value_json } => {
                self.json_value(name, value_json)
            }
            // Numbers, sheets, and words of the format and of browsers.
            Record::PointerMove(_)
            | Record::PointerAction(_)
            | Record::Scroll { .. }
            | Record::Viewport { .. }
            | Record::Focus { .. }
            | Record::Visibility { .. }
            | Record::StyleSheet { .. }
            | Record::RuleEdits { .. }
            | Record::SheetMedia { .. }
            | Record::AdoptedSheets { .. }
            | Record::Thinning { .. }
            | Record::BlockSize { .. }
            | Record::Discarded { .. }
            | Record::Selection(_)
            | Record::VisualViewport(_)
            | Record::WindowFocus { .. }
            | Record::Orientation { .. }
            | Record::ConsoleSkipped { .. }
            | Record::RequestTiming(_)
            | Record::Memory(_)
            | Record::Frustration(_)
            | Record::PreviousSession(_)
            | Record::Released(_)
            | Record::Pause { .. }
            | Record::FramedBy { .. } => 0,
        }
    }

    fn page_error(&self, error: &mut PageError<'_>) -> u32 {
        let causes = error.causes.iter_mut();
        let causes =
            causes.map(|cause| self.text(&mut cause.message) + self.frames(&mut cause.frames));
        causes.sum::<u32>()
            + self.text(&mut error.message)
            + self.text(&mut error.source)
            + self.frames(&mut error.frames)
    }

    fn frames(&self, frames: &mut [StackFrame<'_>]) -> u32 {
        let frames = frames.iter_mut();
        frames
            .map(|frame| self.text(&mut frame.function) + self.text(&mut frame.url))
            .sum()
    }

    fn console_message(&self, message: &mut ConsoleMessage<'_>) -> u32 {
        let mut count = self.frames(&mut message.frames);
        let mut is_announced = false;
        for text in &mut message.values {
            let announces = self.announces_value(text);
            count += if is_announced {
                hide(text)
            } else {
                self.text(text)
            };
            is_announced = announces;
        }
        count
    }

    fn request_content(&self, content: &mut RequestContent<'_>) -> u32 {
        let headers = content.headers.iter_mut();
        let headers = headers.map(|header| self.value(&header.name, &mut header.value));
        headers.sum::<u32>() + self.text(&mut content.body)
    }

    fn long_frame(&self, frame: &mut LongFrame<'_>) -> u32 {
        let scripts = frame.scripts.iter_mut();
        scripts
            .map(|script| self.text(&mut script.invoker) + self.text(&mut script.url))
            .sum()
    }

    fn resource_summary(&self, summary: &mut ResourceSummary<'_>) -> u32 {
        let slowest = summary.slowest.iter_mut();
        slowest.map(|resource| self.text(&mut resource.url)).sum()
    }

    fn texts<'t, 'r: 't>(&self, texts: impl IntoIterator<Item = &'t mut Text<'r>>) -> u32 {
        texts.into_iter().map(|text| self.text(text)).sum()
    }
}
