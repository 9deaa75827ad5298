//! Records: every kind of thing a recording can say.

mod console;
mod document;
mod frustration;
mod network;
mod node_state;
mod numbers;
mod page_error;
mod performance;
mod pointer;
mod selection;
mod session;
mod window;

use crate::id::{NodeId, SessionId, WindowId};
use crate::node::Text;
use crate::sheet::{RuleEdit, Rules};
use crate::state::State;

pub use console::{ConsoleLevel, ConsoleMessage};
pub use document::{AttributeChange, FullSnapshot, Mutation, Run, TextChange};
pub use frustration::{Frustration, FrustrationKind};
pub use network::{
    BodyExtent, RequestContent, RequestEnd, RequestHeader, RequestInitiator, RequestOutcome,
    RequestSide, RequestStart, RequestTiming,
};
pub(crate) use numbers::wire_enum;
pub use numbers::{DiscardReason, NavigationKind, PointerActionKind, PointerKind, ThinningLevel};
pub use page_error::{
    ErrorCause, ErrorOrigin, LoadFailure, PageError, PolicyViolation, StackFrame,
};
pub use performance::{
    FrameScript, LongFrame, Memory, ResourceGroup, ResourceSummary, SlowResource, Vital, WebVital,
};
pub use pointer::{PointerAction, PointerMove, PointerSample};
pub use selection::{Boundary, SelectedRange};
pub use session::{Release, ReleaseReason};
pub use window::VisualViewport;

/// A record and when it happened.
#[derive(Clone, Debug, PartialEq)]
pub struct TimedRecord<'a> {
    /// Milliseconds since the Unix epoch.
    pub at_ms: u64,
    /// What happened.
    pub record: Record<'a>,
}

/// One entry of a recording. The numbers on the wire are in `docs/wire-format.md`.
#[derive(Clone, Debug, PartialEq)]
pub enum Record<'a> {
    /// The whole document at one instant.
    FullSnapshot(FullSnapshot<'a>),
    /// How the document changed since the record before.
    Mutation(Mutation<'a>),
    /// Where the pointer went.
    PointerMove(PointerMove),
    /// What the pointer did.
    PointerAction(PointerAction),
    /// The page, if the node is the document, or an element was scrolled.
    Scroll {
        /// The scrolled element, or the document.
        node: NodeId,
        /// CSS pixels from the left edge.
        x: i32,
        /// CSS pixels from the top edge.
        y: i32,
    },
    /// The viewport has this size, in CSS pixels.
    Viewport {
        /// Width in CSS pixels.
        width: u32,
        /// Height in CSS pixels.
        height: u32,
    },
    /// The state of a form control changed.
    Input {
        /// The control, or the option of a select.
        node: NodeId,
        /// Its value, checkedness or selectedness.
        state: State<'a>,
    },
    /// An element got or lost the focus.
    Focus {
        /// Which element.
        node: NodeId,
        /// Whether it has the focus now.
        focused: bool,
    },
    /// The page came to the front or went to the back.
    Visibility {
        /// Whether the page can be seen now.
        visible: bool,
    },
    /// The address of the page changed.
    Navigation {
        /// How it came to the address.
        how: NavigationKind,
        /// The whole address.
        url: Text<'a>,
    },
    /// An error that nobody caught.
    PageError(PageError<'a>),
    /// Something the page's own code reported.
    CustomEvent {
        /// What happened, in the words of the page's author.
        name: Text<'a>,
        /// Details, as JSON.
        payload_json: Option<Text<'a>>,
    },
    /// Who the visitor is, in the words of the page's author.
    Identify {
        /// The author's own name for the visitor.
        user_id: Text<'a>,
        /// What else is known, as JSON.
        traits_json: Option<Text<'a>>,
    },
    /// A sheet has these rules.
    StyleSheet {
        /// Which sheet.
        sheet: NodeId,
        /// All its rules.
        rules: Rules<'a>,
    },
    /// Rules of a sheet came, went or changed.
    RuleEdits {
        /// Which sheet.
        sheet: NodeId,
        /// Steps, each taken on what the one before has left.
        edits: Vec<RuleEdit<'a>>,
    },
    /// A sheet applies to other media than before.
    SheetMedia {
        /// Which sheet.
        sheet: NodeId,
        /// The media; `not all` if the sheet is disabled.
        media: Text<'a>,
    },
    /// A document or a shadow root adopted constructed sheets.
    AdoptedSheets {
        /// The document or the shadow root.
        root: NodeId,
        /// All that it has adopted, in order.
        sheets: Vec<NodeId>,
    },
    /// The page changes so fast that it is followed less closely, or does so no longer.
    Thinning {
        /// How closely it is followed from here on.
        level: ThinningLevel,
        /// Changes since the record before of this kind that later ones replaced unseen.
        skipped_count: u64,
    },
    /// A blocked element takes this much room, in CSS pixels.
    BlockSize {
        /// The blocked element.
        node: NodeId,
        /// Width in CSS pixels.
        width: u32,
        /// Height in CSS pixels.
        height: u32,
    },
    /// Something was lost before it could be recorded or sent.
    Discarded {
        /// Why.
        reason: DiscardReason,
        /// How many batches or records.
        count: u64,
    },
    /// What a node has beside its markup changed, by itself or by a script.
    State {
        /// Which node.
        node: NodeId,
        /// What it has now.
        state: State<'a>,
    },
    /// What is selected, or where the caret is; nothing if there are no ranges.
    Selection(Vec<SelectedRange>),
    /// What part of the viewport the visitor sees after zooming in with two fingers.
    VisualViewport(VisualViewport),
    /// The browser's window came to the front or another one did.
    WindowFocus {
        /// Whether it receives what is typed.
        focused: bool,
    },
    /// The device was turned.
    Orientation {
        /// Degrees against its natural position: 0, 90, 180 or 270.
        angle: u32,
    },
    /// The page wrote to the console.
    Console(ConsoleMessage<'a>),
    /// The page wrote to the console more often than is recorded.
    ConsoleSkipped {
        /// How many messages are missing here.
        count: u64,
    },
    /// An image, script or style sheet could not be loaded.
    LoadFailure(LoadFailure<'a>),
    /// The page's Content-Security-Policy was violated.
    PolicyViolation(PolicyViolation<'a>),
    /// The page sent a request or opened a connection.
    RequestStart(RequestStart<'a>),
    /// How a request or a connection ended.
    RequestEnd(RequestEnd<'a>),
    /// What a request spent its time with.
    RequestTiming(RequestTiming<'a>),
    /// What a request or its answer held.
    RequestContent(RequestContent<'a>),
    /// A Web Vital of the page as it is by now; a later one of the same document replaces it.
    WebVital(WebVital<'a>),
    /// A frame that kept the page from answering.
    LongFrame(LongFrame<'a>),
    /// All that the document has loaded by now; a later one of the same document replaces it.
    ResourceSummary(ResourceSummary<'a>),
    /// How much memory the page's scripts take.
    Memory(Memory),
    /// The visitor clicked and got nowhere.
    Frustration(Frustration),
    /// A fact about the visit, in the words of the page's author.
    Tag {
        /// What the fact is about.
        name: Text<'a>,
        /// Its value, as JSON.
        value_json: Text<'a>,
    },
    /// A feature flag as the page evaluated it.
    Flag {
        /// Name of the flag.
        name: Text<'a>,
        /// Its value, as JSON.
        value_json: Text<'a>,
    },
    /// The session began because this one had run out.
    PreviousSession(SessionId),
    /// What was held back is sent.
    Released(Release),
    /// The page's own code had the recording pause, or go on.
    Pause {
        /// Whether nothing is recorded from here on.
        paused: bool,
    },
    /// This window is what a frame of another window of the session shows.
    FramedBy {
        /// The window around it.
        window: WindowId,
        /// The frame, among the nodes of that window.
        node: NodeId,
    },
}
