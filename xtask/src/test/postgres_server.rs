//! A PostgreSQL of the tests' own, which is gone with everything in it afterwards.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use nix::unistd::{Uid, User};

use super::error::TestError;
use super::temporary_folder::{TemporaryFolder, give_to};
use crate::limits;
use crate::port::{self, Port};
use crate::process::{Service, read_stdout, run_logged};
use crate::setup::Postgres;
use crate::{private_file, secret};

const SUPERUSER: &str = "monitorme";

/// A running PostgreSQL; dropping it stops it.
#[derive(Debug)]
pub(super) struct PostgresServer {
    _service: Service,
    address: String,
    // Last: it is removed when nobody writes to it any more.
    _folder: TemporaryFolder,
}

impl PostgresServer {
    /// Makes a cluster and starts it on a free port of this machine.
    pub(super) fn start(postgres: &Postgres, logs: &Path) -> Result<Self, TestError> {
        let port = port::choose(Port {
            number: 0,
            option: "",
        })?;
        let user = unprivileged_user();
        let folder = TemporaryFolder::make("postgres", user.as_ref());
        let folder = folder.map_err(TestError::ServerFolder)?;
        let data = folder.path().join("data");
        let password_file = folder.path().join("password");
        let password = secret::generate_long().map_err(TestError::ServerFolder)?;
        write_for(user.as_ref(), &password_file, &password).map_err(TestError::ServerFolder)?;
        let command = |name: &str| {
            let mut command = Command::new(postgres.program(name));
            // It refuses to work for root, and root's working folder may be closed to others.
            command.current_dir(folder.path()).env("LC_ALL", "C");
            if let Some(user) = &user {
                command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
            }
            command
        };

        let mut initdb = command("initdb");
        initdb
            .arg("--pgdata")
            .arg(&data)
            .args(["--username", SUPERUSER]);
        initdb.arg("--pwfile").arg(&password_file);
        initdb.args(["--auth", "scram-sha-256", "--encoding", "UTF8", "--no-sync"]);
        // Words are not ordered by their bytes, as in most databases there are.
        initdb.args(["--locale-provider", "icu", "--icu-locale", "en-US"]);
        run_logged(&mut initdb, &logs.join("postgres-initdb.log"))?;

        let mut server = command("postgres");
        server.arg("-D").arg(&data);
        let settings = [
            format!("port={port}"),
            "listen_addresses=127.0.0.1".to_owned(),
            "unix_socket_directories=".to_owned(),
            // What it holds need not outlive it.
            "fsync=off".to_owned(),
        ];
        server.args(settings.iter().flat_map(|setting| ["-c", setting]));
        let service = Service::start(&mut server, "postgres", &logs.join("postgres.log"))?;
        service.wait_until_ready(limits::POSTGRES_READY_PATIENCE, || {
            let mut question = Command::new(postgres.program("pg_isready"));
            question.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
            read_stdout(&mut question).is_ok()
        })?;
        Ok(Self {
            _service: service,
            address: format!("postgres://{SUPERUSER}:{password}@127.0.0.1:{port}"),
            _folder: folder,
        })
    }

    /// Its address, without a database.
    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

/// Whom programs run as that refuse to run as root.
fn unprivileged_user() -> Option<User> {
    let is_root = Uid::effective().is_root();
    is_root
        .then(|| User::from_name("nobody").ok().flatten())
        .flatten()
}

fn write_for(user: Option<&User>, path: &Path, content: &str) -> io::Result<()> {
    private_file::write(path, content)?;
    give_to(user, path)
}
