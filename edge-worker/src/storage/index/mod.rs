//! The index: a few small tables, each with the statements that touch it in its own file.

mod counts;
mod ingest_keys;
mod migrations;
mod owner;
mod projects;
mod session_search;
mod sessions;
mod sign_ins;
mod usage;
mod wanted_sessions;

use std::borrow::Cow;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::storage::database::{Database, Parameter, Row, Statement};
use crate::storage::{StorageError, Store};

pub(crate) use counts::{Counts, MetricKey, MetricRow, OutcomeKey, OutcomeRow};
pub(crate) use ingest_keys::{IngestKeyRow, KeyKind, ProjectKeyRow};
pub(crate) use projects::{ProjectChange, ProjectRow, Retention};
pub(crate) use session_search::{SessionFilter, SessionPosition, Trouble};
pub(crate) use sessions::{SessionName, SessionRow};
pub(crate) use sign_ins::SignedIn;

/// The index of sessions, ingest keys and sign-ins.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    database: Rc<dyn Database>,
}

impl Index {
    /// The index in this database, whose tables are brought up to date first.
    pub(crate) async fn open(
        database: Rc<dyn Database>,
        now_ms: u64,
    ) -> Result<Self, StorageError> {
        migrations::apply(database.as_ref(), now_ms).await?;
        Ok(Self { database })
    }

    /// Whether the index answers at all.
    pub(crate) async fn check(&self) -> Result<(), StorageError> {
        self.run("select 1", []).await
    }

    async fn run<const N: usize>(
        &self,
        sql: impl Into<Cow<'static, str>>,
        parameters: [Parameter; N],
    ) -> Result<(), StorageError> {
        self.rows(Statement::new(sql, parameters)).await?;
        Ok(())
    }

    async fn first<T: DeserializeOwned>(
        &self,
        statement: Statement,
    ) -> Result<Option<T>, StorageError> {
        let rows = self.rows(statement).await?;
        rows.into_iter().next().map(read).transpose()
    }

    async fn all<T: DeserializeOwned>(&self, statement: Statement) -> Result<Vec<T>, StorageError> {
        let rows = self.rows(statement).await?;
        rows.into_iter().map(read).collect()
    }

    async fn rows(&self, statement: Statement) -> Result<Vec<Row>, StorageError> {
        let results = self.database.run(&[statement]).await?;
        Ok(results.into_iter().next().unwrap_or_default())
    }
}

fn read<T: DeserializeOwned>(row: Row) -> Result<T, StorageError> {
    serde_json::from_value(Value::Object(row))
        .map_err(|error| StorageError::new(Store::Index, error))
}
