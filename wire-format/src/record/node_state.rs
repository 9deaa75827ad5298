use std::borrow::Cow;

use super::Record;
use crate::id::NodeId;
use crate::state::{PrivacyMark, State};

impl<'a> Record<'a> {
    /// The one state of a node that a record says, if that is all it says.
    pub fn node_state(&self) -> Option<(NodeId, Cow<'_, State<'a>>)> {
        Some(match self {
            Self::Input { node, state } | Self::State { node, state } => {
                (*node, Cow::Borrowed(state))
            }
            Self::Scroll { node, x, y } => (*node, Cow::Owned(State::Scroll { x: *x, y: *y })),
            Self::SheetMedia { sheet, media } => {
                (*sheet, Cow::Owned(State::SheetMedia(media.clone())))
            }
            Self::AdoptedSheets { root, sheets } => {
                (*root, Cow::Owned(State::AdoptedSheets(sheets.clone())))
            }
            Self::BlockSize {
                node,
                width,
                height,
            } => {
                let (width, height) = (*width, *height);
                let mark = PrivacyMark::Blocked { width, height };
                (*node, Cow::Owned(State::Privacy(mark)))
            }
            _ => return None,
        })
    }
}
