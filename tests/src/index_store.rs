//! The index of an edge, seen past the edge: a SQLite file, or a database of a PostgreSQL.

use std::cell::RefCell;
use std::env;
use std::path::Path;

use postgres::{Client, NoTls};
use rusqlite::Connection;

use crate::runtime::Runtime;
use crate::stores::{databases, number, only, open};

/// A connection to an index.
#[expect(
    missing_debug_implementations,
    reason = "the client of PostgreSQL has none"
)]
pub enum IndexStore {
    /// The file of a Durable Object.
    Sqlite(Connection),
    /// A database.
    Postgres(Box<RefCell<Client>>),
}

impl IndexStore {
    /// The index of an edge with its state in this folder.
    pub fn of(state: &Path) -> Self {
        let folder = match Runtime::of_these_tests() {
            Runtime::Wrangler => "v3/d1/miniflare-D1DatabaseObject",
            Runtime::Workerd | Runtime::WorkerdWithS3 => "objects/D1Database",
            Runtime::WorkerdWithPostgres => {
                let client = connect(&postgres_url(state));
                return Self::Postgres(Box::new(RefCell::new(client)));
            }
        };
        Self::Sqlite(open(&only(databases(&state.join(folder)))))
    }

    /// Runs statements.
    pub fn execute(&self, sql: &str) {
        match self {
            Self::Sqlite(database) => database.execute_batch(sql).unwrap(),
            Self::Postgres(client) => client.borrow_mut().batch_execute(sql).unwrap(),
        }
    }

    /// The first column of the first row of a query.
    pub fn number(&self, sql: &str) -> u64 {
        match self {
            Self::Sqlite(database) => number(database, sql, []),
            Self::Postgres(client) => {
                let row = client.borrow_mut().query_one(sql, &[]).unwrap();
                row.get::<_, i64>(0).unsigned_abs()
            }
        }
    }
}

/// The address of the database of an edge, which is called like the folder of its state.
pub(crate) fn postgres_url(state: &Path) -> String {
    format!("{}/{}", server(), database_name(state))
}

/// Makes an empty database in the place of what an earlier edge with this state left.
pub(crate) fn renew_postgres(state: &Path) {
    let name = database_name(state);
    administer(&[
        format!("drop database if exists {name} with (force)"),
        format!("create database {name}"),
    ]);
}

/// Ends all connections to the database of an edge, and lets nobody in.
pub(crate) fn close_postgres(state: &Path) {
    let name = database_name(state);
    administer(&[
        format!("alter database {name} with allow_connections false"),
        format!(
            "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '{name}'"
        ),
    ]);
}

/// Lets everybody in again.
pub(crate) fn open_postgres(state: &Path) {
    let name = database_name(state);
    administer(&[format!("alter database {name} with allow_connections true")]);
}

fn administer(statements: &[String]) {
    let mut server = connect(&format!("{}/postgres", server()));
    for statement in statements {
        server.batch_execute(statement).unwrap();
    }
}

fn server() -> String {
    env::var("MONITORME_POSTGRES").expect(
        "MONITORME_POSTGRES=postgres://USER:PASSWORD@HOST, where databases may be made; \
         `cargo xtask test --only edge-in-workerd-with-postgres` starts one",
    )
}

fn connect(url: &str) -> Client {
    Client::connect(url, NoTls).unwrap()
}

fn database_name(state: &Path) -> String {
    let name = state.file_name().unwrap().to_string_lossy();
    name.replace('-', "_")
}
