//! Connections to PostgreSQL.

use std::future::Future;

use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Client, Config, Connection};
use worker::postgres_tls::PassthroughTls;
use worker::{SecureTransport, Socket};

use super::{failed, refused};
use crate::storage::StorageError;
use crate::{clock, limits};

const DEFAULT_PORT: u16 = 5432;

/// Opens a socket to the first host of an address `postgres://…`.
pub(super) fn socket(config: &Config) -> Result<Socket, StorageError> {
    let Some(Host::Tcp(host)) = config.get_hosts().first() else {
        return Err(failed("the address of PostgreSQL names no host"));
    };
    let port = config.get_ports().first().copied();
    let transport = match config.get_ssl_mode() {
        SslMode::Disable => SecureTransport::Off,
        _ => SecureTransport::StartTls,
    };
    let builder = Socket::builder().secure_transport(transport);
    builder
        .connect(host, port.unwrap_or(DEFAULT_PORT))
        .map_err(failed)
}

/// Signs in. The connection must be polled for the client to get anywhere; it ends when the client is
/// dropped.
pub(super) async fn open(
    config: &Config,
    socket: Socket,
) -> Result<(Client, Connection<Socket, Socket>), StorageError> {
    let opened = config.connect_raw(socket, PassthroughTls);
    let opened = in_time(limits::POSTGRES_OPENING_MS_MAX, opened).await?;
    opened.map_err(|error| refused(&error))
}

/// What comes of a future, if it comes within so many milliseconds.
pub(super) async fn in_time<F: Future>(
    limit_ms: u64,
    future: F,
) -> Result<F::Output, StorageError> {
    let output = clock::in_time(limit_ms, future).await;
    output.ok_or_else(|| failed(format!("PostgreSQL did not answer within {limit_ms} ms")))
}
