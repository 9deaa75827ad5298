//! A compiler that has the standard library for `wasm32-unknown-unknown`.

mod from_distribution;
mod layout;
mod machine;
mod plan;
mod standard_library;

use std::env;
use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use self::layout::Layout;
use self::machine::Machine;
use self::plan::Way;
use super::environment;
use super::error::SetupError;
use super::program_path::has_program;
use crate::console;
use crate::process::{ProcessError, run_logged};
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";

/// The toolchain that compiles our WebAssembly.
#[derive(Debug)]
pub(crate) enum WasmToolchain {
    /// The one everything else is compiled with.
    Default,
    /// The distribution's compiler with a standard library of our own, in `.toolchain/wasm`.
    Private(PathBuf),
}

impl WasmToolchain {
    /// Makes a cargo command use this toolchain.
    pub(super) fn select(&self, command: &mut Command) {
        let Self::Private(folder) = self else { return };
        if has_program("rustup") {
            command.env("RUSTUP_TOOLCHAIN", folder);
            return;
        }
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = [folder.join("bin")]
            .into_iter()
            .chain(env::split_paths(&path));
        // Only a folder with a colon in its name cannot be joined, and cargo says then what it
        // misses.
        if let Ok(joined) = env::join_paths(folders) {
            command.env("PATH", joined);
        }
    }
}

impl fmt::Display for WasmToolchain {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => formatter.write_str("standard library of the default toolchain"),
            Self::Private(folder) => write!(formatter, "toolchain in {}", folder.display()),
        }
    }
}

/// Finds the standard library, or gets it in the first way that works on this machine.
pub(super) fn prepare(workspace: &Workspace) -> Result<WasmToolchain, SetupError> {
    let private = Layout::new(workspace);
    let machine = Machine::describe(&private);
    let mut obstacles = vec![plan::closed_ways(&machine)];
    for way in plan::open_ways(&machine) {
        match follow(way, workspace, &private) {
            Ok(toolchain) => return Ok(toolchain),
            Err(SetupError::Process(ProcessError::Interrupted)) => {
                return Err(ProcessError::Interrupted.into());
            }
            Err(error) => obstacles.push(error.to_string()),
        }
    }
    obstacles.retain(|obstacle| !obstacle.is_empty());
    Err(SetupError::NoWasmStandardLibrary(obstacles.join("; ")))
}

fn follow(way: Way, workspace: &Workspace, private: &Layout) -> Result<WasmToolchain, SetupError> {
    match way {
        Way::UseDefault => Ok(WasmToolchain::Default),
        Way::UsePrivate => Ok(WasmToolchain::Private(private.root().to_path_buf())),
        Way::AddRustupTarget => {
            add_rustup_target(workspace)?;
            Ok(WasmToolchain::Default)
        }
        Way::BuildFromDistribution => {
            from_distribution::build(workspace, private)?;
            Ok(WasmToolchain::Private(private.root().to_path_buf()))
        }
    }
}

fn add_rustup_target(workspace: &Workspace) -> Result<(), SetupError> {
    console::note("the compiler lacks the standard library for WebAssembly: asking rustup for it");
    let mut rustup = Command::new("rustup");
    environment::apply(&mut rustup, workspace);
    rustup.args(["target", "add", TARGET]);
    let log = workspace.logs().join("setup-rustup.log");
    Ok(console::step(
        "rustup target add wasm32-unknown-unknown",
        || run_logged(&mut rustup, &log),
    )?)
}
