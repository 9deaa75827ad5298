//! Taking in what agents send: receive → validate → scrub → store, in this order and with these names for
//! everything that is sent; sheets, which hold no values of visitors, are not scrubbed. [`settings`] is
//! what agents ask for.

pub(crate) mod batches;
pub(crate) mod settings;
pub(crate) mod sheets;

mod ingest_key;
mod key_cache;
mod rate_limit;
mod scrubbers;
mod sender;

pub(crate) use sender::Sender;
