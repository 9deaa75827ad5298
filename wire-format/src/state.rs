//! What a node has beside its markup: form values, scroll position, the CSS of its sheet, …

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
    /// The address of the document of a frame.
    Address(Text<'a>),
    /// The name of a custom element that is defined in a document, which may have several.
    DefinedElement(Text<'a>),
    /// A frame whose document cannot be read.
    Placeholder {
        /// Width of what the frame shows, in CSS pixels.
        width: u32,
        /// Height of what the frame shows, in CSS pixels.
        height: u32,
        /// The origin that the frame was sent to; `null` if it has none.
        origin: Text<'a>,
    },
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
            Self::Address(_) => 11,
            Self::DefinedElement(_) => 12,
            Self::Placeholder { .. } => 13,
        }
    }

    /// Whether a node may have several states of this kind.
    pub const fn is_repeatable(&self) -> bool {
        matches!(self, Self::DefinedElement(_))
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
            Self::Address(text) => State::Address(map(text)),
            Self::DefinedElement(text) => State::DefinedElement(map(text)),
            Self::Placeholder {
                width,
                height,
                origin,
            } => State::Placeholder {
                width: *width,
                height: *height,
                origin: map(origin),
            },
        }
    }
}
