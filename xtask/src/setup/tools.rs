//! The tools of the build, found or made by the set-up, ready to be called.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use super::environment;
use super::node::Node;
use super::wasm_toolchain::WasmToolchain;
use crate::workspace::Workspace;

/// Ways to call each tool, all with the root as working folder and telemetry off.
#[derive(Debug)]
pub(crate) struct Tools {
    workspace: Workspace,
    wasm_toolchain: WasmToolchain,
    node: Node,
}

impl Tools {
    pub(super) fn new(workspace: Workspace, wasm_toolchain: WasmToolchain, node: Node) -> Self {
        Self {
            workspace,
            wasm_toolchain,
            node,
        }
    }

    pub(crate) fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    pub(crate) fn wasm_toolchain(&self) -> &WasmToolchain {
        &self.wasm_toolchain
    }

    pub(crate) fn node_runtime(&self) -> &Node {
        &self.node
    }

    /// Cargo for programs of this machine.
    pub(crate) fn cargo(&self) -> Command {
        self.command("cargo")
    }

    /// Cargo for WebAssembly. Native commands must not use it: its compiler may be another version.
    pub(crate) fn wasm_cargo(&self) -> Command {
        let mut command = self.cargo();
        self.wasm_toolchain.select(&mut command);
        command
    }

    pub(crate) fn node(&self) -> Command {
        self.command(self.node.program())
    }

    /// Node for a program that runs beside us and must not outlive us.
    pub(crate) fn node_service(&self) -> Command {
        let mut node = self.node();
        node.arg("--import")
            .arg(self.workspace.path("xtask/src/process/stop-with-parent.js"));
        node
    }

    pub(crate) fn npm(&self) -> Command {
        self.command("npm")
    }

    /// A program that one of our npm packages provides.
    pub(crate) fn package_program(&self, name: &str) -> Command {
        self.command(self.workspace.path("node_modules/.bin").join(name))
    }

    /// The command line tool of wasm-bindgen.
    pub(crate) fn wasm_bindgen(&self) -> PathBuf {
        self.workspace.target().join("tool/wbg")
    }

    /// What takes the wording of panics out of a module.
    pub(crate) fn cut_panics(&self) -> PathBuf {
        self.workspace.target().join("tool/cut-panics")
    }

    /// What cargo starts tests compiled to WebAssembly with.
    pub(crate) fn wasm_test_runner(&self) -> PathBuf {
        self.workspace.target().join("tool/wbg-test-runner")
    }

    /// Any other program, in the same environment.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        environment::apply(&mut command, &self.workspace);
        self.node.put_on_path(&mut command);
        command
    }
}
