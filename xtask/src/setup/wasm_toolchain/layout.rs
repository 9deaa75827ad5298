//! The private toolchain on disk: the distribution's compiler seen through wrappers that add our
//! standard library.
//!
//! A toolchain directory for rustup, at `.toolchain/wasm`: `bin/` holds cargo, clippy and wrappers
//! that name this directory as the sysroot (a linked rustc would go on looking for libraries where
//! the distribution put them), `lib/rustlib/<host>` points at the distribution's own libraries and
//! at a linker, and `lib/rustlib/wasm32-unknown-unknown/lib` holds what was built from source.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use super::TARGET;
use crate::setup::error::SetupError;
use crate::setup::stamp::Stamp;
use crate::workspace::Workspace;

/// Where the distribution puts its compiler; another one on PATH could not use our library.
pub(super) const DISTRIBUTION_BIN: &str = "/usr/bin";

/// Raised when what is laid out below changes, so that existing toolchains are made again.
const LAYOUT_VERSION: u32 = 1;

/// The folders of the private toolchain.
#[derive(Debug)]
pub(super) struct Layout {
    root: PathBuf,
}

impl Layout {
    pub(super) fn new(workspace: &Workspace) -> Self {
        Self {
            root: workspace.private_tools().join("wasm"),
        }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Whether the toolchain is complete and belongs to the compiler that is installed now.
    pub(super) fn is_current(&self) -> bool {
        self.stamp().is_current()
    }

    /// Writes everything but the standard library, over whatever was there.
    pub(super) fn write(&self, host: &str, linker: &Path) -> Result<(), SetupError> {
        self.write_files(host, linker)
            .map_err(|source| SetupError::Write {
                path: self.root.clone(),
                source,
            })
    }

    /// Adds the built libraries and declares the toolchain complete.
    pub(super) fn complete(&self, libraries: &[PathBuf]) -> Result<(), SetupError> {
        let folder = self.root.join("lib/rustlib").join(TARGET).join("lib");
        let copy = || {
            fs::create_dir_all(&folder)?;
            for library in libraries {
                fs::copy(
                    library,
                    folder.join(library.file_name().unwrap_or_default()),
                )?;
            }
            Ok(())
        };
        copy().map_err(|source| SetupError::Write {
            path: folder.clone(),
            source,
        })?;
        self.stamp().write()
    }

    fn write_files(&self, host: &str, linker: &Path) -> io::Result<()> {
        if self.root.exists() {
            fs::remove_dir_all(&self.root)?;
        }
        let bin = self.root.join("bin");
        let host_libraries = self.root.join("lib/rustlib").join(host);
        fs::create_dir_all(&bin)?;
        fs::create_dir_all(host_libraries.join("bin"))?;
        symlink(
            format!("/usr/lib/rustlib/{host}/lib"),
            host_libraries.join("lib"),
        )?;
        symlink(linker, host_libraries.join("bin/rust-lld"))?;
        let sysroot = self.root.display();
        for name in ["rustc", "rustdoc"] {
            write_script(
                &bin.join(name),
                &format!("exec {DISTRIBUTION_BIN}/{name} --sysroot '{sysroot}' \"$@\""),
            )?;
        }
        // As an argument the sysroot would keep clippy from noticing that cargo calls it as a
        // wrapper.
        write_script(
            &bin.join("clippy-driver"),
            &format!("SYSROOT='{sysroot}' exec {DISTRIBUTION_BIN}/clippy-driver \"$@\""),
        )?;
        // A copy, because cargo-clippy looks for its driver beside the file it really is.
        fs::copy(
            Path::new(DISTRIBUTION_BIN).join("cargo-clippy"),
            bin.join("cargo-clippy"),
        )?;
        symlink(Path::new(DISTRIBUTION_BIN).join("cargo"), bin.join("cargo"))
    }

    fn stamp(&self) -> Stamp {
        let compiler = Path::new(DISTRIBUTION_BIN).join("rustc");
        let compiler = compiler.metadata().map_or_else(
            |_| "no compiler".to_owned(),
            |found| format!("compiler of {} bytes from {}", found.size(), found.mtime()),
        );
        // The wrappers name the folder, so a moved project needs its toolchain made again.
        let content = format!(
            "layout {LAYOUT_VERSION}\n{}\n{compiler}\n",
            self.root.display()
        );
        Stamp::new(self.root.join("made-from"), content)
    }
}

fn write_script(path: &Path, command: &str) -> io::Result<()> {
    fs::write(path, format!("#!/bin/sh\n{command}\n"))?;
    fs::set_permissions(path, Permissions::from_mode(0o755))
}
