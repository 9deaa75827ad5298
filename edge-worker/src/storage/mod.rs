//! Where things are kept: the index in D1, segments and sheets in R2.
//!
//! The rest of the edge sees [`Index`], [`Segments`] and [`Sheets`] and none of the engines behind them.

mod error;
mod index;
mod segments;
mod sheets;

pub(crate) use error::{StorageError, Store};
pub(crate) use index::{Index, IngestKeyRow, SessionPosition, SessionRow, SignedIn};
pub(crate) use segments::{Segments, key as segment_key};
pub(crate) use sheets::Sheets;
