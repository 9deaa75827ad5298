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

/// The database of one session object.
#[derive(Debug)]
pub(crate) struct ObjectStore {
    database: Connection,
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

    /// The database of the session object of a visit that has been there.
    pub(crate) fn object_of(&self, visit: &Visit) -> ObjectStore {
        let sql = "select count(*) from batches where view_id = ?";
        let is_its = |database: &Connection| number(database, sql, [visit.view.to_string()]) > 0;
        let databases = self.object_databases();
        let database = databases.iter().map(|path| open(path)).find(is_its);
        ObjectStore {
            database: database.expect("a session object"),
        }
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

impl ObjectStore {
    fn execute(&self, sql: &str) {
        self.database.execute_batch(sql).unwrap();
    }

    /// Lets storing a batch fail half-way: after it was noted, before its bytes are in.
    pub(crate) fn refuse_bytes(&self) {
        self.execute(
            "create trigger refuse before insert on tail begin select raise(abort, 'full'); end",
        );
    }

    /// Lets batches be stored again.
    pub(crate) fn take_bytes(&self) {
        self.execute("drop trigger refuse");
    }

    /// How many batches are not in a stored segment.
    pub(crate) fn tail_batches(&self) -> u64 {
        number(
            &self.database,
            "select count(distinct batch_id) from tail",
            [],
        )
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
