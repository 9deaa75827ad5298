//! The compression of batches alone, to be measured in a browser.

use super::error::BuildError;
use super::part::Part;
use super::web_assembly::{Goal, Module};
use crate::setup::Tools;

const PART: Part = Part {
    name: "codec to be measured",
    is_rust: true,
    inputs: &["tests/perf/codec"],
    outputs: &[
        "target/wasm/codec/codec.js",
        "target/wasm/codec/codec_bg.wasm",
    ],
};

const MODULE: Module<'_> = Module {
    package: "monitorme-codec-in-browser",
    cargo_features: &[],
    profile: "recorder",
    goal: Goal::Size,
    library: "codec_in_browser",
    out_name: "codec",
    out_folder: "target/wasm/codec",
    bindgen_options: &["--target", "web"],
    extra_features: &[],
};

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    PART.make(tools, || MODULE.build(tools, &PART.log(tools.workspace())))
}
