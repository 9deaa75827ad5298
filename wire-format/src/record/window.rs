/// What part of the viewport the visitor sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisualViewport {
    /// CSS pixels from the left edge of the viewport.
    pub x: i32,
    /// CSS pixels from the top edge of the viewport.
    pub y: i32,
    /// Magnification in thousandths; 1,000 shows the whole viewport.
    pub scale_permille: u32,
}
