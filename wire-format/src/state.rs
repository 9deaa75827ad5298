//! What a node has beside its markup: form values, scroll position, the CSS of its sheet, its
//! privacy mark.

use crate::node::Text;

/// One fact about a node that its attributes do not tell.
#[derive(Clone, Debug, PartialEq)]
pub enum State<'a> {
    /// The live value of a form control.
    Value(Text<'a>),
    /// Whether a checkbox or radio button is checked.
    Checked(bool),
    /// Whether an option is selected.
    Selected(bool),
    /// How far an element, or the page for the document, is scrolled, in CSS pixels.
    Scroll {
        /// From the left edge.
        x: i32,
        /// From the top edge.
        y: i32,
    },
    /// The rules of the sheet that a `link` or `style` element owns, from the CSSOM.
    Css(Text<'a>),
    /// Whether a document is laid out in quirks mode.
    Quirks(bool),
    /// What the element asks of privacy.
    Privacy(PrivacyMark),
}

/// What an element asks of privacy, for itself and, but for `Blocked` and `Secret`, for all below it
/// that has no mark of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivacyMark {
    /// All text, all values and all media are hidden.
    Mask,
    /// What the visitor gives is hidden.
    MaskUserInput,
    /// Everything is shown, but for values that are always private.
    Allow,
    /// The element is an empty box; nothing below it was read.
    Blocked {
        /// Width of the box in CSS pixels, 0 until it is known.
        width: u32,
        /// Height of the box in CSS pixels, 0 until it is known.
        height: u32,
    },
    /// The control's value is hidden at every level.
    Secret,
}

impl PrivacyMark {
    /// The number of the mark on the wire.
    pub const fn number(self) -> u32 {
        match self {
            Self::Mask => 1,
            Self::MaskUserInput => 2,
            Self::Allow => 3,
            Self::Blocked { .. } => 4,
            Self::Secret => 5,
        }
    }

    /// The mark with this number on the wire; the size is that of a blocked element.
    pub const fn from_number(number: u32, (width, height): (u32, u32)) -> Option<Self> {
        Some(match number {
            1 => Self::Mask,
            2 => Self::MaskUserInput,
            3 => Self::Allow,
            4 => Self::Blocked { width, height },
            5 => Self::Secret,
            _ => return None,
        })
    }

    /// The mark among the states of an element.
    pub fn of(states: &[State<'_>]) -> Option<Self> {
        states.iter().find_map(|state| match state {
            State::Privacy(mark) => Some(*mark),
            _ => None,
        })
    }

    /// Width and height of a blocked element in CSS pixels; 0 for other marks.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Blocked { width, height } => (width, height),
            _ => (0, 0),
        }
    }
}

impl State<'_> {
    /// The number of this kind of state on the wire.
    pub const fn key(&self) -> u64 {
        match self {
            Self::Value(_) => 1,
            Self::Checked(_) => 2,
            Self::Selected(_) => 3,
            Self::Scroll { .. } => 4,
            Self::Css(_) => 5,
            Self::Quirks(_) => 6,
            Self::Privacy(_) => 26,
        }
    }

    /// The same state, with a text of its own.
    pub fn to_static(&self) -> State<'static> {
        self.map_text(|text| Text::Owned(text.to_owned()))
    }

    /// The same state, borrowing its text from this one.
    pub fn to_borrowed(&self) -> State<'_> {
        self.map_text(Text::Borrowed)
    }

    fn map_text<'s, 't>(&'s self, map: impl FnOnce(&'s str) -> Text<'t>) -> State<'t> {
        match self {
            Self::Value(text) => State::Value(map(text)),
            Self::Checked(checked) => State::Checked(*checked),
            Self::Selected(selected) => State::Selected(*selected),
            Self::Scroll { x, y } => State::Scroll { x: *x, y: *y },
            Self::Css(text) => State::Css(map(text)),
            Self::Quirks(quirks) => State::Quirks(*quirks),
            Self::Privacy(mark) => State::Privacy(*mark),
        }
    }
}
