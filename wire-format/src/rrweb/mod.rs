//! Records as events of the stock rrweb replayer, version 2.
//!
//! What rrweb's format cannot express (an identified visitor, an error, a navigation within the
//! document) becomes a custom event, which the replayer passes over.
//!
//! - [`Exporter`]: goes through the records of one window, in order.
//! - `events`: the envelopes; `nodes`: nodes and trees; `mutation`: what changed;
//!   `style_sheets`: what became of sheets.
//! - `frames`: the documents of frames; `documents`: which of them a node is in; `trees`: what rrweb
//!   takes for one tree; `stand_ins`: nodes that only the replay has.
//! - `element_states`: what elements have beside their markup; `bitmaps`: what canvases show.
//! - `pictures`: what an `img` chose among its candidates.
//! - `pointer`: where pointers went and what they did; `window`: selection, zoom, focus, orientation.
//! - `signals`: what developers need beside the picture.
//! - `addresses`: relative URLs made absolute, since the replay lives at another address.
//! - `harmless`: names and values that must not reach a browser as they are.
//! - `json`: the text that all of it is written as.

mod addresses;
mod bitmaps;
mod documents;
mod element_states;
mod events;
mod frames;
mod harmless;
mod json;
mod mutation;
mod nodes;
mod pictures;
mod pointer;
mod session;
mod signals;
mod stand_ins;
mod style_sheets;
mod trees;
mod window;

use std::collections::HashSet;

use crate::id::NodeId;
use crate::mirror::Mirror;
use crate::record::{Record, TimedRecord};

use addresses::Addresses;
use json::Json;
use pointer::Position;

/// Converts the records of one window, in the order of their times, to rrweb events.
#[derive(Debug, Default)]
pub struct Exporter {
    mirror: Mirror,
    addresses: Addresses,
    events: Json,
    has_snapshot: bool,
    /// The constructed sheets that the replayer has got since the last full snapshot.
    defined_sheets: HashSet<NodeId>,
    /// How many ids stand-ins have taken.
    stand_ins: i64,
    /// Where the pointer was when it was last heard of.
    last_position: Option<Position>,
}

impl Exporter {
    /// Appends the events for a record. What comes before the first full snapshot cannot be shown
    /// and gives none.
    pub fn add(&mut self, timed: &TimedRecord<'_>) {
        match &timed.record {
            Record::FullSnapshot(snapshot) => {
                self.has_snapshot = true;
                self.mirror.apply(&timed.record);
                self.full_snapshot(timed.at_ms, snapshot);
                let nodes = element_states::nodes_with_states(&self.mirror);
                self.late_states(timed.at_ms, &nodes);
            }
            _ if !self.has_snapshot => {}
            Record::Mutation(mutation) => self.mutation(timed.at_ms, mutation, &timed.record),
            Record::RuleEdits { sheet, edits } => {
                self.rule_edits(timed.at_ms, *sheet, edits, &timed.record);
            }
            record => {
                self.mirror.apply(record);
                self.incremental(timed.at_ms, record);
            }
        }
    }

    /// Whether any full snapshot came by.
    pub const fn has_snapshot(&self) -> bool {
        self.has_snapshot
    }

    /// All events, as a JSON array.
    pub fn into_json(self) -> String {
        format!("[{}]", self.events.into_text())
    }
}

#[cfg(test)]
mod tests;
