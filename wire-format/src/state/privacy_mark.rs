use super::State;

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
