//! What a [`Database`](crate::storage::database::Database) promises, on a real PostgreSQL: the one that
//! `MONITORME_POSTGRES` names, as `cargo xtask test --only contract-of-postgres` does.

use std::env;
use std::rc::Rc;

use async_trait::async_trait;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tokio_postgres::{Client, NoTls};

use super::transaction;
use crate::storage::database::{Database, Dialect, Parameter, Row, Statement};
use crate::storage::{Index, StorageError};

/// A connection that does not go through the runtime of workers.
#[derive(Debug)]
struct Direct(Client);

impl Direct {
    async fn to(database: &str) -> Self {
        let url = env::var("MONITORME_POSTGRES").expect("MONITORME_POSTGRES=postgres://…");
        let url = format!("{url}/{database}");
        let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
        tokio::spawn(connection);
        Self(client)
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

/// A client whose tables are its own.
async fn client() -> Client {
    let Direct(client) = Direct::to("postgres").await;
    let table = "create temporary table kept (number bigint primary key, text text)";
    transaction::run(&client, &[Statement::new(table, [])])
        .await
        .unwrap();
    client
}

fn insert(number: u64, text: impl Into<Parameter>) -> Statement {
    let sql = "insert into kept (number, text) values (?1, ?2) returning number, text";
    Statement::new(sql, [number.into(), text.into()])
}

async fn one(client: &Client, statement: Statement) -> Result<Vec<Row>, StorageError> {
    let mut results = transaction::run(client, &[statement]).await?;
    Ok(results.pop().unwrap())
}

async fn numbers(client: &Client) -> Vec<Value> {
    let sql = "select number from kept order by number";
    let rows = one(client, Statement::new(sql, [])).await.unwrap();
    rows.iter().map(|row| row["number"].clone()).collect()
}

#[tokio::test]
async fn each_statement_has_its_rows() {
    let client = client().await;
    let count = Statement::new("select count(*) as count from kept", []);
    let statements = [insert(1, "a"), insert(2, "b"), count];
    let results = transaction::run(&client, &statements).await.unwrap();
    assert_eq!(
        json!(results),
        json!([[{ "number": 1, "text": "a" }], [{ "number": 2, "text": "b" }], [{ "count": 2 }]])
    );
}

#[tokio::test]
async fn nothing_is_left_of_a_transaction_that_fails_at_its_end() {
    let client = client().await;
    let statements = [insert(1, "a"), insert(2, "b"), insert(1, "again")];
    let error = transaction::run(&client, &statements).await.unwrap_err();
    assert!(error.to_string().contains("23505"), "{error}");
    assert_eq!(numbers(&client).await, Vec::<Value>::new());
}

#[tokio::test]
async fn what_follows_a_statement_that_fails_does_not_happen() {
    let client = client().await;
    one(&client, insert(1, "a")).await.unwrap();
    let statements = [insert(1, "again"), insert(2, "b")];
    assert!(transaction::run(&client, &statements).await.is_err());
    assert_eq!(numbers(&client).await, [1]);
}

#[tokio::test]
async fn transactions_on_one_connection_do_not_mix() {
    let client = client().await;
    // More statements than a poll of many futures gets to at once; every second transaction fails.
    let transactions = (0..20).map(|number| {
        let first = number * 100;
        let last = if number % 2 == 0 { first } else { first + 50 };
        let numbers = (first..first + 50).chain([last]);
        numbers
            .map(|number| insert(number, "a"))
            .collect::<Vec<_>>()
    });
    let transactions: Vec<_> = transactions.collect();
    let runs = transactions
        .iter()
        .map(|all| transaction::run(&client, all));
    let are_done: Vec<_> = join_all(runs).await.iter().map(Result::is_ok).collect();
    let expected: Vec<_> = (0..20).map(|number| number % 2 == 1).collect();
    assert_eq!(are_done, expected);
    assert_eq!(numbers(&client).await.len(), 10 * 51);
}

#[tokio::test]
async fn a_transaction_sees_nothing_of_another_one() {
    let clients = [Direct::to("postgres").await, Direct::to("postgres").await];
    for sql in [
        "drop table if exists counted",
        "create table counted (number bigint not null)",
        "insert into counted (number) values (0)",
    ] {
        clients[0].run(&[Statement::new(sql, [])]).await.unwrap();
    }
    let count_on = [
        Statement::new("select number from counted", []),
        Statement::new(
            "update counted set number = number + 1 returning number",
            [],
        ),
    ];
    let counting = (0..40).map(|turn| clients[turn % 2].run(&count_on));
    let mut numbers: Vec<_> = join_all(counting)
        .await
        .into_iter()
        // One that others were in the way of for too long has had no effect.
        .flatten()
        .map(|results| [0, 1].map(|statement| results[statement][0]["number"].as_u64().unwrap()))
        .collect();
    numbers.sort_unstable();
    assert!(!numbers.is_empty());
    let expected: Vec<_> = (0..)
        .map(|number| [number, number + 1])
        .take(numbers.len())
        .collect();
    assert_eq!(numbers, expected);
}

#[tokio::test]
async fn values_come_back_as_they_were_given() {
    let client = client().await;
    let long = "größe\n".repeat(200_000);
    for (number, text) in (0..).zip(["", "it's \"quoted\" \\ $1 ?1 --", "\u{1}\u{10ffff}", &long]) {
        let rows = one(&client, insert(number, text)).await.unwrap();
        assert_eq!(rows[0]["text"], text);
    }
    let largest = 1 << 53;
    let rows = one(&client, insert(largest, None::<&str>)).await.unwrap();
    assert_eq!(json!(rows), json!([{ "number": largest, "text": null }]));
    let sql = "select cast(?1 as bigint) as number";
    let rows = one(&client, Statement::new(sql, [None::<u64>.into()])).await;
    assert_eq!(json!(rows.unwrap()), json!([{ "number": null }]));
}

#[tokio::test]
async fn a_character_that_no_text_may_have_is_replaced() {
    let client = client().await;
    let rows = one(&client, insert(1, "a\0b")).await.unwrap();
    assert_eq!(rows[0]["text"], "a\u{fffd}b");
}

#[tokio::test]
async fn elements_of_json_are_rows() {
    let client = client().await;
    let sql = "insert into kept (number, text)
        select cast(value ->> 'n' as bigint), value ->> 't' from json_each(?1) where true
        on conflict (number) do update set text = excluded.text";
    let elements = r#"[{"n": 9007199254740992, "t": "a"}, {"n": 2, "t": "it's"}]"#;
    one(&client, Statement::new(sql, [elements.into()]))
        .await
        .unwrap();
    assert_eq!(numbers(&client).await, [2_u64, 9_007_199_254_740_992]);
}

#[tokio::test]
async fn a_type_that_is_not_expected_is_an_error() {
    let client = client().await;
    let error = one(&client, Statement::new("select true as truth", [])).await;
    let error = error.unwrap_err().to_string();
    assert!(error.contains("truth is of type bool"), "{error}");
}

#[tokio::test]
async fn edges_that_begin_at_once_all_find_the_tables() {
    let server = Direct::to("postgres").await;
    for sql in [
        "drop database if exists begun_at_once with (force)",
        "create database begun_at_once",
    ] {
        server.run(&[Statement::new(sql, [])]).await.unwrap();
    }
    let edges = join_all((0..8).map(|_| Direct::to("begun_at_once"))).await;
    let opened = join_all(edges.into_iter().map(|edge| Index::open(Rc::new(edge), 1))).await;
    for index in opened {
        assert!(!index.unwrap().has_project("shop").await.unwrap());
    }
}
