//! PostgreSQL for the tests: the machine's, or the distribution's.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use super::distribution;
use super::error::SetupError;
use super::program_path::find_program;
use super::tools::Tools;

/// Where Debian and Ubuntu put each version, out of PATH.
const VERSIONS: &str = "/usr/lib/postgresql";

/// The programs of one version.
#[derive(Debug)]
pub(crate) struct Postgres {
    folder: PathBuf,
}

impl Postgres {
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl fmt::Display for Postgres {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.folder.display())
    }
}

/// Finds PostgreSQL, or installs it. No database of the machine is touched.
pub(super) fn prepare(tools: &Tools) -> Result<Postgres, SetupError> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let reason = "PostgreSQL for the tests";
    distribution::install(tools.workspace(), &["postgresql"], reason)?;
    find().ok_or(SetupError::NoPostgres)
}

fn find() -> Option<Postgres> {
    let on_path = find_program("initdb").and_then(|program| program.canonicalize().ok());
    let on_path = on_path.and_then(|program| program.parent().map(Path::to_path_buf));
    let folder = on_path.or_else(newest_of_distribution)?;
    Some(Postgres { folder })
}

fn newest_of_distribution() -> Option<PathBuf> {
    let versions = fs::read_dir(VERSIONS).ok()?.flatten();
    let programs = versions.filter_map(|version| {
        let number: u32 = version.file_name().to_str()?.parse().ok()?;
        let folder = version.path().join("bin");
        folder.join("initdb").is_file().then_some((number, folder))
    });
    programs.max().map(|(_, folder)| folder)
}
