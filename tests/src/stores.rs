//! The stores of an edge as a runtime keeps them on disk: session objects are SQLite files; blobs are
//! files too, and R2's simulator keeps a list of them. The index has [a file of its own](IndexStore).

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Params};

use crate::index_store::{self, IndexStore};
use crate::object_store::ObjectStore;
use crate::relay::Relay;
use crate::runtime::Runtime;
use crate::s3_store;
use crate::visit::Visit;

/// The stores below one folder.
#[derive(Debug)]
pub struct Stores {
    state: PathBuf,
    runtime: Runtime,
    way_to_blobs: Option<Relay>,
}

/// How much is stored of sessions. Two are equal if nothing was taken in or lost in between; whether
/// a batch is in a tail or in a segment makes no difference.
#[derive(Debug, PartialEq, Eq)]
pub struct Contents {
    /// Rows of the index.
    pub sessions: u64,
    /// Session objects.
    pub objects: u64,
    /// Batches, according to the session objects.
    pub stored_batches: u64,
}

impl Stores {
    /// The stores of an edge with its state in this folder, whose blobs may be at the other end of a
    /// relay.
    pub fn of(state: &Path, way_to_blobs: Option<&Relay>) -> Self {
        Self {
            state: state.to_path_buf(),
            runtime: Runtime::of_these_tests(),
            way_to_blobs: way_to_blobs.cloned(),
        }
    }

    /// How much is stored.
    pub fn contents(&self) -> Contents {
        let objects = self.object_databases();
        Contents {
            sessions: self.number_in_index("select count(*) from sessions"),
            objects: objects.len() as u64,
            stored_batches: objects
                .iter()
                .map(|path| ObjectStore::open(path).batches())
                .sum(),
        }
    }

    /// Whether a text stands in any file of the stores, as it is.
    pub fn hold(&self, text: &str) -> bool {
        let mut folders = vec![self.state.clone(), self.blobs_folder()];
        while let Some(folder) = folders.pop() {
            for path in files(&folder) {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                // The runtime may have taken away a file of its own since.
                let bytes = fs::read(&path).unwrap_or_default();
                if holds(&bytes, text.as_bytes()) {
                    return true;
                }
            }
        }
        false
    }

    /// Runs a statement in the index.
    pub fn execute_in_index(&self, sql: &str) {
        IndexStore::of(&self.state).execute(sql);
    }

    /// Ends all connections to the index in PostgreSQL, and lets nobody in.
    pub fn close_postgres(&self) {
        index_store::close_postgres(&self.state);
    }

    /// Lets everybody in again.
    pub fn open_postgres(&self) {
        index_store::open_postgres(&self.state);
    }

    /// Whether anything has been stored in the store of segments yet.
    pub fn has_segments(&self) -> bool {
        self.demo_folder().is_dir()
    }

    /// Whether there is a file of an archived sheet.
    pub fn has_sheet(&self, hash: &str) -> bool {
        self.demo_folder().join("sheets").join(hash).exists()
    }

    /// Lets the store of segments fail.
    pub fn break_segments(&self) {
        match self.runtime {
            Runtime::Wrangler => self.execute_in_list("alter table _mf_objects rename to away"),
            Runtime::WorkerdWithS3 => self.way_to_blobs().cut(),
            Runtime::Workerd | Runtime::WorkerdWithPostgres => {
                fs::rename(self.demo_folder(), self.state.join("away")).unwrap();
                // A file where a folder is needed.
                fs::write(self.demo_folder(), "").unwrap();
            }
        }
    }

    /// Lets it work again.
    pub fn mend_segments(&self) {
        match self.runtime {
            Runtime::Wrangler => self.execute_in_list("alter table away rename to _mf_objects"),
            Runtime::WorkerdWithS3 => self.way_to_blobs().mend(),
            Runtime::Workerd | Runtime::WorkerdWithPostgres => {
                fs::remove_file(self.demo_folder()).unwrap();
                fs::rename(self.state.join("away"), self.demo_folder()).unwrap();
            }
        }
    }

    /// How many calls of the edge workerd's clock has planned.
    pub fn planned_calls(&self) -> u64 {
        let alarms = open(&self.state.join("objects/Schedule/metadata.sqlite"));
        number(&alarms, "select count(*) from _cf_ALARM", [])
    }

    /// The first column of the first row of a query to the index.
    pub fn number_in_index(&self, sql: &str) -> u64 {
        IndexStore::of(&self.state).number(sql)
    }

    /// How many segments there are of a session.
    pub fn segments_of(&self, visit: &Visit) -> u64 {
        let session = visit.session.to_string();
        match self.runtime {
            Runtime::Wrangler => {
                let sql = "select count(*) from _mf_objects where key like ?";
                number(&self.list(), sql, [format!("%/{session}/%.segment")])
            }
            _ => files(&self.demo_folder().join(session)).len() as u64,
        }
    }

    /// Takes the segments of a session away, past the edge.
    pub fn lose_segments(&self, visit: &Visit) {
        let session = visit.session.to_string();
        match self.runtime {
            Runtime::Wrangler => {
                let sql = "delete from _mf_objects where key like ?";
                let name = format!("%/{session}/%.segment");
                self.list().execute(sql, [name]).unwrap();
            }
            _ => fs::remove_dir_all(self.demo_folder().join(session)).unwrap(),
        }
    }

    /// The tables, other than the tombstone's and the runtime's, of the object of a session that was
    /// deleted.
    pub fn object_with_tombstone(&self, visit: &Visit) -> Vec<String> {
        let sql = "select name from sqlite_schema where type = 'table'
                   and name not glob '_*' and name <> 'tombstone'";
        let is_its = |database: &Connection| {
            let sql = "select count(*) from sqlite_schema where name = 'tombstone'";
            let its = "select count(*) from tombstone where session_id = ?";
            number(database, sql, []) == 1
                && number(database, its, [visit.session.to_string()]) == 1
        };
        let databases = self.object_databases();
        let database = databases.iter().map(|path| open(path)).find(is_its);
        let database = database.expect("a tombstone");
        let mut statement = database.prepare(sql).unwrap();
        let names = statement.query_map([], |row| row.get(0)).unwrap();
        names.map(Result::unwrap).collect()
    }

    /// The database of the session object of a visit that has been there.
    pub fn object_of(&self, visit: &Visit) -> ObjectStore {
        let databases = self.object_databases();
        let mut objects = databases.iter().map(|path| ObjectStore::open(path));
        let object = objects.find(|object| object.knows(&visit.view.to_string()));
        object.expect("a session object")
    }

    fn object_databases(&self) -> Vec<PathBuf> {
        databases(&self.state.join(match self.runtime {
            Runtime::Wrangler => "v3/do/monitorme-edge-SessionObject",
            _ => "objects/SessionObject",
        }))
    }

    /// The way to blobs that are not in the state of the edge.
    pub fn way_to_blobs(&self) -> &Relay {
        self.way_to_blobs.as_ref().expect("blobs in a store of S3")
    }

    /// The blobs of the demo's project, as files.
    fn demo_folder(&self) -> PathBuf {
        self.blobs_folder().join("demo")
    }

    fn blobs_folder(&self) -> PathBuf {
        match self.runtime {
            Runtime::WorkerdWithS3 => s3_store::folder(&self.state),
            _ => self.state.join("blobs"),
        }
    }

    /// The list that R2's simulator keeps.
    fn list(&self) -> Connection {
        open(&only(databases(
            &self.state.join("v3/r2/miniflare-R2BucketObject"),
        )))
    }

    fn execute_in_list(&self, sql: &str) {
        self.list().execute_batch(sql).unwrap();
    }
}

pub(crate) fn number(database: &Connection, sql: &str, values: impl Params) -> u64 {
    let number: i64 = database.query_row(sql, values, |row| row.get(0)).unwrap();
    number.unsigned_abs()
}

pub(crate) fn open(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    // The runtime may be writing at this moment.
    connection
        .busy_timeout(std::time::Duration::from_secs(10))
        .unwrap();
    connection
}

/// The databases of a class of Durable Objects; `metadata.sqlite` belongs to the runtime.
pub(crate) fn databases(folder: &Path) -> Vec<PathBuf> {
    let is_database = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "sqlite");
    files(folder)
        .into_iter()
        .filter(is_database)
        .filter(|path| name(path) != "metadata.sqlite")
        .collect()
}

/// The database of a class that has one object.
pub(crate) fn only(databases: Vec<PathBuf>) -> PathBuf {
    let [database] = databases.as_slice() else {
        panic!("{databases:?}")
    };
    database.clone()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
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
