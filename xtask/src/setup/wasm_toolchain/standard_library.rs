//! The standard library for our target, compiled from the distribution's sources.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::TARGET;
use super::layout::{DISTRIBUTION_BIN, Layout};
use crate::console;
use crate::process::{read_stdout, run_logged};
use crate::setup::error::SetupError;
use crate::setup::stamp::write_file;
use crate::workspace::Workspace;

/// Cargo builds a standard library only for a crate that wants one; this crate exists to want it.
const SEED_NAME: &str = "standard_library_seed";
const SEED_MANIFEST: &str = r#"[package]
name = "standard_library_seed"
version = "0.0.0"
edition = "2024"

[profile.release]
panic = "abort"

[workspace]
"#;

/// Builds the library and the toolchain around it.
pub(super) fn build(
    workspace: &Workspace,
    layout: &Layout,
    linker: &Path,
) -> Result<(), SetupError> {
    let host = host()?;
    let scratch = workspace.private_tools().join("standard-library");
    write_file(&scratch.join("Cargo.toml"), SEED_MANIFEST)?;
    write_file(&scratch.join("src/lib.rs"), "#![no_std]\n")?;
    console::step(
        "standard library for WebAssembly, compiled from source",
        || {
            run_logged(
                &mut cargo_build(&scratch),
                &workspace.logs().join("setup-wasm-standard-library.log"),
            )
        },
    )?;
    layout.write(&host, linker)?;
    layout.complete(&libraries(&scratch)?)?;
    remove(&scratch)?;
    // Cargo tells compilers apart by version only and would go on using what was built against the
    // library before.
    remove(&workspace.target().join(TARGET))
}

/// The distribution's own compiler and cargo, whatever else is installed.
fn cargo_build(scratch: &Path) -> Command {
    let mut cargo = Command::new(Path::new(DISTRIBUTION_BIN).join("cargo"));
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = [PathBuf::from(DISTRIBUTION_BIN)]
        .into_iter()
        .chain(env::split_paths(&path));
    if let Ok(joined) = env::join_paths(folders) {
        cargo.env("PATH", joined);
    }
    // `test` is among the crates so that tests can be linked for the target.
    cargo
        .current_dir(scratch)
        .args(["build", "--release", "--target", TARGET, "--target-dir"])
        .arg(scratch.join("target"))
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro")
        .env("RUSTC", Path::new(DISTRIBUTION_BIN).join("rustc"))
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode in it the library cannot take part in link-time optimization.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    for foreign in [
        "CARGO_ENCODED_RUSTFLAGS",
        "RUSTC_WRAPPER",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUSTUP_TOOLCHAIN",
    ] {
        cargo.env_remove(foreign);
    }
    cargo
}

fn host() -> Result<String, SetupError> {
    let mut rustc = Command::new(Path::new(DISTRIBUTION_BIN).join("rustc"));
    let description = read_stdout(rustc.arg("-vV"))?;
    let host = description
        .lines()
        .find_map(|line| line.strip_prefix("host: "));
    Ok(host.unwrap_or_default().to_owned())
}

/// What was built, except the seed itself.
fn libraries(scratch: &Path) -> Result<Vec<PathBuf>, SetupError> {
    let folder = scratch.join("target").join(TARGET).join("release/deps");
    let entries = fs::read_dir(&folder).map_err(|source| SetupError::Write {
        path: folder,
        source,
    })?;
    let built = entries.flatten().map(|entry| entry.path());
    Ok(built
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "rlib")
        })
        .filter(|path| !path.to_string_lossy().contains(SEED_NAME))
        .collect())
}

fn remove(folder: &Path) -> Result<(), SetupError> {
    match fs::remove_dir_all(folder) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(SetupError::Write {
            path: folder.to_path_buf(),
            source,
        }),
        _ => Ok(()),
    }
}
