use wire_format::NodeId;
use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::record::{
    ConsoleLevel, Frustration, FrustrationKind, PointerAction, PointerActionKind, Record,
};
use wire_format::state::{Media, State};

use super::click_target::ClickTarget;
use crate::limits::{
    ANSWER_AWAITED_MS, DEAD_CLICKS_WATCHED, RAGE_CLICKS, RAGE_DISTANCE_PX, RAGE_SPAN_MS,
};

/// Watches what follows on clicks.
///
/// A **rage click** is a run of clicks in one place in quick succession that the page did not answer
/// one by one. Steppers and carousels are clicked that way by design, and each click changes
/// something; where the changes come with errors or failed requests, the run counts all the same.
///
/// A **dead click** is one on a control that nothing follows on.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    run: Option<Run>,
    unanswered: Vec<Run>,
    found: Vec<(u64, Frustration)>,
}

/// Clicks in one place.
#[derive(Clone, Debug)]
struct Run {
    first_ms: u64,
    times_ms: Vec<u64>,
    action: PointerAction,
    target: ClickTarget,
    /// Whether the last of the clicks has been answered.
    is_answered: bool,
    answered_count: usize,
    has_failed: bool,
}

impl Clicks {
    pub(super) fn watch(&mut self, mirror: &Mirror, at_ms: u64, record: &Record<'_>) {
        self.settle(at_ms);
        match record {
            Record::PointerAction(action) if action.kind == PointerActionKind::Click => {
                self.click(mirror, at_ms, *action);
            }
            record if is_failure(record) => {
                if let Some(run) = &mut self.run {
                    run.has_failed = true;
                }
            }
            record if is_answer(mirror, record) => self.answer(),
            _ => {}
        }
    }

    /// Whether time will tell something.
    pub(super) const fn is_waiting(&self) -> bool {
        self.run.is_some() || !self.unanswered.is_empty() || !self.found.is_empty()
    }

    pub(super) fn take_frustrations(&mut self, now_ms: u64) -> Vec<Record<'static>> {
        self.settle(now_ms);
        let found = std::mem::take(&mut self.found).into_iter();
        let record = |(first_ms, frustration): (u64, Frustration)| {
            let age_ms = u32::try_from(now_ms.saturating_sub(first_ms)).unwrap_or(u32::MAX);
            Record::Frustration(Frustration {
                age_ms,
                ..frustration
            })
        };
        found.map(record).collect()
    }

    fn click(&mut self, mirror: &Mirror, at_ms: u64, action: PointerAction) {
        let click = Run {
            first_ms: at_ms,
            times_ms: vec![at_ms],
            action,
            target: ClickTarget::of(mirror, action.node),
            is_answered: false,
            answered_count: 0,
            has_failed: false,
        };
        if click.target == ClickTarget::Control {
            self.await_answer(&click);
        }
        match &mut self.run {
            Some(run) if run.is_near(&action) => {
                run.times_ms.push(at_ms);
                run.is_answered = false;
            }
            run => {
                let ended = run.replace(click);
                self.end_run(ended);
            }
        }
    }

    fn await_answer(&mut self, click: &Run) {
        let mut known = self.unanswered.iter_mut();
        if let Some(run) = known.find(|run| run.action.node == click.action.node) {
            run.times_ms.push(click.first_ms);
        } else if self.unanswered.len() < DEAD_CLICKS_WATCHED {
            self.unanswered.push(click.clone());
        }
    }

    fn answer(&mut self) {
        self.unanswered.clear();
        if let Some(run) = &mut self.run
            && !run.is_answered
        {
            run.is_answered = true;
            run.answered_count += 1;
        }
    }

    /// Ends what this time decides.
    fn settle(&mut self, now_ms: u64) {
        let is_over = |run: &mut Run| now_ms.saturating_sub(run.last_ms()) > RAGE_SPAN_MS;
        let ended = self.run.take_if(is_over);
        self.end_run(ended);
        let is_dead = |run: &mut Run| now_ms.saturating_sub(run.first_ms) >= ANSWER_AWAITED_MS;
        for run in self.unanswered.extract_if(.., is_dead) {
            let dead = run.frustration(FrustrationKind::DeadClick);
            self.found.push((run.first_ms, dead));
        }
    }

    fn end_run(&mut self, run: Option<Run>) {
        if let Some(run) = run.filter(Run::is_rage) {
            let rage = run.frustration(FrustrationKind::RageClick);
            self.found.push((run.first_ms, rage));
        }
    }
}

impl Run {
    fn last_ms(&self) -> u64 {
        self.times_ms.last().copied().unwrap_or(self.first_ms)
    }

    fn is_near(&self, action: &PointerAction) -> bool {
        let near = |one: i32, other: i32| one.abs_diff(other) <= RAGE_DISTANCE_PX;
        near(self.action.x, action.x) && near(self.action.y, action.y)
    }

    fn is_rage(&self) -> bool {
        let is_quick = self
            .times_ms
            .windows(RAGE_CLICKS)
            .any(|clicks| matches!(clicks, [first, .., last] if last - first <= RAGE_SPAN_MS));
        let click_count = self.times_ms.len();
        let is_by_design = match self.target {
            ClickTarget::Native => true,
            // Three clicks on a text select its paragraph.
            ClickTarget::Plain if click_count == RAGE_CLICKS => true,
            // The last click may still be waiting for its answer.
            _ => self.answered_count + 1 >= click_count && !self.has_failed,
        };
        is_quick && !is_by_design
    }

    fn frustration(&self, kind: FrustrationKind) -> Frustration {
        Frustration {
            kind,
            age_ms: 0,
            node: self.action.node,
            x: self.action.x,
            y: self.action.y,
            click_count: u32::try_from(self.times_ms.len()).unwrap_or(u32::MAX),
        }
    }
}

fn is_failure(record: &Record<'_>) -> bool {
    match record {
        Record::PageError(_) => true,
        Record::RequestEnd(end) => end.has_failed(),
        Record::Console(message) => message.level == ConsoleLevel::Error,
        _ => false,
    }
}

/// Whether the page shows that it does something; `mirror` is as it was before. What the page only
/// measures or reports is no answer, neither is what it does all the time nor what the visitor does.
fn is_answer(mirror: &Mirror, record: &Record<'_>) -> bool {
    match record {
        Record::State { node, state } => match state {
            State::Bitmap(_) | State::Animations(_) => false,
            State::Media(media) => !has_only_advanced(mirror, *node, *media),
            _ => true,
        },
        // Every click moves the caret, or takes the selection away.
        Record::Selection(ranges) => ranges.iter().any(|range| range.start != range.end),
        // The browser asks for files, or another window came to the front.
        Record::WindowFocus { focused } => !focused,
        Record::FullSnapshot(_)
        | Record::PointerMove(_)
        | Record::PointerAction(_)
        | Record::Viewport { .. }
        | Record::VisualViewport(_)
        | Record::Orientation { .. }
        | Record::CustomEvent { .. }
        | Record::Identify { .. }
        | Record::Discarded { .. }
        | Record::Thinning { .. }
        | Record::Console(_)
        | Record::ConsoleSkipped { .. }
        | Record::PageError(_)
        | Record::LoadFailure(_)
        | Record::PolicyViolation(_)
        | Record::RequestEnd(_)
        | Record::RequestTiming(_)
        | Record::RequestContent(_)
        | Record::WebVital(_)
        | Record::LongFrame(_)
        | Record::ResourceSummary(_)
        | Record::Memory(_)
        | Record::Frustration(_)
        | Record::Tag { .. }
        | Record::Flag { .. }
        | Record::PreviousSession(_)
        | Record::Released(_)
        | Record::Pause { .. }
        | Record::FramedBy { .. } => false,
        Record::Mutation(_)
        | Record::Scroll { .. }
        | Record::Input { .. }
        | Record::Focus { .. }
        | Record::Visibility { .. }
        | Record::Navigation { .. }
        | Record::StyleSheet { .. }
        | Record::RuleEdits { .. }
        | Record::SheetMedia { .. }
        | Record::AdoptedSheets { .. }
        | Record::BlockSize { .. }
        | Record::RequestStart(_) => true,
    }
}

/// Whether a video or an audio element just goes on.
fn has_only_advanced(mirror: &Mirror, node: NodeId, media: Media) -> bool {
    let position_ms = media.position_ms;
    let states = mirror.node(node).map_or(&[][..], MirrorNode::states);
    states.iter().any(
        |state| matches!(state, State::Media(known) if Media { position_ms, ..*known } == media),
    )
}

#[cfg(test)]
mod tests;
