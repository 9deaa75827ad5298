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
    /// An error nobody caught: origin, message, source, line, column, stack or 0.
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
    /// The page was brought back as it was left.
    RESTORED = 45;
    /// How closely changes are followed: level, changes skipped.
    THINNING = 85;
    /// The room that a blocked element takes: id, width, height.
    BLOCK_SIZE = 80;
}

/// In place of a previous sibling: behind all children there are.
pub const APPEND: u32 = u32::MAX;
