use wire_format::node::Text;
use wire_format::sheet::{Rules, SealedSheet, SheetHash, SheetPlace, visit_sheets};
use wire_format::state::State;
use wire_format::{NodeId, Record};

use crate::limits::{ARCHIVED_SHEET_BYTES_MIN, ARCHIVED_SHEETS_MAX, SHEET_QUEUE_BYTES_MAX};

/// Which sheets travel as a name under which the archive of the project has them.
///
/// Small ones do not, since the name would be as long; nor those that a script has edited, since no
/// other page is likely to come to the very same rules.
#[derive(Debug)]
pub(super) struct Archive {
    edited: Vec<NodeId>,
    /// What the edge did not take.
    refused: Vec<SheetHash>,
    named: Vec<SheetHash>,
    /// Named for the first time since they were last taken.
    sealed: Vec<SealedSheet>,
    /// Bytes of sheets that may still be sealed.
    room_bytes: usize,
    /// The edge has all that were sealed.
    is_complete: bool,
}

impl Default for Archive {
    fn default() -> Self {
        Self {
            edited: Vec::new(),
            refused: Vec::new(),
            named: Vec::new(),
            sealed: Vec::new(),
            room_bytes: SHEET_QUEUE_BYTES_MAX,
            is_complete: true,
        }
    }
}

impl Archive {
    /// Takes note of what becomes of sheets.
    pub(super) fn follow(&mut self, record: &Record<'_>) {
        match record {
            Record::StyleSheet { sheet, .. } => {
                self.edited.retain(|edited| edited != sheet);
            }
            Record::RuleEdits { sheet, .. } if !self.edited.contains(sheet) => {
                self.edited.push(*sheet);
            }
            _ => {}
        }
    }

    /// The names of the sheets of a record that is about to be written, in their order.
    pub(super) fn names(&mut self, record: &mut Record<'_>) -> Vec<Option<SheetHash>> {
        let mut names = Vec::new();
        visit_sheets(record, |place| {
            names.push(match place {
                SheetPlace::Rules { sheet, rules } => match rules {
                    Rules::Inline(texts) if !self.edited.contains(&sheet) => self.name(texts),
                    _ => None,
                },
                SheetPlace::StyleText { content, .. } => self.name(std::slice::from_ref(content)),
            });
        });
        names
    }

    /// What the edge may not have yet.
    pub(super) fn take_sealed(&mut self) -> Vec<SealedSheet> {
        std::mem::take(&mut self.sealed)
    }

    /// How many bytes of sheets may be sealed until the next call, and whether the edge has all that
    /// were sealed before.
    pub(super) fn set_progress(&mut self, room_bytes: usize, is_complete: bool) {
        (self.room_bytes, self.is_complete) = (room_bytes, is_complete);
    }

    /// Whether the edge has all sheets that were named.
    pub(super) const fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// This sheet was not sent: it is sealed again when it is named again.
    pub(super) fn forget(&mut self, hash: SheetHash) {
        self.named.retain(|named| *named != hash);
    }

    /// The edge does not take this sheet: it travels inline from now on.
    pub(super) fn refuse(&mut self, hash: SheetHash) {
        self.refused.push(hash);
    }

    /// Forgets sheets that are gone.
    pub(super) fn retain(&mut self, is_there: impl Fn(NodeId) -> bool) {
        self.edited.retain(|&sheet| is_there(sheet));
    }

    fn name(&mut self, rules: &[Text<'_>]) -> Option<SheetHash> {
        let size_bytes: usize = rules.iter().map(|rule| rule.len()).sum();
        if size_bytes < ARCHIVED_SHEET_BYTES_MIN {
            return None;
        }
        let sealed = SealedSheet::of(rules)?;
        let hash = sealed.hash;
        if self.refused.contains(&hash) {
            return None;
        }
        if !self.named.contains(&hash) {
            if self.named.len() >= ARCHIVED_SHEETS_MAX || sealed.bytes.len() > self.room_bytes {
                return None;
            }
            self.room_bytes -= sealed.bytes.len();
            self.is_complete = false;
            self.named.push(hash);
            self.sealed.push(sealed);
        }
        Some(hash)
    }
}

/// Puts names in place of the sheets of a record.
pub(super) fn refer(record: &mut Record<'_>, names: Vec<Option<SheetHash>>) {
    let mut names = names.into_iter();
    visit_sheets(record, |place| {
        let Some(hash) = names.next().flatten() else {
            return;
        };
        match place {
            SheetPlace::Rules { rules, .. } => *rules = Rules::Archived(hash),
            SheetPlace::StyleText { content, states } => {
                *content = Text::Borrowed("");
                states.push(State::ArchivedText(hash));
            }
        }
    });
}
