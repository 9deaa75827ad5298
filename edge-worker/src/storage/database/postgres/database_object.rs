//! The Durable Object that holds a connection to PostgreSQL, for all requests of this machine.

use std::rc::Rc;

use futures_util::lock::Mutex;
use tokio_postgres::{Client, Config};
use wasm_bindgen_futures::spawn_local;
use worker::{DurableObject, Env, Request, Response, State, durable_object};

use super::connection::{self, in_time};
use super::{failed, transaction};
use crate::bindings::Bindings;
use crate::limits;
use crate::storage::StorageError;
use crate::storage::database::{Row, Statement};

/// Holds a connection, and opens another one when it has broken.
#[durable_object]
pub struct DatabaseObject {
    bindings: Bindings,
    /// Locked while a connection is opened: requests that come meanwhile wait for it.
    client: Mutex<Option<Rc<Client>>>,
}

impl DurableObject for DatabaseObject {
    fn new(_platform: State, env: Env) -> Self {
        Self {
            bindings: Bindings::new(env),
            client: Mutex::default(),
        }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let statements: Vec<Statement> = request.json().await?;
        match self.run(&statements).await {
            Ok(rows) => Response::from_json(&rows),
            Err(error) => Response::error(error.cause(), 503),
        }
    }
}

impl DatabaseObject {
    async fn run(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StorageError> {
        let client = self.client().await?;
        let rows = transaction::run(&client, statements);
        match in_time(limits::POSTGRES_ANSWER_MS_MAX, rows).await {
            Ok(rows) => rows,
            Err(error) => {
                // Nobody may be there any more. The next request finds out.
                self.client.lock().await.take();
                Err(error)
            }
        }
    }

    /// The client of the connection that is held, which is opened if there is none.
    async fn client(&self) -> Result<Rc<Client>, StorageError> {
        let mut held = self.client.lock().await;
        if let Some(client) = held.as_ref().filter(|client| !client.is_closed()) {
            return Ok(Rc::clone(client));
        }
        let address = self.bindings.postgres_url();
        let address = address.ok_or_else(|| failed("POSTGRES_URL is not set"))?;
        let config: Config = address.parse().map_err(failed)?;
        let socket = connection::socket(&config)?;
        let (client, connection) = connection::open(&config, socket).await?;
        spawn_local(async move {
            // Requests under way learn of its end by themselves.
            let _end = connection.await;
        });
        Ok(Rc::clone(held.insert(Rc::new(client))))
    }
}

impl std::fmt::Debug for DatabaseObject {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("DatabaseObject")
            .finish_non_exhaustive()
    }
}
