//! The promises, whatever engine keeps them.

use std::rc::Rc;

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::Place;
use crate::storage::database::{Database, Parameter, Row, Statement};
use crate::storage::{Index, StorageError};

/// A connection to a place with one table.
async fn connect(place: &Place) -> Rc<dyn Database> {
    let database = place.connect().await;
    let table = "create table kept (number bigint primary key, text text)";
    one(&*database, Statement::new(table, [])).await.unwrap();
    database
}

fn insert(number: u64, text: impl Into<Parameter>) -> Statement {
    let sql = "insert into kept (number, text) values (?1, ?2) returning number, text";
    Statement::new(sql, [number.into(), text.into()])
}

async fn one(database: &dyn Database, statement: Statement) -> Result<Vec<Row>, StorageError> {
    let mut results = database.run(&[statement]).await?;
    Ok(results.pop().unwrap())
}

async fn numbers(database: &dyn Database) -> Vec<Value> {
    let sql = "select number from kept order by number";
    let rows = one(database, Statement::new(sql, [])).await.unwrap();
    rows.iter().map(|row| row["number"].clone()).collect()
}

pub(super) async fn each_statement_has_its_rows(place: &Place) {
    let database = connect(place).await;
    let count = Statement::new("select count(*) as count from kept", []);
    let statements = [insert(1, "a"), insert(2, "b"), count];
    let results = database.run(&statements).await.unwrap();
    assert_eq!(
        json!(results),
        json!([[{ "number": 1, "text": "a" }], [{ "number": 2, "text": "b" }], [{ "count": 2 }]])
    );
}

pub(super) async fn nothing_is_left_of_a_transaction_that_fails_at_its_end(place: &Place) {
    let database = connect(place).await;
    let statements = [insert(1, "a"), insert(2, "b"), insert(1, "again")];
    assert!(database.run(&statements).await.is_err());
    assert_eq!(numbers(&*database).await, Vec::<Value>::new());
}

pub(super) async fn what_follows_a_statement_that_fails_does_not_happen(place: &Place) {
    let database = connect(place).await;
    one(&*database, insert(1, "a")).await.unwrap();
    let statements = [insert(1, "again"), insert(2, "b")];
    assert!(database.run(&statements).await.is_err());
    assert_eq!(numbers(&*database).await, [1]);
}

pub(super) async fn transactions_on_one_connection_do_not_mix(place: &Place) {
    let database = connect(place).await;
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
    let runs = transactions.iter().map(|all| database.run(all));
    let are_done: Vec<_> = join_all(runs).await.iter().map(Result::is_ok).collect();
    let expected: Vec<_> = (0..20).map(|number| number % 2 == 1).collect();
    assert_eq!(are_done, expected);
    assert_eq!(numbers(&*database).await.len(), 10 * 51);
}

pub(super) async fn a_transaction_sees_nothing_of_another_one(place: &Place) {
    let databases = [connect(place).await, place.connect().await];
    one(&*databases[0], insert(0, "counted")).await.unwrap();
    let count_on = [
        Statement::new("select number from kept", []),
        Statement::new("update kept set number = number + 1 returning number", []),
    ];
    let counting = (0..40).map(|turn| databases[turn % 2].run(&count_on));
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

pub(super) async fn values_come_back_as_they_were_given(place: &Place) {
    let database = connect(place).await;
    let long = "größe\n".repeat(200_000);
    for (number, text) in (0..).zip(["", "it's \"quoted\" \\ $1 ?1 --", "\u{1}\u{10ffff}", &long]) {
        let rows = one(&*database, insert(number, text)).await.unwrap();
        assert_eq!(rows[0]["text"], text);
    }
    let largest = 1 << 53;
    let rows = one(&*database, insert(largest, None::<&str>)).await;
    assert_eq!(
        json!(rows.unwrap()),
        json!([{ "number": largest, "text": null }])
    );
    let sql = "select cast(?1 as bigint) as number";
    let rows = one(&*database, Statement::new(sql, [None::<u64>.into()])).await;
    assert_eq!(json!(rows.unwrap()), json!([{ "number": null }]));
}

pub(super) async fn elements_of_json_are_rows(place: &Place) {
    let database = connect(place).await;
    let sql = "insert into kept (number, text)
        select cast(value ->> 'n' as bigint), value ->> 't' from json_each(?1) where true
        on conflict (number) do update set text = excluded.text";
    let elements = r#"[{"n": 9007199254740992, "t": "a"}, {"n": 2, "t": "it's"}]"#;
    one(&*database, Statement::new(sql, [elements.into()]))
        .await
        .unwrap();
    assert_eq!(numbers(&*database).await, [2_u64, 9_007_199_254_740_992]);
}

pub(super) async fn edges_that_begin_at_once_all_find_the_tables(place: &Place) {
    let edges = join_all((0..8).map(|_| place.connect())).await;
    let opened = join_all(edges.into_iter().map(|edge| Index::open(edge, 1))).await;
    for index in opened {
        assert!(!index.unwrap().has_project("shop").await.unwrap());
    }
}
