//! PostgreSQL behind Cloudflare's Hyperdrive.

use async_trait::async_trait;
use futures_util::future::join;
use tokio_postgres::Config;

use super::connection::{self, in_time};
use super::{failed, transaction};
use crate::limits;
use crate::storage::StorageError;
use crate::storage::database::{Database, Dialect, Row, Statement};

/// A database behind Hyperdrive, which keeps connections to it open near by.
#[derive(Debug)]
pub(crate) struct Hyperdrive {
    binding: worker::Hyperdrive,
}

impl Hyperdrive {
    pub(crate) fn new(binding: worker::Hyperdrive) -> Self {
        Self { binding }
    }
}

#[async_trait(?Send)]
impl Database for Hyperdrive {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    async fn run(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StorageError> {
        let config: Config = self.binding.connection_string().parse().map_err(failed)?;
        let socket = self.binding.connect().map_err(failed)?;
        let (client, connection) = connection::open(&config, socket).await?;
        let work = async move { transaction::run(&client, statements).await };
        // The client ends with the work. The connection then says goodbye and ends too: one that is
        // only dropped is taken for a failure at the other end.
        let both = join(work, connection);
        let (rows, _end) = in_time(limits::POSTGRES_ANSWER_MS_MAX, both).await?;
        rows
    }
}
