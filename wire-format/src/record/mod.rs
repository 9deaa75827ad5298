//! Records: every kind of thing a recording can say.

mod console;
mod frustration;
mod network;
mod numbers;
mod page_error;
mod performance;
mod selection;
mod session;
mod window;

use crate::id::{NodeId, SessionId};
use crate::node::{Forest, Text};
use crate::sheet::{RuleEdit, Rules};
use crate::state::State;

pub use console::{ConsoleLevel, ConsoleMessage};
pub use frustration::{Frustration, FrustrationKind};
pub use network::{RequestEnd, RequestInitiator, RequestOutcome, RequestStart, RequestTiming};
pub(crate) use numbers::wire_enum;
pub use numbers::{DiscardReason, NavigationKind, PointerActionKind, PointerKind, ThinningLevel};
pub use page_error::{
    ErrorCause, ErrorOrigin, LoadFailure, PageError, PolicyViolation, StackFrame,
};
pub use performance::{
    FrameScript, LongFrame, Memory, ResourceGroup, ResourceSummary, SlowResource, Vital, WebVital,
};
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
}

/// The whole document at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct FullSnapshot<'a> {
    /// The address of the page.
    pub url: Text<'a>,
    /// Width of the viewport in CSS pixels.
    pub width: u32,
    /// Height of the viewport in CSS pixels.
    pub height: u32,
    /// One tree, whose root is the document.
    pub forest: Forest<'a>,
}

/// The final state of an interval, against the state before it; see `docs/wire-format.md`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mutation<'a> {
    /// Nodes taken from their place, with their subtrees.
    pub removed: Vec<NodeId>,
    /// Where the trees of the forest go, in order.
    pub runs: Vec<Run>,
    /// New subtrees, and references to moved ones.
    pub forest: Forest<'a>,
    /// Attributes set and removed.
    pub attributes: Vec<AttributeChange<'a>>,
    /// New contents of texts, comments and CDATA sections.
    pub texts: Vec<TextChange<'a>>,
}

impl Mutation<'_> {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty()
            && self.runs.is_empty()
            && self.forest.is_empty()
            && self.attributes.is_empty()
            && self.texts.is_empty()
    }
}

/// A run of sibling trees and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The parent of the trees.
    pub parent: NodeId,
    /// The sibling before the first tree; `None` if the trees come first.
    pub previous: Option<NodeId>,
    /// How many trees of the forest belong to this run.
    pub tree_count: u32,
}

/// An attribute that was set or removed.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeChange<'a> {
    /// The element.
    pub node: NodeId,
    /// The qualified name.
    pub name: Text<'a>,
    /// The new value, `None` if removed.
    pub value: Option<Text<'a>>,
}

/// A text, comment or CDATA section with new content.
#[derive(Clone, Debug, PartialEq)]
pub struct TextChange<'a> {
    /// The node.
    pub node: NodeId,
    /// Its whole new content.
    pub content: Text<'a>,
}

/// Where the pointer went, newest sample first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointerMove {
    /// What moved.
    pub pointer: PointerKind,
    /// Newest first.
    pub samples: Vec<PointerSample>,
}

/// Where the pointer was at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointerSample {
    /// Milliseconds before the time of the record.
    pub age_ms: u32,
    /// The element under the pointer.
    pub node: Option<NodeId>,
    /// CSS pixels from the left edge of the viewport.
    pub x: i32,
    /// CSS pixels from the top edge of the viewport.
    pub y: i32,
}

/// What the pointer did, where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointerAction {
    /// What it did.
    pub kind: PointerActionKind,
    /// The element under the pointer.
    pub node: Option<NodeId>,
    /// CSS pixels from the left edge of the viewport.
    pub x: i32,
    /// CSS pixels from the top edge of the viewport.
    pub y: i32,
    /// What did it.
    pub pointer: PointerKind,
}
