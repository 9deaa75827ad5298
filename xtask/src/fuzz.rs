//! `cargo xtask fuzz`: one of the targets in `wire-format/fuzz` under libFuzzer.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::{FuzzArguments, FuzzTarget};
use crate::console;
use crate::limits;
use crate::process::{ProcessError, read_stdout, run_logged, run_shown};
use crate::setup::{Tools, has_program};

const PACKAGE: &str = "monitorme-wire-format-fuzz";

/// Has the compiler count what code an input reaches, and tell what it is compared with. These options
/// are stable; sanitizers, which are not, would find nothing, as all of our own code is safe.
const INSTRUMENTATION: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

#[derive(Debug, thiserror::Error)]
pub(crate) enum FuzzError {
    #[error("libFuzzer is compiled from C++, and there is no `c++` here: install a C++ compiler")]
    NoCompiler,

    #[error("the compiler does not say for which machine it compiles")]
    UnknownMachine,

    #[error(transparent)]
    Process(#[from] ProcessError),

    #[error("could not make the folder {folder}")]
    Folder { folder: PathBuf, source: io::Error },
}

/// Fuzzes a target, and keeps what was found if that is asked for.
pub(crate) fn run(tools: &Tools, arguments: &FuzzArguments) -> Result<(), FuzzError> {
    if !has_program("c++") {
        return Err(FuzzError::NoCompiler);
    }
    let program = console::step("fuzz target", || build(tools, arguments.target))?;
    let folders = Folders::of(tools, arguments.target);
    console::step("seeds", || write_seeds(tools, &folders.seeds))?;
    fs::create_dir_all(&folders.found).map_err(|source| FuzzError::Folder {
        folder: folders.found.clone(),
        source,
    })?;
    run_shown(
        engine(tools, &program, &folders)
            .arg(format!("-runs={}", arguments.runs))
            .arg("-print_final_stats=1")
            .args([&folders.found, &folders.corpus, &folders.seeds]),
    )?;
    match arguments.keep {
        true => keep(tools, &program, &folders),
        false => Ok(()),
    }
}

/// Where inputs are.
struct Folders {
    /// Made by the encoder.
    seeds: PathBuf,
    /// Found by the engine on this machine; inputs that do harm stand beside it.
    found: PathBuf,
    /// Kept in the repository, for all targets.
    corpus: PathBuf,
}

impl Folders {
    fn of(tools: &Tools, target: FuzzTarget) -> Self {
        let workspace = tools.workspace();
        let own = workspace.target().join("fuzzing").join(target.name());
        Self {
            seeds: workspace.target().join("fuzzing/seeds"),
            found: own.join("found"),
            corpus: workspace.path("wire-format/fuzz/corpus"),
        }
    }
}

/// Compiles the target and all it calls with instrumentation; what runs while it is compiled has none,
/// as the machine is named.
fn build(tools: &Tools, target: FuzzTarget) -> Result<PathBuf, FuzzError> {
    let version = read_stdout(tools.command("rustc").arg("-vV"))?;
    let machine = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or(FuzzError::UnknownMachine)?;
    let program = format!("fuzz-{}", target.name());
    let mut cargo = tools.cargo();
    cargo
        .args(["build", "--profile", "fuzz", "--package", PACKAGE])
        .args(["--features", "libfuzzer", "--bin", &program])
        .args(["--target", machine])
        .env("RUSTFLAGS", INSTRUMENTATION.join(" "));
    run_logged(&mut cargo, &log(tools))?;
    let folder = tools.workspace().target().join(machine).join("fuzz");
    Ok(folder.join(program))
}

fn write_seeds(tools: &Tools, folder: &Path) -> Result<(), FuzzError> {
    let mut cargo = tools.cargo();
    cargo
        .args(["run", "--profile", "tool", "--package", PACKAGE])
        .args(["--example", "seeds", "--"])
        .arg(folder);
    Ok(run_logged(&mut cargo, &log(tools))?)
}

fn engine(tools: &Tools, program: &Path, folders: &Folders) -> Command {
    let mut engine = tools.command(program);
    engine
        .arg(format!("-max_len={}", limits::FUZZ_INPUT_BYTES_MAX))
        .arg(format!("-timeout={}", limits::FUZZ_PATIENCE.as_secs()))
        .arg(format!(
            "-artifact_prefix={}-",
            folders.found.with_file_name("harmful").display()
        ));
    engine
}

/// Adds the inputs to the repository that reach more than those in it do.
fn keep(tools: &Tools, program: &Path, folders: &Folders) -> Result<(), FuzzError> {
    Ok(run_shown(
        engine(tools, program, folders)
            .args(["-merge=1", "-use_counters=0"])
            .args([&folders.corpus, &folders.found, &folders.seeds]),
    )?)
}

fn log(tools: &Tools) -> PathBuf {
    tools.workspace().logs().join("fuzz.log")
}
