//! Where things are kept.
//!
//! The rest of the edge sees [`Index`], [`Segments`] and [`Sheets`]. Below them, [`database`] and
//! [`blobs`] have an engine for each place an edge can run in.

pub(crate) mod blobs;
pub(crate) mod database;
mod error;
mod index;
mod segments;
mod sheets;

pub(crate) use error::{StorageError, Store};
pub(crate) use index::{
    Counts, Index, IngestKeyRow, KeyKind, MetricKey, MetricRow, OutcomeKey, OutcomeRow,
    ProjectChange, ProjectKeyRow, ProjectRow, Retention, SessionFilter, SessionName,
    SessionPosition, SessionRow, SignedIn, Trouble,
};
pub(crate) use segments::{Segments, key as segment_key};
pub(crate) use sheets::Sheets;
