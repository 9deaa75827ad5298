use super::Exporter;
use super::documents::{Document, defined_elements};
use super::json::Json;
use super::mutation::adopting_roots;
use super::trees::preorder;
use crate::id::NodeId;
use crate::record::{FullSnapshot, Record};
use crate::state::State;

const FULL_SNAPSHOT: i64 = 2;
const INCREMENTAL: i64 = 3;
const META: i64 = 4;
const CUSTOM: i64 = 5;

/// What an incremental event comes from.
#[derive(Clone, Copy)]
pub(super) enum Source {
    Mutation = 0,
    MouseMove = 1,
    MouseInteraction = 2,
    Scroll = 3,
    ViewportResize = 4,
    Input = 5,
    TouchMove = 6,
    MediaInteraction = 7,
    StyleSheetRule = 8,
    CanvasMutation = 9,
    Drag = 12,
    Selection = 14,
    AdoptedStyleSheet = 15,
    CustomElement = 16,
}

/// rrweb's numbers for gaining and losing the focus, which it counts among mouse interactions.
const FOCUS: i64 = 5;
const BLUR: i64 = 6;

impl Exporter {
    pub(super) fn meta(&mut self, at_ms: u64, snapshot: &FullSnapshot<'_>) {
        let json = &mut self.events;
        open_event(json, META);
        json.string("href", &snapshot.url);
        json.number("width", snapshot.width);
        json.number("height", snapshot.height);
        close_event(json, at_ms);
    }

    /// The document of the page, as a whole.
    pub(super) fn full_snapshot(&mut self, at_ms: u64, document: NodeId) {
        let Some(document) = self.mirror.node(document) else {
            return;
        };
        let Some(surroundings) = Document::of(document, &self.page) else {
            return;
        };
        let (x, y) = document
            .states()
            .iter()
            .find_map(scroll)
            .unwrap_or_default();
        let json = &mut self.events;
        open_event(json, FULL_SNAPSHOT);
        json.open_object_at("node");
        super::nodes::write_tree(json, document, &surroundings);
        json.open_object_at("initialOffset");
        json.number("left", x);
        json.number("top", y);
        json.close_object();
        close_event(json, at_ms);
        let adopting = adopting_roots(&preorder(document));
        for root in adopting {
            self.adopted_sheets(at_ms, root);
        }
    }

    /// What a tree cannot say of its document: custom elements and frames.
    pub(super) fn structure(&mut self, at_ms: u64, document: NodeId) {
        if let Some(document) = self.mirror.node(document) {
            for name in defined_elements(document) {
                write_defined(&mut self.events, at_ms, document.id(), name);
            }
        }
        self.attach_frames(at_ms, document);
    }

    /// Records that do not change the tree.
    pub(super) fn incremental(&mut self, at_ms: u64, record: &Record<'_>) {
        match record {
            Record::PointerMove(pointer_move) => self.pointer_move(at_ms, pointer_move),
            Record::PointerAction(action) => self.pointer_action(at_ms, action),
            Record::Scroll { node, x, y } => self.scroll_event(at_ms, *node, *x, *y),
            Record::Viewport { width, height } => {
                write_incremental(&mut self.events, at_ms, Source::ViewportResize, |json| {
                    json.number("width", *width);
                    json.number("height", *height);
                })
            }
            Record::Input { node, state } => self.input(at_ms, *node, state),
            Record::Focus { node, focused } => {
                write_incremental(&mut self.events, at_ms, Source::MouseInteraction, |json| {
                    json.number("type", if *focused { FOCUS } else { BLUR });
                    json.node("id", *node);
                })
            }
            Record::Visibility { visible } => {
                write_custom(&mut self.events, at_ms, "visibility", |json| {
                    json.bool("visible", *visible)
                })
            }
            Record::Navigation { how, url } => {
                write_custom(&mut self.events, at_ms, "navigation", |json| {
                    json.string("how", &format!("{how:?}"));
                    json.string("href", url);
                })
            }
            Record::CustomEvent { name, payload_json } => {
                write_custom(&mut self.events, at_ms, "custom event", |json| {
                    json.string("name", name);
                    json.checked_json("payload", payload_json.as_deref());
                })
            }
            Record::Identify {
                user_id,
                traits_json,
            } => write_custom(&mut self.events, at_ms, "identify", |json| {
                json.string("user_id", user_id);
                json.checked_json("traits", traits_json.as_deref());
            }),
            Record::StyleSheet { sheet, .. } => self.style_sheet(at_ms, *sheet),
            Record::SheetMedia { sheet, media } => self.sheet_media(at_ms, *sheet, media),
            Record::AdoptedSheets { root, .. } => self.adopted_sheets(at_ms, *root),
            Record::Thinning {
                level,
                skipped_count,
            } => write_custom(&mut self.events, at_ms, "thinning", |json| {
                json.string("level", &format!("{level:?}"));
                json.number(
                    "skipped_count",
                    i64::try_from(*skipped_count).unwrap_or(i64::MAX),
                );
            }),
            Record::BlockSize {
                node,
                width,
                height,
            } => self.block_size(at_ms, *node, *width, *height),
            Record::State { node, state } => self.state(at_ms, *node, state),
            Record::Discarded { reason, count } => {
                write_custom(&mut self.events, at_ms, "discarded", |json| {
                    json.string("reason", &format!("{reason:?}"));
                    json.number("count", i64::try_from(*count).unwrap_or(i64::MAX));
                })
            }
            Record::Selection(ranges) => self.selection(at_ms, ranges),
            Record::VisualViewport(viewport) => self.visual_viewport(at_ms, *viewport),
            Record::WindowFocus { focused } => self.window_focus(at_ms, *focused),
            Record::Orientation { angle } => self.orientation(at_ms, *angle),
            Record::PreviousSession(session) => self.previous_session(at_ms, *session),
            Record::Released(release) => self.released(at_ms, *release),
            Record::Pause { paused } => self.pause(at_ms, *paused),
            Record::FramedBy { window, node } => self.framed_by(at_ms, *window, *node),
            Record::FullSnapshot(_) | Record::Mutation(_) | Record::RuleEdits { .. } => {}
            signal => self.signal(at_ms, signal),
        }
    }

    pub(super) fn scroll_event(&mut self, at_ms: u64, node: NodeId, x: i32, y: i32) {
        write_incremental(&mut self.events, at_ms, Source::Scroll, |json| {
            json.node("id", node);
            json.number("x", x);
            json.number("y", y);
        });
    }

    fn input(&mut self, at_ms: u64, node: NodeId, state: &State<'_>) {
        let Some(control) = self.mirror.node(node) else {
            return;
        };
        let attribute = |name| {
            control
                .element()
                .and_then(|element| element.attribute(name))
                .unwrap_or_default()
                .to_owned()
        };
        let (text, is_checked) = match state {
            State::Value(value) => (value.as_ref().to_owned(), false),
            State::Checked(checked) => (attribute("value"), *checked),
            // An option is told by its attribute: the value of its select may stand for several, and
            // a multiple select has several values.
            _ => return self.element_state(at_ms, node, state),
        };
        write_incremental(&mut self.events, at_ms, Source::Input, |json| {
            json.node("id", node);
            json.string("text", &text);
            json.bool("isChecked", is_checked);
        });
    }

    fn state(&mut self, at_ms: u64, node: NodeId, state: &State<'_>) {
        match state {
            State::DefinedElement(name) => write_defined(&mut self.events, at_ms, node, name),
            State::Placeholder { .. } if self.joined_frames.contains(&node) => {}
            State::Placeholder { .. } => {
                self.attach_frame(at_ms, node);
            }
            _ => self.element_state(at_ms, node, state),
        }
    }
}

/// Writes an event that tells of one change.
pub(super) fn write_incremental(
    json: &mut Json,
    at_ms: u64,
    source: Source,
    fields: impl FnOnce(&mut Json),
) {
    open_event(json, INCREMENTAL);
    json.number("source", source as i64);
    fields(json);
    close_event(json, at_ms);
}

/// Writes an event that the stock replayer passes over.
pub(super) fn write_custom(
    json: &mut Json,
    at_ms: u64,
    tag: &str,
    payload: impl FnOnce(&mut Json),
) {
    open_event(json, CUSTOM);
    json.string("tag", tag);
    json.open_object_at("payload");
    payload(json);
    json.close_object();
    close_event(json, at_ms);
}

/// The document is a field of ours: rrweb knows definitions of the page only.
fn write_defined(json: &mut Json, at_ms: u64, document: NodeId, name: &str) {
    write_incremental(json, at_ms, Source::CustomElement, |json| {
        json.node("id", document);
        json.open_object_at("define");
        json.string("name", name);
        json.close_object();
    });
}

pub(super) fn scroll(state: &State<'_>) -> Option<(i32, i32)> {
    match state {
        State::Scroll { x, y } => Some((*x, *y)),
        _ => None,
    }
}

pub(super) fn open_event(json: &mut Json, kind: i64) {
    json.open_object();
    json.number("type", kind);
    json.open_object_at("data");
}

pub(super) fn close_event(json: &mut Json, at_ms: u64) {
    json.close_object();
    json.number("timestamp", i64::try_from(at_ms).unwrap_or(i64::MAX));
    json.close_object();
}
