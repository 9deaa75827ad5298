//! The database of a session object, seen past the edge.

use std::path::Path;

use rusqlite::{Connection, Transaction};

use crate::stores::{number, open};

/// One database.
#[derive(Debug)]
pub struct ObjectStore {
    database: Connection,
}

impl ObjectStore {
    pub(crate) fn open(path: &Path) -> Self {
        Self {
            database: open(path),
        }
    }

    fn execute(&self, sql: &str) {
        self.database.execute_batch(sql).unwrap();
    }

    /// Lets storing a batch fail.
    pub fn refuse_bytes(&self) {
        let tail = tails(&self.database).pop().expect("an open tail");
        self.execute(&format!(
            "create trigger refuse before insert on {tail} begin select raise(abort, 'full'); end"
        ));
    }

    /// Lets batches be stored again.
    pub fn take_bytes(&self) {
        self.execute("drop trigger refuse");
    }

    /// How many batches are not in a stored segment.
    pub fn tail_batches(&self) -> u64 {
        tail_batches(&self.moment())
    }

    /// How many batches the object has.
    pub(crate) fn batches(&self) -> u64 {
        let sql = "select coalesce(sum(json_extract(contents, '$.facts.batches')), 0) from session";
        let moment = self.moment();
        let tombstone = "select count(*) from sqlite_schema where name = 'tombstone'";
        if number(&moment, tombstone, []) == 1 {
            return 0;
        }
        tail_batches(&moment) + number(&moment, sql, [])
    }

    /// One moment of the database: tails come and go.
    fn moment(&self) -> Transaction<'_> {
        self.database.unchecked_transaction().unwrap()
    }

    /// Whether it has batches of a view.
    pub(crate) fn knows(&self, view: &str) -> bool {
        let moment = self.moment();
        let holds = |table: &str, column: &str| {
            let sql = format!("select count(*) from {table} where {column} like ?");
            number(&moment, &sql, [format!("%{view}%")]) > 0
        };
        let sql = "select count(*) from sqlite_schema where name = 'session'";
        // A deleted session has none of these tables.
        number(&moment, sql, []) == 1
            && (holds("session", "contents")
                || tails(&moment).iter().any(|tail| holds(tail, "facts")))
    }
}

fn tail_batches(database: &Connection) -> u64 {
    let count = |tail: &String| {
        let sql = format!("select count(*) from {tail} where facts is not null");
        number(database, &sql, [])
    };
    tails(database).iter().map(count).sum()
}

/// The tables of the tails, the oldest first.
fn tails(database: &Connection) -> Vec<String> {
    let sql = "select name from sqlite_schema where name glob 'tail_[0-9]*'
               order by cast(substr(name, 6) as integer)";
    let mut statement = database.prepare(sql).unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    names.map(Result::unwrap).collect()
}
