//! Kinds that are told apart by a number on the wire.

macro_rules! wire_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $number:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant = $number,)+ }

        impl $name {
            /// The number on the wire.
            pub const fn number(self) -> u64 {
                self as u64
            }

            /// The kind with this number on the wire.
            pub const fn from_number(number: u64) -> Option<Self> {
                match number {
                    $($number => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use wire_enum;

wire_enum!(
    /// What a pointer is.
    PointerKind {
        /// A mouse or a touchpad.
        Mouse = 0,
        /// A pen.
        Pen = 1,
        /// A finger.
        Touch = 2,
        /// Something that is dragged, by whatever pointer.
        Drag = 3,
    }
);
wire_enum!(
    /// What a pointer did; the numbers are those of rrweb's mouse interactions.
    PointerActionKind {
        /// A button was released.
        Up = 0,
        /// A button was pressed.
        Down = 1,
        /// A click.
        Click = 2,
        /// The context menu was asked for.
        ContextMenu = 3,
        /// A double click.
        DoubleClick = 4,
        /// A finger came down.
        TouchStart = 7,
        /// A finger was lifted.
        TouchEnd = 9,
        /// The browser took the touch over.
        TouchCancel = 10,
    }
);
wire_enum!(
    /// How a page came to its address.
    NavigationKind {
        /// The document was loaded.
        Load = 1,
        /// `history.pushState`.
        Push = 2,
        /// `history.replaceState`.
        Replace = 3,
        /// Back and forward.
        Traverse = 4,
        /// The fragment changed.
        Hash = 5,
    }
);
wire_enum!(
    /// How closely a page is followed that changes faster than anybody can watch.
    ThinningLevel {
        /// Every change.
        Nothing = 0,
        /// Attributes and texts ten times a second.
        Changes = 1,
        /// Attributes and texts twice a second.
        MostChanges = 2,
        /// As before, and what is inside of new elements only when the storm is over.
        Subtrees = 3,
    }
);
wire_enum!(
    /// Why something was lost.
    DiscardReason {
        /// The queue of unsent batches was full.
        OutboxFull = 1,
        /// The edge refused the batch for good.
        Refused = 2,
        /// The batch exceeded the limits of the format.
        BatchTooLarge = 3,
        /// The recorder met a fault of its own.
        RecorderFault = 4,
        /// Nobody came back in time to send what a page had left.
        JournalExpired = 5,
        /// The browser refused to write the journal: what is not sent is lost if the page crashes.
        JournalRefused = 6,
        /// The picture of a canvas was too large.
        BitmapTooLarge = 30,
    }
);
