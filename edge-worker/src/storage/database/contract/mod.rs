//! What a [`Database`] promises, tested natively on real databases: a file of SQLite, and with the feature
//! `postgres` the server that `MONITORME_POSTGRES` names. `cargo xtask test --only
//! tests-monitorme-edge-worker` starts one.

#[cfg(feature = "postgres")]
mod postgres;
mod promises;
mod sqlite;

use std::rc::Rc;

use super::Database;

/// A database of one test's own.
#[derive(Debug)]
enum Place {
    Sqlite(sqlite::File),
    #[cfg(feature = "postgres")]
    Postgres(postgres::Name),
}

impl Place {
    /// A connection of its own.
    async fn connect(&self) -> Rc<dyn Database> {
        match self {
            Self::Sqlite(file) => Rc::new(file.connect()),
            #[cfg(feature = "postgres")]
            Self::Postgres(name) => Rc::new(name.connect().await),
        }
    }
}

/// Every promise, for every engine.
macro_rules! hold {
    ($($promise:ident,)*) => {
        mod in_sqlite {
            use super::{Place, promises, sqlite};
            $(#[tokio::test]
            async fn $promise() {
                let place = Place::Sqlite(sqlite::File::fresh(stringify!($promise)));
                promises::$promise(&place).await;
            })*
        }

        #[cfg(feature = "postgres")]
        mod in_postgres {
            use super::{Place, postgres, promises};
            $(#[tokio::test]
            async fn $promise() {
                let place = Place::Postgres(postgres::Name::fresh(stringify!($promise)).await);
                promises::$promise(&place).await;
            })*
        }
    };
}

hold! {
    each_statement_has_its_rows,
    nothing_is_left_of_a_transaction_that_fails_at_its_end,
    what_follows_a_statement_that_fails_does_not_happen,
    transactions_on_one_connection_do_not_mix,
    a_transaction_sees_nothing_of_another_one,
    values_come_back_as_they_were_given,
    elements_of_json_are_rows,
    edges_that_begin_at_once_all_find_the_tables,
}
