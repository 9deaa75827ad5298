//! One part of the build: made again only when what it is made from changed, or when it is gone.

use std::fs;
use std::path::PathBuf;

use super::error::BuildError;
use super::fingerprint::fingerprint;
use crate::console;
use crate::setup::Tools;
use crate::workspace::Workspace;

/// Decides for every part: the recipes themselves, and the versions of everything fetched.
const SHARED_INPUTS: [&str; 2] = ["xtask/src/build", "node_modules/.installed"];

/// Decides for every part that cargo compiles.
const RUST_INPUTS: [&str; 5] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    ".toolchain/wasm/made-from",
    "wire-format",
];

/// What a part is made from and what is made; paths are relative to the root.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// For people, and the name of its log and its mark.
    pub(super) name: &'static str,
    /// Cargo compiles it, so the toolchain and the wire format are inputs too.
    pub(super) is_rust: bool,
    pub(super) inputs: &'static [&'static str],
    pub(super) outputs: &'static [&'static str],
}

impl Part {
    /// Does the work unless the outputs are there and belong to the inputs as they are.
    pub(super) fn make(
        &self,
        tools: &Tools,
        work: impl FnOnce() -> Result<(), BuildError>,
    ) -> Result<(), BuildError> {
        let workspace = tools.workspace();
        // Taken before the work: a file edited meanwhile makes the part again next time.
        let made_from = self.fingerprint(workspace)?;
        let mark = self.mark(workspace);
        let is_made = fs::read_to_string(&mark).is_ok_and(|found| found == made_from);
        if is_made && self.missing_output(workspace).is_none() {
            return Ok(());
        }
        console::step(self.name, work)?;
        if let Some(missing) = self.missing_output(workspace) {
            return Err(BuildError::MissingOutput {
                part: self.name,
                missing,
            });
        }
        write(&mark, &made_from)
    }

    /// Where the programs called for this part write.
    pub(super) fn log(&self, workspace: &Workspace) -> PathBuf {
        workspace
            .logs()
            .join(format!("build-{}.log", self.file_name()))
    }

    fn fingerprint(&self, workspace: &Workspace) -> Result<String, BuildError> {
        let rust_inputs: &[&str] = if self.is_rust { &RUST_INPUTS } else { &[] };
        let inputs = [&SHARED_INPUTS, rust_inputs, self.inputs].concat();
        let paths: Vec<PathBuf> = inputs
            .into_iter()
            .map(|input| workspace.path(input))
            .collect();
        fingerprint(&paths).map_err(|source| BuildError::Read {
            path: workspace.path(self.name),
            source,
        })
    }

    fn missing_output(&self, workspace: &Workspace) -> Option<PathBuf> {
        self.outputs
            .iter()
            .map(|output| workspace.path(output))
            .find(|output| !output.exists())
    }

    fn mark(&self, workspace: &Workspace) -> PathBuf {
        workspace
            .target()
            .join("xtask-marks")
            .join(self.file_name())
    }

    fn file_name(&self) -> String {
        self.name.replace(' ', "-")
    }
}

/// Writes a file and the folders above it.
pub(super) fn write(path: &PathBuf, content: &str) -> Result<(), BuildError> {
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, content)
    };
    write().map_err(|source| BuildError::Write {
        path: path.clone(),
        source,
    })
}
