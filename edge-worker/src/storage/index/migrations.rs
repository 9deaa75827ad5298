//! Bringing the tables up to date, which the edge does by itself wherever it runs.

use std::cell::Cell;

use serde::Deserialize;

use super::read;
use crate::storage::StorageError;
use crate::storage::database::{Database, Dialect, Statement};

/// What makes the tables, step by step. A step that was released does not change any more.
const fn migrations(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Dialect::Sqlite => &[include_str!("../../../migrations/sqlite/0001_index.sql")],
        #[cfg(feature = "postgres")]
        Dialect::Postgres => &[include_str!("../../../migrations/postgres/0001_index.sql")],
    }
}

const TABLE: &str = "create table if not exists migrations (
  number bigint primary key,
  applied_at_ms bigint not null
)";

thread_local! {
    // An isolate serves many requests and looks once.
    static IS_UP_TO_DATE: Cell<bool> = const { Cell::new(false) };
}

#[derive(Deserialize)]
struct Applied {
    applied: usize,
}

/// Returns when every migration has been applied.
pub(super) async fn apply(database: &dyn Database, now_ms: u64) -> Result<(), StorageError> {
    if IS_UP_TO_DATE.get() {
        return Ok(());
    }
    let applied = count_applied(database).await?;
    for (number, script) in (1..).zip(migrations(database.dialect())).skip(applied) {
        // Several isolates may begin at once. The one that is second fails as a whole, at the mark
        // that the first has left.
        let migration: Vec<_> = std::iter::once(mark(number, now_ms))
            .chain(statements(script))
            .collect();
        if let Err(error) = database.run(&migration).await
            && count_applied(database).await? < number
        {
            return Err(error);
        }
    }
    IS_UP_TO_DATE.set(true);
    Ok(())
}

async fn count_applied(database: &dyn Database) -> Result<usize, StorageError> {
    // Of several isolates that make the table at once, PostgreSQL lets all but one fail. Whether it
    // is there shows when it is read.
    let made = database.run(&[Statement::new(TABLE, [])]).await;
    let count = "select count(*) as applied from migrations";
    let counted = database.run(&[Statement::new(count, [])]).await;
    let rows = counted.map_err(|error| made.err().unwrap_or(error))?;
    let counted: Option<Applied> = rows.into_iter().flatten().next().map(read).transpose()?;
    Ok(counted.map_or(0, |counted| counted.applied))
}

fn mark(number: usize, now_ms: u64) -> Statement {
    let sql = "insert into migrations (number, applied_at_ms) values (?1, ?2)";
    Statement::new(sql, [(number as u64).into(), now_ms.into()])
}

/// The statements of a script. Each ends with a semicolon at the end of a line, and comments have
/// lines of their own.
fn statements(script: &'static str) -> impl Iterator<Item = Statement> {
    let without_comments: Vec<_> = script
        .lines()
        .filter(|line| !line.trim_start().starts_with("--"))
        .collect();
    let statements: Vec<_> = without_comments
        .join("\n")
        .split(";\n")
        .map(|sql| sql.trim().trim_end_matches(';').to_owned())
        .filter(|sql| !sql.is_empty())
        .collect();
    statements.into_iter().map(|sql| Statement::new(sql, []))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_split_into_its_statements() {
        let script = "-- One; two.\ncreate table a (\n  -- The id;\n  id text\n);\n\ncreate index b on a (id);\n";
        let sql: Vec<_> = statements(script).map(|statement| statement.sql).collect();
        assert_eq!(
            sql,
            ["create table a (\n  id text\n)", "create index b on a (id)"]
        );
    }
}
