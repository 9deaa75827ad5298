//! Where the parts of the project lie on disk.

use std::path::{Path, PathBuf};

/// The checked-out project, addressed from its root.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The project this program was compiled in. A moved project recompiles it, so the path stays
    /// true.
    pub(crate) fn of_this_program() -> Self {
        let manifest_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self {
            root: manifest_dir.parent().unwrap_or(manifest_dir).to_path_buf(),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// An absolute path, from one relative to the root.
    pub(crate) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// The same path as a person would type it at the root.
    pub(crate) fn shown<'path>(&self, path: &'path Path) -> &'path Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }

    /// What cargo and the build write.
    pub(crate) fn target(&self) -> PathBuf {
        self.path("target")
    }

    /// Tools the machine lacked; kept when `target/` is deleted.
    pub(crate) fn private_tools(&self) -> PathBuf {
        self.path(".toolchain")
    }

    /// State of the demo, sign-in and logs.
    pub(crate) fn demo_state(&self) -> PathBuf {
        self.path(".monitorme")
    }

    pub(crate) fn logs(&self) -> PathBuf {
        self.demo_state().join("logs")
    }
}
