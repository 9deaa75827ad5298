//! A Node.js new enough for wrangler: the machine's, or one of our own beside it.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::environment;
use super::error::SetupError;
use super::program_path::{find_program, has_program};
use crate::console;
use crate::process::{read_stdout, run_logged};
use crate::version::Version;
use crate::workspace::Workspace;

/// The first that runs TypeScript files as they are; wrangler would do with 22.12.
const OLDEST: Version = Version::new(22, 18, 0);

/// Fetched through npm where the machine's own is too old.
const OURS: &str = "24.21.0";

/// The Node.js in use.
#[derive(Debug)]
pub(crate) struct Node {
    program: PathBuf,
    origin: Origin,
}

#[derive(Debug)]
enum Origin {
    Machine(Version),
    Ours,
}

impl Node {
    pub(super) fn program(&self) -> &Path {
        &self.program
    }

    /// Tools look Node up by name, so it must be the first one found.
    pub(super) fn put_on_path(&self, command: &mut Command) {
        let Some(folder) = self.program.parent() else {
            return;
        };
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = [folder.to_path_buf()]
            .into_iter()
            .chain(env::split_paths(&path));
        // Only a folder with a colon in its name cannot be joined; the machine's own Node is found
        // then.
        if let Ok(joined) = env::join_paths(folders) {
            command.env("PATH", joined);
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Origin::Machine(version) => write!(formatter, "{version}, the machine's"),
            Origin::Ours => write!(formatter, "{OURS}, in .toolchain/node"),
        }
    }
}

/// Finds a Node.js, or fetches one through npm.
pub(super) fn prepare(workspace: &Workspace) -> Result<Node, SetupError> {
    if !has_program("npm") {
        return Err(SetupError::NoNpm);
    }
    let folder = workspace.private_tools().join("node");
    let ours = Node {
        program: folder.join(OURS).join("node_modules/node/bin/node"),
        origin: Origin::Ours,
    };
    if ours.program.is_file() {
        return Ok(ours);
    }
    let machines = find_machines_node();
    if let Some(node) = new_enough(machines.as_ref()) {
        return Ok(node);
    }
    let found = machines.map_or_else(|| "missing".to_owned(), |(_, version)| format!("{version}"));
    console::note(&format!(
        "Node.js is {found} and {OLDEST} or newer is needed: fetching {OURS} into .toolchain/node"
    ));
    console::step("fetching Node.js through npm", || fetch(workspace, &folder))?;
    Ok(ours)
}

fn find_machines_node() -> Option<(PathBuf, Version)> {
    let program = find_program("node")?;
    let version = Version::parse(&read_stdout(Command::new(&program).arg("--version")).ok()?)?;
    Some((program, version))
}

fn new_enough(machines: Option<&(PathBuf, Version)>) -> Option<Node> {
    machines
        .filter(|(_, version)| *version >= OLDEST)
        .map(|(program, version)| Node {
            program: program.clone(),
            origin: Origin::Machine(*version),
        })
}

fn fetch(workspace: &Workspace, folder: &Path) -> Result<(), SetupError> {
    let mut npm = Command::new("npm");
    environment::apply(&mut npm, workspace);
    npm.args(["install", "--no-save", "--prefix"])
        .arg(folder.join(OURS))
        .arg(format!("node@{OURS}"))
        // The package fetches the program for this machine in a script of its own.
        .args(["--ignore-scripts=false", "--include=optional"]);
    Ok(run_logged(
        &mut npm,
        &workspace.logs().join("setup-node.log"),
    )?)
}
