//! Where things are kept: the index in D1, the segments in R2.
//!
//! The rest of the edge sees [`Index`] and [`Segments`] and none of the engines behind them.

mod error;
mod index;
mod segments;

pub(crate) use error::{StorageError, Store};
pub(crate) use index::{Index, IngestKeyRow, SessionPosition, SessionRow, SignedIn};
pub(crate) use segments::{Segments, key as segment_key};
