//! A store that did not do what it was asked.

use std::fmt::{self, Display};

/// Which store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Store {
    /// D1.
    Index,
    /// R2.
    Segments,
    /// The archive of style sheets, in R2.
    Sheets,
    /// A Durable Object or its database.
    SessionObject,
}

/// A store failed. The cause is for the log; a client only learns that it may try again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{store}: {cause}")]
pub(crate) struct StorageError {
    store: Store,
    cause: String,
}

impl StorageError {
    pub(crate) fn new(store: Store, cause: impl Display) -> Self {
        Self {
            store,
            cause: cause.to_string(),
        }
    }
}

impl Display for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Index => "index",
            Self::Segments => "segments",
            Self::Sheets => "sheets",
            Self::SessionObject => "session object",
        })
    }
}
