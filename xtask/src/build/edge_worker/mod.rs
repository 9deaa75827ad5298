//! The edge as the Workers runtime wants it: one JavaScript module beside one WebAssembly module.

mod assets;

use std::fs;
use std::io;

use super::error::BuildError;
use super::part::{Part, write};
use super::web_assembly::{Goal, Module};
use crate::process::run_logged;
use crate::setup::Tools;

const PART: Part = Part {
    name: "edge worker",
    is_rust: true,
    inputs: &[
        "edge-worker/Cargo.toml",
        "edge-worker/src",
        "edge-worker/migrations",
        "edge-worker/wrangler.toml",
        "dashboard/public/_headers",
    ],
    outputs: &[
        "edge-worker/build/assets.json",
        "edge-worker/build/index.js",
        "edge-worker/build/index_bg.wasm",
    ],
};

/// The recipe of the `worker` crate's own build tool, without its long installation.
const MODULE: Module<'_> = Module {
    package: "monitorme-edge-worker",
    profile: "release",
    goal: Goal::Speed,
    library: "edge_worker",
    out_name: "index",
    out_folder: "target/wasm/edge",
    bindgen_options: &[
        "--target",
        "module",
        "--no-typescript",
        // The entrypoint begins with a fresh instance after a trap.
        "--experimental-reset-state-function",
        "--force-enable-abort-handler",
    ],
    extra_features: &["--enable-exception-handling"],
};

/// Joins the runtime's entrypoint with the exports of our module.
const ENTRYPOINT: &str = include_str!("entrypoint.js");

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    PART.make(tools, || {
        MODULE.build(tools, &PART.log(tools.workspace()))?;
        bundle(tools)?;
        assets::configure(tools.workspace())
    })
}

fn bundle(tools: &Tools) -> Result<(), BuildError> {
    let workspace = tools.workspace();
    let source = workspace.path(MODULE.out_folder);
    let bundled = source.join("bundled.js");
    write(&source.join("entrypoint.js"), ENTRYPOINT)?;
    let mut esbuild = tools.package_program("esbuild");
    esbuild
        .arg(source.join("entrypoint.js"))
        .arg(format!("--outfile={}", bundled.display()));
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]);
    esbuild.args(["--external:./index_bg.wasm", "--external:cloudflare:*"]);
    run_logged(&mut esbuild, &PART.log(workspace))?;

    let finished = workspace.path("edge-worker/build");
    let module = MODULE.path(tools);
    let script = fs::read_to_string(&bundled)
        .map_err(|source| BuildError::Read {
            path: bundled,
            source,
        })?
        // A newer way to import modules than the bundler of wrangler knows.
        .replace("import source ", "import ");
    let place = || -> io::Result<()> {
        fs::create_dir_all(&finished)?;
        fs::copy(&module, finished.join("index_bg.wasm"))?;
        fs::write(finished.join("index.js"), script)
    };
    place().map_err(|source| BuildError::Write {
        path: finished.clone(),
        source,
    })
}
