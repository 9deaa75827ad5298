//! A store that did not do what it was asked.

use std::fmt::{self, Display};

/// Which store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Store {
    /// The database of sessions, keys and sign-ins.
    Index,
    /// The objects with segments and style sheets.
    Blobs,
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

    /// What went wrong, without the name of the store.
    #[cfg(feature = "postgres")]
    pub(crate) fn cause(&self) -> &str {
        &self.cause
    }

    /// The store that failed.
    pub(crate) fn store(&self) -> Store {
        self.store
    }
}

impl Store {
    /// Its name in the log and in metrics.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Blobs => "blobs",
            Self::SessionObject => "session object",
        }
    }
}

impl Display for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
