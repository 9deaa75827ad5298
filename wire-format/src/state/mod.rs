//! What a node has beside its markup: form values, scroll position, its style sheets, what it plays or
//! shows.

mod media;
mod privacy_mark;
mod top_layer;

use std::borrow::Cow;

use crate::id::NodeId;
use crate::node::Text;
use crate::sheet::{ConstructedSheet, Rules, SheetHash};

pub use media::Media;
pub use privacy_mark::PrivacyMark;
pub use top_layer::{TopLayer, TopLayerKind};

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
    Rules(Rules<'a>),
    /// Whether a document is laid out in quirks mode.
    Quirks(bool),
    /// The content of a text in a `style` element, which the archive has.
    ArchivedText(SheetHash),
    /// The constructed sheets that a document or a shadow root adopted, in order.
    AdoptedSheets(Vec<NodeId>),
    /// The constructed sheets that a document and its shadow roots adopted; of the document alone.
    ConstructedSheets(Vec<ConstructedSheet<'a>>),
    /// The media that the sheet of an element applies to where its `media` attribute does not say
    /// it; `not all` for a disabled sheet.
    SheetMedia(Text<'a>),
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
    /// Whether a checkbox shows neither checked nor unchecked.
    Indeterminate(bool),
    /// Whether an element is shown above the page, and how.
    TopLayer(TopLayer),
    /// What a video or an audio element does.
    Media(Media),
    /// The address of the picture that an `img` chose among its candidates.
    Source(Text<'a>),
    /// What a canvas shows: a picture in the WebP format.
    Bitmap(Cow<'a, [u8]>),
    /// The animations that scripts gave an element, as JSON; see `docs/wire-format.md`.
    Animations(Text<'a>),
    /// How many files a control holds.
    Files(u32),
    /// What the element asks of privacy.
    Privacy(PrivacyMark),
}

impl State<'_> {
    /// The number of this kind of state on the wire.
    pub const fn key(&self) -> u64 {
        match self {
            Self::Value(_) => 1,
            Self::Checked(_) => 2,
            Self::Selected(_) => 3,
            Self::Scroll { .. } => 4,
            Self::Rules(_) => 5,
            Self::Quirks(_) => 6,
            Self::ArchivedText(_) => 7,
            Self::AdoptedSheets(_) => 8,
            Self::ConstructedSheets(_) => 9,
            Self::SheetMedia(_) => 10,
            Self::Address(_) => 11,
            Self::DefinedElement(_) => 12,
            Self::Placeholder { .. } => 13,
            Self::Indeterminate(_) => 14,
            Self::TopLayer(_) => 15,
            Self::Media(_) => 16,
            Self::Source(_) => 17,
            Self::Bitmap(_) => 18,
            Self::Animations(_) => 19,
            Self::Files(_) => 20,
            Self::Privacy(_) => 26,
        }
    }

    /// Whether a node may have several states of this kind.
    pub const fn is_repeatable(&self) -> bool {
        matches!(self, Self::DefinedElement(_))
    }

    /// The same state, with a text or bytes of its own.
    pub fn to_static(&self) -> State<'static> {
        self.map(&|text| Text::Owned(text.to_owned()), |bytes| {
            Cow::Owned(bytes.to_owned())
        })
    }

    /// The same state, borrowing its text or bytes from this one.
    pub fn to_borrowed(&self) -> State<'_> {
        self.map(&|text| Text::Borrowed(text), Cow::Borrowed)
    }

    fn map<'s, 't>(
        &'s self,
        map: &impl Fn(&'s str) -> Text<'t>,
        map_bytes: impl FnOnce(&'s [u8]) -> Cow<'t, [u8]>,
    ) -> State<'t> {
        match self {
            Self::Value(text) => State::Value(map(text)),
            Self::Checked(checked) => State::Checked(*checked),
            Self::Selected(selected) => State::Selected(*selected),
            Self::Scroll { x, y } => State::Scroll { x: *x, y: *y },
            Self::Rules(rules) => State::Rules(rules.map_texts(map)),
            Self::Quirks(quirks) => State::Quirks(*quirks),
            Self::ArchivedText(hash) => State::ArchivedText(*hash),
            Self::AdoptedSheets(sheets) => State::AdoptedSheets(sheets.clone()),
            Self::ConstructedSheets(sheets) => {
                State::ConstructedSheets(sheets.iter().map(|sheet| sheet.map_texts(map)).collect())
            }
            Self::SheetMedia(media) => State::SheetMedia(map(media)),
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
            Self::Indeterminate(indeterminate) => State::Indeterminate(*indeterminate),
            Self::TopLayer(top_layer) => State::TopLayer(*top_layer),
            Self::Media(media) => State::Media(*media),
            Self::Source(text) => State::Source(map(text)),
            Self::Bitmap(bytes) => State::Bitmap(map_bytes(bytes)),
            Self::Animations(text) => State::Animations(map(text)),
            Self::Files(count) => State::Files(*count),
            Self::Privacy(mark) => State::Privacy(*mark),
        }
    }
}
