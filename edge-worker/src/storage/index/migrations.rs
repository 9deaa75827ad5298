//! Bringing the tables up to date, which the edge does by itself wherever it runs.

use std::cell::Cell;

use serde::Deserialize;

use super::read;
use crate::clock;
use crate::storage::StorageError;
use crate::storage::database::{Database, Parameter, Statement};

/// What makes the tables, step by step. A step that was released does not change any more.
const MIGRATIONS: &[&str] = &[include_str!("../../../migrations/sqlite/0001_index.sql")];

const TABLE: &str = "create table if not exists migrations (
  number integer primary key,
  applied_at_ms integer not null
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
pub(super) async fn apply(database: &dyn Database) -> Result<(), StorageError> {
    if IS_UP_TO_DATE.get() {
        return Ok(());
    }
    let applied = count_applied(database).await?;
    for (number, script) in (1..).zip(MIGRATIONS).skip(applied) {
        // Several isolates may begin at once. The one that is second fails as a whole, at the mark
        // that the first has left.
        let migration: Vec<_> = std::iter::once(mark(number))
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
    let count = "select count(*) as applied from migrations";
    let results = database
        .run(&[Statement::new(TABLE, []), Statement::new(count, [])])
        .await?;
    let counted: Option<Applied> = results.into_iter().flatten().next().map(read).transpose()?;
    Ok(counted.map_or(0, |counted| counted.applied))
}

fn mark(number: usize) -> Statement {
    let sql = "insert into migrations (number, applied_at_ms) values (?1, ?2)";
    Statement::new(
        sql,
        [number as u64, clock::now_ms()].map(Parameter::Integer),
    )
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
