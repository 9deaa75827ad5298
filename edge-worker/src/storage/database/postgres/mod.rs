//! PostgreSQL, and what speaks its protocol.
//!
//! A connection belongs to the request that opened it; the runtime lets no other one use it. So there are
//! two engines: [`Hyperdrive`] opens one each time, which costs little where Cloudflare keeps the
//! real ones open, and [`HeldConnection`] asks a Durable Object that keeps one.
//!
//! [`transaction`] is what both do with it; [`sql`] and [`row`] translate.

mod connection;
mod database_object;
mod held_connection;
mod hyperdrive;
mod row;
mod sql;
pub(super) mod transaction;

use std::error::Error;
use std::fmt::Display;

pub(crate) use held_connection::HeldConnection;
pub(crate) use hyperdrive::Hyperdrive;

use crate::storage::{StorageError, Store};

fn failed(cause: impl Display) -> StorageError {
    StorageError::new(Store::Index, cause)
}

/// What PostgreSQL, or the way to it, said.
fn refused(error: &tokio_postgres::Error) -> StorageError {
    match (error.as_db_error(), error.source()) {
        (Some(said), _) => failed(format!("{} ({})", said.message(), said.code().code())),
        (None, Some(cause)) => failed(format!("{error}: {cause}")),
        (None, None) => failed(error),
    }
}
