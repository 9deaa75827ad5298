//! Every maximum of scrubbing, with its unit and its reason.

/// Keys of a project: 200. Each is held against the beginning of every name.
pub(crate) const KEYS_MAX: usize = 200;

/// A key, or what is compared of a name: 128 bytes, twice the longest names in practice. It is what
/// is looked back at from every `:` and `=`.
pub(crate) const NAME_BYTES_MAX: usize = 128;

/// Spaces between a name, its separator and its value: 8. Texts that align columns have as many.
pub(crate) const SPACES_MAX: usize = 8;

/// The part of an e-mail address before its `@`: 64 bytes (RFC 5321, section 4.5.3.1.1).
pub(crate) const MAILBOX_BYTES_MAX: usize = 64;

/// The domain of an e-mail address: 255 bytes (RFC 5321, section 4.5.3.1.2).
pub(crate) const DOMAIN_BYTES_MAX: usize = 255;

/// Digits of the number of a payment card, at least: 13 (ISO/IEC 7812-1 allows fewer, which no issuer
/// uses).
pub(crate) const CARD_DIGITS_MIN: usize = 13;

/// Digits of the number of a payment card, at most: 19 (ISO/IEC 7812-1).
pub(crate) const CARD_DIGITS_MAX: usize = 19;

/// What follows `Bearer` and holds no digit is a token from 16 letters on; shorter ones are words.
pub(crate) const TOKEN_LETTERS_MIN: usize = 16;

/// A run of hexadecimal digits that is a hash or an id rather than letters beside the number of a card:
/// 24, as many as ids of databases have.
pub(crate) const HASH_BYTES_MIN: usize = 24;

/// JSON within strings of JSON: 8 deep. Every level doubles the backslashes, so that nobody writes it;
/// what is deeper is scrubbed like any other text.
pub(crate) const JSON_DEPTH_MAX: usize = 8;
