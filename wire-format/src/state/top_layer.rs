use crate::record::wire_enum;

/// An element's place in the layer above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopLayer {
    /// How it came there.
    pub kind: TopLayerKind,
    /// Of two elements the one with the larger number is above the other.
    pub order: u32,
}

wire_enum!(
    /// How an element came into the top layer.
    TopLayerKind {
        /// It is not there, or no longer.
        Outside = 0,
        /// A dialog that blocks the rest of the page.
        ModalDialog = 1,
        /// A popover.
        Popover = 2,
        /// The element that fills the screen.
        Fullscreen = 3,
    }
);
