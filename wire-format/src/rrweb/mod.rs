//! Records as events of the stock rrweb replayer, version 2.
//!
//! What rrweb's format cannot express (an identified visitor, an error, a navigation within the
//! document) becomes a custom event, which the replayer passes over.
//!
//! - [`WindowTree`]: goes through the records of a window and of those that its frames show, in
//!   order; `exporter`: does so with those of one window.
//! - `events`: the envelopes; `nodes`: nodes and trees; `mutation`: what changed;
//!   `style_sheets`: what became of sheets.
//! - `frames`: the documents of frames; `documents`: which of them a node is in; `trees`: what rrweb
//!   takes for one tree; `stand_ins`: nodes that only the replay has; `ids`: what nodes are called.
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
mod exporter;
mod frames;
mod harmless;
mod ids;
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
mod window_tree;

use exporter::Exporter;

pub use window_tree::WindowTree;

#[cfg(test)]
mod tests;
