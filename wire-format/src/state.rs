//! What a node has beside its markup: form values, scroll position, the CSS of its sheet.

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
        }
    }
}
