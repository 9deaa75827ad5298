//! What can be wrong with bytes that claim to be a batch or a segment.

/// Why bytes were refused. None of these is worth sending again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The bytes end before the value does.
    #[error("the bytes end early")]
    Truncated,
    /// The first bytes are not the magic number.
    #[error("not a MonitorMe batch or segment")]
    WrongMagic,
    /// Written by a newer writer, or damaged.
    #[error("version {0} is not supported")]
    UnsupportedVersion(u8),
    /// The codec byte has no meaning in this version.
    #[error("codec {0} is not supported")]
    UnsupportedCodec(u8),
    /// The payload does not decompress to the length that the batch states.
    #[error("the payload does not decompress to its stated length")]
    CorruptPayload,
    /// A MessagePack value of another type stands where the format wants this one.
    #[error("expected {0}")]
    Unexpected(&'static str),
    /// A number is outside the range of its field.
    #[error("{0} is out of range")]
    OutOfRange(&'static str),
    /// A text is not UTF-8.
    #[error("a string is not valid UTF-8")]
    InvalidUtf8,
    /// A text refers to a string that does not exist.
    #[error("reference to a string that is not in the table")]
    UnknownString,
    /// The byte of a node has no meaning in this version.
    #[error("node kind {0} is not known")]
    UnknownNodeKind(u8),
    /// The columns of a forest do not fit together.
    #[error("the columns of a forest do not fit together")]
    InconsistentForest,
    /// Bytes stand after the end.
    #[error("bytes are left over after the end")]
    LeftOver,
    /// One of the maxima in [`crate::limits`] is exceeded.
    #[error("{what} exceeds its limit of {limit}")]
    LimitExceeded {
        /// What was too large, with its unit.
        what: &'static str,
        /// The maximum.
        limit: usize,
    },
}

/// A value that was read, or why it could not be.
pub type Result<T> = std::result::Result<T, DecodeError>;
