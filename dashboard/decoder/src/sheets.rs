//! The style sheets that records name and the archive has.

use std::collections::{BTreeSet, HashMap};

use wasm_bindgen::prelude::*;
use wire_format::error::Result;
use wire_format::node::Text;
use wire_format::record::Record;
use wire_format::sheet::{OpenSheet, Rules, SheetHash, SheetPlace, resolve, visit_sheets};
use wire_format::state::State;
use wire_format::{OpenBatch, segment};

/// The part of the archive that a session needs.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Sheets {
    rules: HashMap<SheetHash, Vec<String>>,
}

#[wasm_bindgen]
impl Sheets {
    /// Has no sheets.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sheet as the archive keeps it. Bytes that are none are passed over: the page is then
    /// shown without it.
    pub fn add(&mut self, sealed: &[u8]) {
        if let Ok(sheet) = OpenSheet::open(sealed) {
            self.rules.insert(sheet.hash, sheet.rules);
        }
    }
}

impl Sheets {
    /// Puts sheets where a record only names them.
    pub fn resolve(&self, record: &mut Record<'_>) {
        resolve(record, |hash| {
            let rules = self.rules.get(&hash)?;
            Some(rules.iter().cloned().map(Text::Owned).collect())
        });
    }
}

/// The sheets that the records of these segments name.
pub fn named_in(segments: &[u8]) -> Result<BTreeSet<SheetHash>> {
    let mut named = BTreeSet::new();
    for (_, bytes) in segment::split_all(segments)? {
        for record in OpenBatch::open(bytes)?.records()? {
            visit_sheets(&mut record?.record, |place| match place {
                SheetPlace::Rules { rules, .. } => {
                    if let Rules::Archived(hash) = rules {
                        named.insert(*hash);
                    }
                }
                SheetPlace::StyleText { states, .. } => {
                    named.extend(states.iter().filter_map(|state| match state {
                        State::ArchivedText(hash) => Some(*hash),
                        _ => None,
                    }));
                }
            });
        }
    }
    Ok(named)
}
