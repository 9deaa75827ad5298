//! Statements that take effect together.

use std::future::{self, Future};
use std::task::Poll;

use futures_util::future::maybe_done;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Error};

use super::{refused, row, sql};
use crate::limits::POSTGRES_ATTEMPTS_MAX;
use crate::storage::StorageError;
use crate::storage::database::{Parameter, Row, Statement};

/// Runs statements as one transaction, as often as it takes until no other one interferes, up to a
/// limit.
pub(in crate::storage::database) async fn run(
    client: &Client,
    statements: &[Statement],
) -> Result<Vec<Vec<Row>>, StorageError> {
    let mut attempts = 1;
    loop {
        match attempt(client, statements).await {
            Err(error) if is_conflict(&error) && attempts < POSTGRES_ATTEMPTS_MAX => attempts += 1,
            Err(error) => return Err(refused(&error)),
            Ok(results) => return results.iter().map(|rows| read(rows)).collect(),
        }
    }
}

/// Another transaction was in the way, and this one had no effect.
fn is_conflict(error: &Error) -> bool {
    let conflicts = [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
    ];
    error.code().is_some_and(|code| conflicts.contains(code))
}

/// Runs statements in one round trip: none waits for the answer to the one before. After one that fails
/// the others fail as well, and the `commit` at the end rolls back.
///
/// A client may do several at once. They do not mix, as all messages of one are sent before anybody
/// else's turn comes.
async fn attempt(
    client: &Client,
    statements: &[Statement],
) -> Result<Vec<Vec<tokio_postgres::Row>>, Error> {
    if let [statement] = statements {
        return Ok(vec![query(client, statement).await?]);
    }
    let begin = Statement::new("begin isolation level serializable", []);
    let commit = Statement::new("commit", []);
    let all = std::iter::once(&begin).chain(statements).chain([&commit]);
    let results = send_in_order(all.map(|statement| query(client, statement))).await;
    let results: Vec<_> = results.into_iter().collect::<Result<_, _>>()?;
    Ok(results.into_iter().skip(1).take(statements.len()).collect())
}

/// Polls all queries in their order, so that each has sent its message when the first poll returns.
async fn send_in_order<F: Future>(queries: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut queries: Vec<_> = queries.map(|query| Box::pin(maybe_done(query))).collect();
    future::poll_fn(|context| {
        let mut are_done = true;
        for query in &mut queries {
            are_done &= query.as_mut().poll(context).is_ready();
        }
        if are_done {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
    let outputs = queries.iter_mut().map(|query| query.as_mut().take_output());
    outputs.flatten().collect()
}

async fn query(client: &Client, statement: &Statement) -> Result<Vec<tokio_postgres::Row>, Error> {
    let values: Vec<Value> = statement.parameters.iter().map(value).collect();
    let typed: Vec<_> = values.iter().map(Value::typed).collect();
    client
        .query_typed(&sql::translate(&statement.sql), &typed)
        .await
}

/// A parameter as PostgreSQL has it.
enum Value {
    Integer(Option<i64>),
    Text(Option<String>),
}

fn value(parameter: &Parameter) -> Value {
    match parameter {
        Parameter::Integer(number) => Value::Integer(number.map(u64::cast_signed)),
        // PostgreSQL has texts of all characters but this one, and visitors may send it.
        Parameter::Text(text) => {
            Value::Text(text.as_ref().map(|text| text.replace('\0', "\u{fffd}")))
        }
    }
}

impl Value {
    fn typed(&self) -> (&(dyn ToSql + Sync), Type) {
        match self {
            Self::Integer(number) => (number, Type::INT8),
            Self::Text(text) => (text, Type::TEXT),
        }
    }
}

fn read(rows: &[tokio_postgres::Row]) -> Result<Vec<Row>, StorageError> {
    rows.iter().map(row::read).collect()
}
