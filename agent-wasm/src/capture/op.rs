//! The numbers that collector and core share. `agent-wasm/collector/op-codes.ts` says the same
//! in TypeScript; a test holds the two against each other.

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)+) => {
        $($(#[$doc])* pub const $name: u32 = $number;)+

        /// Every number with its name, for the test against the collector's copy.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, u32)] = &[$((stringify!($name), $number),)+];
    };
}

numbers! {
    /// A new document begins: url, width, height.
    DOCUMENT = 1;
    /// New and moved nodes: parent, previous, node entries.
    INSERT = 2;
    /// Everything of the document has been sent at least once.
    SNAPSHOT_COMPLETE = 3;
    /// Nodes taken from their place: ids.
    REMOVE = 4;
    /// Attributes: (id, name, value or 0).
    ATTRIBUTE = 5;
    /// Contents of text nodes: (id, content).
    TEXT = 6;
    /// The ops since the last one form one mutation.
    MUTATION_END = 7;
    /// The rules of a sheet: sheet, rules parted by U+0000.
    STYLE_SHEET = 8;
    /// Pointer samples: pointer, then (age, id, x, y), newest first.
    POINTER_MOVE = 9;
    /// A pointer action: action, id, x, y, pointer.
    POINTER_ACTION = 10;
    /// A scroll position: id, x, y.
    SCROLL = 11;
    /// The size of the viewport: width, height.
    VIEWPORT = 12;
    /// The state of a form control: id, state entry.
    INPUT = 13;
    /// Focus: id, 0 or 1.
    FOCUS = 14;
    /// Whether the page can be seen: 0 or 1.
    VISIBILITY = 15;
    /// A new address: how, url.
    NAVIGATION = 16;
    /// An error nobody caught: origin, name or 0, message, source, line, column, stack or 0, then
    /// (name or 0, message, stack or 0) of its causes.
    PAGE_ERROR = 17;
    /// Something the page reported: name, payload JSON or 0.
    CUSTOM_EVENT = 18;
    /// Who the visitor is: user id, traits JSON or 0.
    IDENTIFY = 19;
    /// Something was lost: reason, count.
    DISCARDED = 20;
    /// Rules that came, went or changed: sheet, then (index, removed, rule or 0).
    RULE_EDITS = 21;
    /// The media a sheet applies to: sheet, media.
    SHEET_MEDIA = 22;
    /// What a document or a shadow root has adopted: root, sheets.
    ADOPTED_SHEETS = 23;
    /// What an element has beside its markup: id, state entry.
    STATE = 40;
    /// What is selected: (start id, offset, end id, offset).
    SELECTION = 41;
    /// What the visitor sees after zooming: x, y, scale in thousandths.
    VISUAL_VIEWPORT = 42;
    /// Whether the window has the focus: 0 or 1.
    WINDOW_FOCUS = 43;
    /// How the device is held: degrees.
    ORIENTATION = 44;
    /// The page wrote to the console: level, stack or 0, value tokens.
    CONSOLE = 55;
    /// Console messages that were left out: count.
    CONSOLE_SKIPPED = 56;
    /// Something could not be loaded: id or 0, tag, url.
    LOAD_FAILURE = 57;
    /// A violation of the page's policy: directive, blocked, source, line, column, 0 or 1.
    POLICY_VIOLATION = 58;
    /// A request begins: request, initiator, method, url, traceparent or 0, start (float).
    REQUEST_START = 59;
    /// A request ends: request, outcome, status, duration (float), detail or 0, sent, received.
    REQUEST_END = 60;
    /// An entry of the performance timeline: kind, its fields.
    PERFORMANCE_ENTRY = 62;
    /// Memory of the page's scripts: used, total, limit (floats).
    MEMORY = 63;
    /// A fact about the visit: name, value JSON.
    TAG = 64;
    /// A feature flag: name, value JSON.
    FLAG = 65;
    /// What a request or its answer held: request, side, extent, body or 0, (name, value).
    REQUEST_CONTENT = 66;
    /// The recording pauses, or goes on: 0 or 1.
    PAUSE = 90;
    /// How closely changes are followed: level, changes skipped.
    THINNING = 85;
    /// The room that a blocked element takes: id, width, height.
    BLOCK_SIZE = 80;

    /// Kind of entry: how the document was loaded.
    ENTRY_NAVIGATION = 1;
    /// The first paint of something.
    ENTRY_PAINT = 2;
    /// A candidate for the largest paint.
    ENTRY_LARGEST_PAINT = 3;
    /// Something moved.
    ENTRY_LAYOUT_SHIFT = 4;
    /// An event of the visitor.
    ENTRY_EVENT = 5;
    /// The page was shown or hidden.
    ENTRY_VISIBILITY = 6;
    /// Something was loaded.
    ENTRY_RESOURCE = 7;
    /// A frame that took long.
    ENTRY_LONG_FRAME = 8;
    /// A task that took long.
    ENTRY_LONG_TASK = 9;

    /// Token of a console value: a string.
    VALUE_TEXT = 1;
    /// What is shown as it stands.
    VALUE_LITERAL = 2;
    /// A list: its length, then values up to the end.
    VALUE_LIST = 3;
    /// An object: its class, then keys and values up to the end.
    VALUE_OBJECT = 4;
    /// The key of the value that follows.
    VALUE_KEY = 5;
    /// The end of a list or an object.
    VALUE_END = 6;
}

/// In place of a previous sibling: behind all children there are.
pub const APPEND: u32 = u32::MAX;
