//! The core of the recorder in JavaScript, for pages that refuse WebAssembly.

use std::fs;
use std::path::Path;

use super::error::BuildError;
use super::part::Part;
use super::{agent, web_assembly};
use crate::process::{ProcessError, run_logged};
use crate::setup::Tools;

const FOLDER: &str = "target/wasm/agent-in-javascript";

const PART: Part = Part {
    name: "recorder core in JavaScript",
    is_rust: true,
    inputs: &["agent-wasm/Cargo.toml", "agent-wasm/src"],
    outputs: &[
        "target/wasm/agent-in-javascript/agent_wasm.js",
        "target/wasm/agent-in-javascript/agent_wasm_bg.wasm.js",
    ],
};

/// What cargo's modules have that can be put into JavaScript.
const FEATURES: [&str; 6] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
];

/// What JavaScript has no equivalent for, in terms of what it has.
const LOWERINGS: [&str; 3] = [
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
];

/// Made of the module that cargo compiled for the core in WebAssembly.
pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    PART.make(tools, || {
        let folder = tools.workspace().path(FOLDER);
        fs::create_dir_all(&folder).map_err(|source| BuildError::Write {
            path: folder.clone(),
            source,
        })?;
        Ok(translate(tools, &folder, &PART.log(tools.workspace()))?)
    })
}

fn translate(tools: &Tools, folder: &Path, log: &Path) -> Result<(), ProcessError> {
    let optimizer = || tools.package_program("wasm-opt");
    let bare = folder.join("bare.wasm");
    let simple = folder.join("simple.wasm");
    let glued = folder.join("agent_wasm_bg.wasm");

    // The glue is made for what a module says it has: here, nothing that JavaScript has not.
    let mut strip = optimizer();
    strip
        .arg(agent::MODULE.compiled(tools))
        .arg("-o")
        .arg(&bare);
    strip.args(web_assembly::FEATURES);
    strip.arg("--strip-target-features");
    run_logged(&mut strip, log)?;
    let mut declare = optimizer();
    declare.arg(&bare).arg("-o").arg(&simple);
    declare.args(FEATURES).arg("--emit-target-features");
    run_logged(&mut declare, log)?;

    let mut bindgen = tools.command(tools.wasm_bindgen());
    bindgen.args(["--target", "bundler", "--remove-name-section"]);
    bindgen.args(["--out-name", "agent_wasm", "--out-dir"]);
    bindgen.arg(folder).arg(&simple);
    run_logged(&mut bindgen, log)?;

    let mut lower = optimizer();
    lower.arg(&glued).arg("-o").arg(&bare).arg("-O3");
    lower.args(["--strip-debug", "--strip-producers"]);
    lower.args(FEATURES).args(LOWERINGS);
    run_logged(&mut lower, log)?;
    let mut write = tools.package_program("wasm2js");
    write.arg(&bare).arg("-O3");
    write.arg("-o").arg(glued.with_extension("wasm.js"));
    run_logged(&mut write, log)
}
