use super::{Delta, Encoder};
use crate::id::NodeId;
use crate::record::{FullSnapshot, PointerAction, PointerMove, Record};

impl Encoder {
    /// A record that happened `delta_ms` after the one before.
    pub(crate) fn record(&mut self, delta_ms: u64, record: &Record<'_>) {
        let (kind, field_count) = shape(record);
        self.out.array(2 + field_count);
        self.out.uint(kind);
        self.out.uint(delta_ms);
        match record {
            Record::FullSnapshot(snapshot) => self.full_snapshot(snapshot),
            Record::Mutation(mutation) => self.mutation(mutation),
            Record::PointerMove(pointer_move) => self.pointer_move(pointer_move),
            Record::PointerAction(action) => self.pointer_action(action),
            Record::Scroll { node, x, y } => {
                self.out.uint(node.get());
                self.out.int(*x);
                self.out.int(*y);
            }
            Record::Viewport { width, height } => {
                self.out.uint(*width);
                self.out.uint(*height);
            }
            Record::Input { node, state } | Record::State { node, state } => {
                self.out.uint(node.get());
                self.state(state);
            }
            Record::Focus { node, focused } => {
                self.out.uint(node.get());
                self.out.bool(*focused);
            }
            Record::Visibility { visible } => self.out.bool(*visible),
            Record::Navigation { how, url } => {
                self.out.uint(how.number());
                self.text(url);
            }
            Record::PageError(error) => self.page_error(error),
            Record::CustomEvent {
                name,
                payload_json: json,
            }
            | Record::Identify {
                user_id: name,
                traits_json: json,
            } => {
                self.text(name);
                self.optional_text(json.as_deref());
            }
            Record::StyleSheet { sheet, rules } => {
                self.out.uint(sheet.get());
                self.rules(rules);
            }
            Record::RuleEdits { sheet, edits } => {
                self.out.uint(sheet.get());
                self.rule_edits(edits);
            }
            Record::SheetMedia { sheet, media } => {
                self.out.uint(sheet.get());
                self.text(media);
            }
            Record::AdoptedSheets { root, sheets } => {
                self.out.uint(root.get());
                self.sheet_ids(sheets);
            }
            Record::Thinning {
                level,
                skipped_count,
            } => {
                self.out.uint(level.number());
                self.out.uint(*skipped_count);
            }
            Record::BlockSize {
                node,
                width,
                height,
            } => {
                self.out.uint(node.get());
                self.out.uint(*width);
                self.out.uint(*height);
            }
            Record::Discarded { reason, count } => {
                self.out.uint(reason.number());
                self.out.uint(*count);
            }
            Record::Selection(ranges) => self.selection(ranges),
            Record::VisualViewport(viewport) => {
                self.out.int(viewport.x);
                self.out.int(viewport.y);
                self.out.uint(viewport.scale_permille);
            }
            Record::WindowFocus { focused } => self.out.bool(*focused),
            Record::Orientation { angle } => self.out.uint(*angle),
            Record::Console(message) => self.console_message(message),
            Record::ConsoleSkipped { count } => self.out.uint(*count),
            Record::LoadFailure(failure) => self.load_failure(failure),
            Record::PolicyViolation(violation) => self.policy_violation(violation),
            Record::RequestStart(start) => self.request_start(start),
            Record::RequestEnd(end) => self.request_end(end),
            Record::RequestTiming(timing) => self.request_timing(timing),
            Record::RequestContent(content) => self.request_content(content),
            Record::WebVital(vital) => self.web_vital(vital),
            Record::LongFrame(frame) => self.long_frame(frame),
            Record::ResourceSummary(summary) => self.resource_summary(summary),
            Record::Memory(memory) => self.memory(memory),
            Record::Frustration(frustration) => self.frustration(frustration),
            Record::Tag { name, value_json } | Record::Flag { name, value_json } => {
                self.text(name);
                self.text(value_json);
            }
            Record::PreviousSession(session) => self.out.bin(session.as_bytes()),
            Record::Released(release) => self.release(release),
            Record::Pause { paused } => self.out.bool(*paused),
            Record::FramedBy { window, node } => {
                self.out.bin(window.as_bytes());
                self.out.uint(node.get());
            }
        }
    }

    fn full_snapshot(&mut self, snapshot: &FullSnapshot<'_>) {
        self.text(&snapshot.url);
        self.out.uint(snapshot.width);
        self.out.uint(snapshot.height);
        self.forest(&snapshot.forest);
    }

    fn pointer_move(&mut self, pointer_move: &PointerMove) {
        self.out.uint(pointer_move.pointer.number());
        self.out.array(4 * pointer_move.samples.len());
        let (mut age, mut node, mut x, mut y) = <(Delta, Delta, Delta, Delta)>::default();
        for sample in &pointer_move.samples {
            // Samples run from the newest to the oldest, so ages only grow.
            self.out.uint(age.of(sample.age_ms).unsigned_abs());
            self.out.int(node.of(sample.node.map_or(0, NodeId::get)));
            self.out.int(x.of(sample.x));
            self.out.int(y.of(sample.y));
        }
    }

    fn pointer_action(&mut self, action: &PointerAction) {
        self.out.uint(action.kind.number());
        self.out.uint(action.node.map_or(0, NodeId::get));
        self.out.int(action.x);
        self.out.int(action.y);
        self.out.uint(action.pointer.number());
    }
}

/// The number of a record's kind and of its fields after the time.
const fn shape(record: &Record<'_>) -> (u64, usize) {
    match record {
        Record::FullSnapshot(_) => (1, 4),
        Record::Mutation(_) => (2, 5),
        Record::PointerMove(_) => (3, 2),
        Record::PointerAction(_) => (4, 5),
        Record::Scroll { .. } => (5, 3),
        Record::Viewport { .. } => (6, 2),
        Record::Input { .. } => (7, 3),
        Record::Focus { .. } => (8, 2),
        Record::Visibility { .. } => (9, 1),
        Record::Navigation { .. } => (10, 2),
        Record::PageError(_) => (11, 8),
        Record::CustomEvent { .. } => (12, 2),
        Record::Identify { .. } => (13, 2),
        Record::StyleSheet { .. } => (14, 2),
        Record::Discarded { .. } => (15, 2),
        Record::RuleEdits { .. } => (16, 2),
        Record::SheetMedia { .. } => (17, 2),
        Record::AdoptedSheets { .. } => (18, 2),
        Record::State { .. } => (30, 3),
        Record::Selection(_) => (31, 1),
        Record::VisualViewport(_) => (32, 3),
        Record::WindowFocus { .. } => (33, 1),
        Record::Orientation { .. } => (34, 1),
        Record::Console(_) => (40, 3),
        Record::ConsoleSkipped { .. } => (41, 1),
        Record::LoadFailure(_) => (42, 3),
        Record::PolicyViolation(_) => (43, 6),
        Record::RequestStart(_) => (44, 5),
        Record::RequestEnd(_) => (45, 7),
        Record::RequestTiming(_) => (46, 11),
        Record::RequestContent(_) => (47, 5),
        Record::WebVital(_) => (48, 5),
        Record::LongFrame(_) => (49, 4),
        Record::ResourceSummary(_) => (50, 2),
        Record::Memory(_) => (51, 3),
        Record::Frustration(_) => (52, 6),
        Record::Tag { .. } => (53, 2),
        Record::Flag { .. } => (54, 2),
        Record::Thinning { .. } => (58, 2),
        Record::BlockSize { .. } => (56, 3),
        Record::PreviousSession(_) => (60, 1),
        Record::Released(_) => (61, 3),
        Record::Pause { .. } => (62, 1),
        Record::FramedBy { .. } => (63, 2),
    }
}
