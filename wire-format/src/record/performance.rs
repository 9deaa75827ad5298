use super::numbers::wire_enum;
use crate::id::NodeId;
use crate::node::Text;

/// A Web Vital, as <https://web.dev/articles/vitals> defines it.
#[derive(Clone, Debug, PartialEq)]
pub struct WebVital<'a> {
    /// Which one.
    pub vital: Vital,
    /// Milliseconds; a sum of scores for [`Vital::LayoutShift`]. Always finite.
    pub value: f64,
    /// The element it comes from, if it is still there.
    pub node: Option<NodeId>,
    /// What it comes from: the event of an interaction, the address of an image; may be empty.
    pub detail: Text<'a>,
    /// Microseconds of the parts of an interaction: until its handlers ran, until they had ended, until
    /// the next paint. Empty for the others.
    pub parts_us: Vec<u64>,
}

/// A frame that took 50 ms or more; a long task where the browser does not tell of frames.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LongFrame<'a> {
    /// How long it took, in microseconds.
    pub duration_us: u64,
    /// How long it kept the page from answering, in microseconds.
    pub blocking_us: u64,
    /// How long style, layout and painting took at its end, in microseconds.
    pub rendering_us: u64,
    /// The scripts that took the longest, the longest first.
    pub scripts: Vec<FrameScript<'a>>,
}

/// A script that ran in a long frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrameScript<'a> {
    /// What called it, such as `BUTTON#pay.onclick`.
    pub invoker: Text<'a>,
    /// Its address.
    pub url: Text<'a>,
    /// Name of the function that was called.
    pub function: Text<'a>,
    /// Where in the script the function stands, in characters; 0 if unknown.
    pub position: u32,
    /// How long it ran, in microseconds.
    pub duration_us: u64,
    /// How much of that was layout that it forced, in microseconds.
    pub layout_us: u64,
}

/// What the document has loaded since its beginning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceSummary<'a> {
    /// By what loaded it.
    pub groups: Vec<ResourceGroup<'a>>,
    /// Those that took the longest, the longest first.
    pub slowest: Vec<SlowResource<'a>>,
}

/// All that was loaded by the same kind of initiator.
#[derive(Clone, Debug, PartialEq)]
pub struct ResourceGroup<'a> {
    /// The browser's word: `img`, `script`, `css`, `fetch`, …
    pub initiator: Text<'a>,
    /// How many.
    pub count: u64,
    /// Bytes that travelled.
    pub transfer_bytes: u64,
    /// The sum of their durations in microseconds.
    pub duration_us: u64,
}

/// A resource that took long.
#[derive(Clone, Debug, PartialEq)]
pub struct SlowResource<'a> {
    /// Its address.
    pub url: Text<'a>,
    /// The browser's word for what loaded it.
    pub initiator: Text<'a>,
    /// From the beginning to the end, in microseconds.
    pub duration_us: u64,
    /// Bytes that travelled.
    pub transfer_bytes: u64,
}

/// The memory of the page's scripts, where the browser tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// Bytes in use.
    pub used_bytes: u64,
    /// Bytes reserved.
    pub total_bytes: u64,
    /// Bytes that may be reserved at most.
    pub limit_bytes: u64,
}

wire_enum!(
    /// What a Web Vital measures.
    Vital {
        /// Largest Contentful Paint.
        LargestPaint = 1,
        /// Cumulative Layout Shift, in session windows.
        LayoutShift = 2,
        /// Interaction to Next Paint.
        Interaction = 3,
        /// First Contentful Paint.
        FirstPaint = 4,
        /// Time to First Byte.
        FirstByte = 5,
    }
);

impl Vital {
    /// The name that the field knows it by.
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::LargestPaint => "LCP",
            Self::LayoutShift => "CLS",
            Self::Interaction => "INP",
            Self::FirstPaint => "FCP",
            Self::FirstByte => "TTFB",
        }
    }
}
