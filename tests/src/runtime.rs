//! Which way to run the edge is tested. All tests hold for each of them.

use std::env;

/// A way to run the edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// Cloudflare's development server.
    Wrangler,
    /// The open-source runtime alone, with SQLite and files.
    Workerd,
    /// The same with the index in PostgreSQL.
    WorkerdWithPostgres,
    /// The same with blobs in a store that speaks the protocol of S3.
    WorkerdWithS3,
}

impl Runtime {
    /// What `MONITORME_RUNTIME` names; Cloudflare's if it names none.
    pub fn of_these_tests() -> Self {
        match env::var("MONITORME_RUNTIME").as_deref() {
            Ok("workerd") => Self::Workerd,
            Ok("workerd-postgres") => Self::WorkerdWithPostgres,
            Ok("workerd-s3") => Self::WorkerdWithS3,
            Ok("wrangler") | Err(_) => Self::Wrangler,
            Ok(other) => panic!("there is no runtime {other}"),
        }
    }

    /// The command of the project that runs it.
    pub fn command(self) -> &'static str {
        match self {
            Self::Wrangler => "edge",
            Self::Workerd | Self::WorkerdWithPostgres | Self::WorkerdWithS3 => "serve",
        }
    }
}
