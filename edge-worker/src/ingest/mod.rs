//! Taking in what agents send: receive → validate → store, in this order and with these names for
//! everything that is sent. [`settings`] is what agents ask for.

pub(crate) mod batches;
pub(crate) mod settings;
pub(crate) mod sheets;

mod ingest_key;
mod key_cache;
mod rate_limit;
mod sender;

pub(crate) use sender::Sender;
