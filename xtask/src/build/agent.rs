//! The core of the recorder, for the package that carries it.

use super::error::BuildError;
use super::part::Part;
use super::web_assembly::Module;
use crate::setup::Tools;

const PART: Part = Part {
    name: "recorder core",
    is_rust: true,
    inputs: &["agent-wasm/Cargo.toml", "agent-wasm/src"],
    outputs: &[
        "target/wasm/agent/agent_wasm.js",
        "target/wasm/agent/agent_wasm_bg.wasm",
    ],
};

const MODULE: Module<'_> = Module {
    package: "monitorme-agent-wasm",
    library: "agent_wasm",
    out_name: "agent_wasm",
    out_folder: "target/wasm/agent",
    bindgen_options: &["--target", "web"],
    extra_features: &[],
};

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    PART.make(tools, || MODULE.build(tools, &PART.log(tools.workspace())))
}
