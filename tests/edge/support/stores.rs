//! The stores of an edge as the local runtime keeps them on disk: D1 and the session objects as
//! SQLite files, objects of R2 as files.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Params};

use super::visit::Visit;

/// The stores below one folder.
#[derive(Debug)]
pub(crate) struct Stores {
    root: PathBuf,
}

/// How much is stored of sessions. Two are equal if nothing was taken in or lost in between; whether
/// a batch is in a tail or in a segment makes no difference.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Contents {
    /// Rows of the index.
    pub(crate) sessions: u64,
    /// Batches, according to the index.
    pub(crate) indexed_batches: u64,
    /// Session objects.
    pub(crate) objects: u64,
    /// Batches, according to the session objects.
    pub(crate) stored_batches: u64,
}

impl Stores {
    pub(crate) fn of(state: &Path) -> Self {
        Self {
            root: state.join("v3"),
        }
    }

    pub(crate) fn contents(&self) -> Contents {
        let objects = self.object_databases();
        let batches = |path: &PathBuf| number(&open(path), "select count(*) from batches", []);
        Contents {
            sessions: self.number_in_index("select count(*) from sessions"),
            indexed_batches: self.number_in_index("select sum(batches) from sessions"),
            objects: objects.len() as u64,
            stored_batches: objects.iter().map(batches).sum(),
        }
    }

    /// Runs a statement in the index.
    pub(crate) fn execute_in_index(&self, sql: &str) {
        self.index().execute_batch(sql).unwrap();
    }

    /// Takes the list of objects away from the store of segments, so that it fails.
    pub(crate) fn break_segments(&self) {
        self.segment_list()
            .execute_batch("alter table _mf_objects rename to away")
            .unwrap();
    }

    /// Gives the list of objects back.
    pub(crate) fn mend_segments(&self) {
        self.segment_list()
            .execute_batch("alter table away rename to _mf_objects")
            .unwrap();
    }

    /// The first column of the first row of a query to the index.
    pub(crate) fn number_in_index(&self, sql: &str) -> u64 {
        number(&self.index(), sql, [])
    }

    /// How many segments there are of a session.
    pub(crate) fn segments_of(&self, visit: &Visit) -> u64 {
        let sql = "select count(*) from _mf_objects where key like ?";
        number(
            &self.segment_list(),
            sql,
            [format!("%/{}/%.segment", visit.session)],
        )
    }

    /// How many batches of a view are still in the tail of their session object.
    pub(crate) fn tail_batches_of(&self, visit: &Visit) -> u64 {
        let sql = "select count(distinct batch_id) from tail join batches on id = batch_id where view_id = ?";
        let count = |path: &PathBuf| number(&open(path), sql, [visit.view.to_string()]);
        self.object_databases().iter().map(count).sum()
    }

    fn object_databases(&self) -> Vec<PathBuf> {
        databases(&self.root.join("do/monitorme-edge-SessionObject"))
    }

    fn index(&self) -> Connection {
        open(&only(databases(
            &self.root.join("d1/miniflare-D1DatabaseObject"),
        )))
    }

    fn segment_list(&self) -> Connection {
        open(&only(databases(
            &self.root.join("r2/miniflare-R2BucketObject"),
        )))
    }
}

fn number(database: &Connection, sql: &str, values: impl Params) -> u64 {
    let number: i64 = database.query_row(sql, values, |row| row.get(0)).unwrap();
    number.unsigned_abs()
}

fn open(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    // The runtime may be writing at this moment.
    connection
        .busy_timeout(std::time::Duration::from_secs(10))
        .unwrap();
    connection
}

/// The databases of a class of Durable Objects; `metadata.sqlite` belongs to the runtime.
fn databases(folder: &Path) -> Vec<PathBuf> {
    let is_database = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "sqlite");
    files(folder)
        .into_iter()
        .filter(is_database)
        .filter(|path| name(path) != "metadata.sqlite")
        .collect()
}

/// The database of a class that has one object.
fn only(databases: Vec<PathBuf>) -> PathBuf {
    let [database] = databases.as_slice() else {
        panic!("{databases:?}")
    };
    database.clone()
}

/// The files of a folder in the order of their names; none if there is no such folder yet.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
