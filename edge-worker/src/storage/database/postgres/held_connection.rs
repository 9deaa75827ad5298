//! PostgreSQL through a connection that a Durable Object holds.

use async_trait::async_trait;
use worker::durable::Stub;
use worker::{Method, Request, RequestInit};

use super::failed;
use crate::storage::StorageError;
use crate::storage::database::{Database, Dialect, Row, Statement};

/// Requests to an object need an address, which has no meaning.
const ADDRESS: &str = "https://database-object";

/// A database whose connection is held by an object.
#[derive(Debug)]
pub(crate) struct HeldConnection {
    object: Stub,
}

impl HeldConnection {
    pub(crate) fn new(object: Stub) -> Self {
        Self { object }
    }
}

#[async_trait(?Send)]
impl Database for HeldConnection {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    async fn run(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StorageError> {
        let message = serde_json::to_string(statements).map_err(failed)?;
        let mut request = RequestInit::new();
        request
            .with_method(Method::Post)
            .with_body(Some(message.into()));
        let request = Request::new_with_init(ADDRESS, &request).map_err(failed)?;
        let mut response = self
            .object
            .fetch_with_request(request)
            .await
            .map_err(failed)?;
        match response.status_code() {
            200 => response.json().await.map_err(failed),
            _ => Err(failed(response.text().await.unwrap_or_default())),
        }
    }
}
