//! Rust: format, lints, documentation and the tests that need no other program.

use std::fs;
use std::process::Command;

use super::bench::Bench;
use super::step::Step;
use super::system_steps;
use crate::workspace::Workspace;

/// Crates that are made for WebAssembly, each with its folder; their pure parts are tested natively
/// as well.
const WASM_CRATES: [(&str, &str); 3] = [
    ("monitorme-agent-wasm", "agent-wasm"),
    (EDGE_WORKER, "edge-worker"),
    ("monitorme-decoder", "dashboard/decoder"),
];

const EDGE_WORKER: &str = "monitorme-edge-worker";

/// Crates whose tests need no other program.
const NATIVE_CRATES: [&str; 6] = [
    "monitorme-wire-format",
    "monitorme-wire-format-fuzz",
    "monitorme-agent-wasm",
    "monitorme-scrubbing",
    "monitorme-decoder",
    "xtask",
];

/// What needs no running program.
pub(super) fn checks() -> Vec<Step> {
    vec![
        Step::new("rust-format", |bench| {
            bench.run(
                "rust-format",
                bench.tools().cargo().args(["fmt", "--all", "--check"]),
            )
        }),
        Step::new("clippy", |bench| {
            let mut cargo = bench.tools().cargo();
            cargo.args(["clippy", "--workspace", "--all-targets"]);
            bench.run("clippy", cargo.args(["--", "--deny", "warnings"]))
        }),
        Step::new("clippy-wasm", |bench| {
            let mut cargo = bench.tools().wasm_cargo();
            cargo.args(["clippy", "--target", "wasm32-unknown-unknown"]);
            cargo.args(
                WASM_CRATES
                    .iter()
                    .flat_map(|(package, _)| ["--package", package]),
            );
            // What only this feature compiles; the step before has seen the crate without it.
            cargo.args(["--features", "monitorme-edge-worker/postgres"]);
            bench.run("clippy-wasm", cargo.args(["--", "--deny", "warnings"]))
        }),
        Step::new("rust-documentation", |bench| {
            let mut cargo = bench.tools().cargo();
            cargo.args([
                "doc",
                "--workspace",
                "--no-deps",
                "--document-private-items",
            ]);
            bench.run(
                "rust-documentation",
                cargo.env("RUSTDOCFLAGS", "--deny warnings"),
            )
        }),
    ]
}

/// The tests of each crate: natively, and in a browser where it has such.
pub(super) fn tests(workspace: &Workspace) -> Vec<Step> {
    let native = NATIVE_CRATES.into_iter().map(native_tests);
    let browser_tests = WASM_CRATES
        .into_iter()
        .filter(|(_, folder)| has_browser_tests(workspace, folder));
    native
        .chain([edge_worker_tests()])
        .chain(browser_tests.map(|(package, _)| wasm_tests(package)))
        .collect()
}

fn native_tests(package: &'static str) -> Step {
    let name = format!("tests-{package}");
    Step::new(name.clone(), move |bench| {
        bench.run(&name, &mut test_command(bench, package))
    })
}

/// What the edge promises of databases is tested on a real server.
fn edge_worker_tests() -> Step {
    let name = format!("tests-{EDGE_WORKER}");
    Step::new(name.clone(), move |bench| {
        bench.run_beside_postgres(&name, &mut test_command(bench, EDGE_WORKER))
    })
}

fn test_command(bench: &Bench, package: &str) -> Command {
    let mut cargo = bench.tools().cargo();
    // The profile our own tools are compiled with: what they depend on is not compiled twice.
    cargo.args(["test", "--profile", "tool", "--package", package]);
    // Tests of a feature do not run without it, and nobody would notice.
    cargo.arg("--all-features");
    cargo
}

fn wasm_tests(package: &'static str) -> Step {
    let name = format!("wasm-tests-{package}");
    let run = move |bench: &Bench| {
        let mut cargo = bench.tools().wasm_cargo();
        cargo.env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            bench.tools().wasm_test_runner(),
        );
        cargo.args([
            "test",
            "--target",
            "wasm32-unknown-unknown",
            "--package",
            package,
        ]);
        bench.run(&format!("wasm-tests-{package}"), &mut cargo)
    };
    Step::new(name, run).after(&[system_steps::BROWSER])
}

fn has_browser_tests(workspace: &Workspace, folder: &str) -> bool {
    let manifest = fs::read_to_string(workspace.path(folder).join("Cargo.toml"));
    manifest.is_ok_and(|text| text.contains("wasm-bindgen-test"))
}
