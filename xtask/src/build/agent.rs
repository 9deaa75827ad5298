//! The core of the recorder, for the package that carries it.

use super::error::BuildError;
use super::part::Part;
use super::short_names;
use super::web_assembly::{Goal, Module};
use crate::setup::Tools;

const PART: Part = Part {
    name: "recorder core",
    is_rust: true,
    inputs: &[
        "agent-wasm/Cargo.toml",
        "agent-wasm/src",
        "xtask/wasm-tools/src",
    ],
    outputs: &[
        "target/wasm/agent/agent_wasm.js",
        "target/wasm/agent/agent_wasm_bg.wasm",
    ],
};

pub(super) const MODULE: Module<'_> = Module {
    package: "monitorme-agent-wasm",
    cargo_features: &[],
    profile: "recorder",
    goal: Goal::Size,
    library: "agent_wasm",
    out_name: "agent_wasm",
    out_folder: "target/wasm/agent",
    bindgen_options: &["--target", "web"],
    extra_features: &[],
};

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    PART.make(tools, || {
        MODULE.build(tools, &PART.log(tools.workspace()))?;
        let module = MODULE.path(tools);
        let glue = tools.workspace().path("target/wasm/agent/agent_wasm.js");
        short_names::give(tools, &module, &glue)
    })
}
