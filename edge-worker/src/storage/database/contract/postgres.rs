//! PostgreSQL, and what it alone must be tested for.

use std::env;

use async_trait::async_trait;
use serde_json::Value;
use tokio_postgres::{Client, NoTls};

use crate::storage::StorageError;
use crate::storage::database::postgres::transaction;
use crate::storage::database::{Database, Dialect, Row, Statement};

/// A database of the server.
#[derive(Debug)]
pub(super) struct Name(String);

/// A connection that does not go through the runtime of workers.
#[derive(Debug)]
pub(super) struct Direct(Client);

impl Name {
    /// An empty one in the place of what an earlier test left.
    pub(super) async fn fresh(name: &str) -> Self {
        let server = Direct::to("postgres").await;
        server
            .execute(&format!("drop database if exists {name} with (force)"))
            .await;
        server.execute(&format!("create database {name}")).await;
        Self(name.to_owned())
    }

    pub(super) async fn connect(&self) -> Direct {
        Direct::to(&self.0).await
    }
}

impl Direct {
    async fn to(database: &str) -> Self {
        let url = env::var("MONITORME_POSTGRES").expect("MONITORME_POSTGRES=postgres://…");
        let url = format!("{url}/{database}");
        let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
        tokio::spawn(connection);
        Self(client)
    }

    async fn execute(&self, sql: &str) -> Vec<Row> {
        let statement = Statement::new(sql.to_owned(), []);
        let mut results = self.run(&[statement]).await.unwrap();
        results.pop().unwrap()
    }
}

#[async_trait(?Send)]
impl Database for Direct {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    async fn run(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StorageError> {
        transaction::run(&self.0, statements).await
    }
}

#[tokio::test]
async fn a_character_that_no_text_may_have_is_replaced() {
    let client = Direct::to("postgres").await;
    let echo = Statement::new("select ?1 as text", ["a\0b".into()]);
    let results = client.run(&[echo]).await.unwrap();
    assert_eq!(results[0][0]["text"], "a\u{fffd}b");
}

#[tokio::test]
async fn a_type_that_is_not_expected_is_an_error() {
    let client = Direct::to("postgres").await;
    let truth = Statement::new("select true as truth", []);
    let error = client.run(&[truth]).await.unwrap_err().to_string();
    assert!(error.contains("truth is of type bool"), "{error}");
}

#[tokio::test]
async fn the_log_says_what_the_server_said() {
    let client = Direct::to("postgres").await;
    let missing = Statement::new("select 1 from nowhere", []);
    let error = client.run(&[missing]).await.unwrap_err().to_string();
    assert!(error.contains("42P01"), "{error}");
    let one = client.execute("select cast(1 as bigint) as one").await;
    assert_eq!(one[0]["one"], Value::from(1), "the connection goes on");
}
