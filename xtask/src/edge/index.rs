//! The database of a local edge: its schema, and the project it starts with.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use super::EdgeSettings;
use super::error::EdgeError;
use super::seed;
use super::server::wrangler;
use crate::console;
use crate::process::run_logged;
use crate::setup::Tools;

/// The database as the edge's configuration names it.
const DATABASE: &str = "INDEX";

/// Brings the database to the newest schema; data that is there stays.
pub(super) fn prepare(tools: &Tools, settings: &EdgeSettings) -> Result<(), EdgeError> {
    let statements = seed::statements(&settings.allowed_origins);
    let mark = settings.state.join("prepared-with");
    let wanted = fingerprint(
        &tools.workspace().path("edge-worker/migrations"),
        &statements,
    );
    // Each call of wrangler takes a second or two, so none is made for nothing.
    if fs::read_to_string(&mark).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    let seed_file = settings.state.join("seed.sql");
    write(&seed_file, &statements)?;
    let log = settings.state.join("prepare.log");
    console::step("database of the edge", || {
        let mut migrations = wrangler(tools, tools.node(), settings);
        migrations.args([
            "d1",
            "migrations",
            "apply",
            DATABASE,
            "--local",
            "--persist-to",
        ]);
        run_logged(migrations.arg(&settings.state), &log)?;
        let mut seeding = wrangler(tools, tools.node(), settings);
        seeding
            .args(["d1", "execute", DATABASE, "--local", "--persist-to"])
            .arg(&settings.state);
        run_logged(seeding.arg("--file").arg(&seed_file), &log)
    })?;
    write(&mark, &wanted)
}

fn fingerprint(migrations: &Path, statements: &str) -> String {
    let mut hasher = DefaultHasher::new();
    statements.hash(&mut hasher);
    let mut files: Vec<PathBuf> = fs::read_dir(migrations)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    for file in files {
        file.file_name().hash(&mut hasher);
        fs::read(&file).unwrap_or_default().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Writes a file and the folders above it.
pub(super) fn write(path: &Path, content: &str) -> Result<(), EdgeError> {
    let write = || -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, content)
    };
    write().map_err(|source| EdgeError::Write {
        path: path.to_path_buf(),
        source,
    })
}
