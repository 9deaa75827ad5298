use super::numbers::wire_enum;

/// Records were held back until here, and are sent from here on together with those that follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Why they are sent.
    pub reason: ReleaseReason,
    /// Milliseconds before the time of the record: when the oldest batch begins that was kept.
    pub age_ms: u32,
    /// Batches of this window that were let go before that, as they were too old or too many.
    pub let_go_count: u32,
}

wire_enum!(
    /// Why what was held back is sent.
    ReleaseReason {
        /// An error that nobody caught, or a request that a server failed to answer.
        Error = 1,
        /// The page's own code asked for it.
        Requested = 2,
        /// The edge asked for it.
        Edge = 3,
        /// The session has lasted long enough.
        Duration = 4,
        /// Another page of the session had a reason.
        OtherPage = 5,
    }
);
