//! Marks that tell whether something was made from what is there now.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::error::SetupError;

/// A file beside a product that names what the product was made from.
#[derive(Debug)]
pub(super) struct Stamp {
    path: PathBuf,
    content: String,
}

impl Stamp {
    pub(super) fn new(path: PathBuf, content: String) -> Self {
        Self { path, content }
    }

    pub(super) fn is_current(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|found| found == self.content)
    }

    /// Written last, so that an interrupted run is repeated.
    pub(super) fn write(&self) -> Result<(), SetupError> {
        write_file(&self.path, &self.content)
    }
}

/// Writes a file and the folders above it.
pub(super) fn write_file(path: &Path, content: &str) -> Result<(), SetupError> {
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, content)
    };
    write().map_err(|source| SetupError::Write {
        path: path.to_path_buf(),
        source,
    })
}

/// Short and equal for equal files. A missing file counts as an empty one.
pub(super) fn digest<'path>(files: impl IntoIterator<Item = &'path PathBuf>) -> String {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(file).unwrap_or_default().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
