//! The one decoder, for the dashboard and the tests.

use super::error::BuildError;
use super::part::Part;
use super::web_assembly::{Goal, Module};
use crate::setup::Tools;

const PART: Part = Part {
    name: "decoder",
    is_rust: true,
    inputs: &["dashboard/decoder"],
    outputs: &[
        "dashboard/decoder/pkg/monitorme_decoder.js",
        "dashboard/decoder/pkg/monitorme_decoder_bg.wasm",
    ],
};

const MODULE: Module<'_> = Module {
    package: "monitorme-decoder",
    cargo_features: &[],
    profile: "release",
    goal: Goal::Speed,
    library: "monitorme_decoder",
    out_name: "monitorme_decoder",
    out_folder: "dashboard/decoder/pkg",
    bindgen_options: &["--target", "web"],
    extra_features: &[],
};

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    PART.make(tools, || MODULE.build(tools, &PART.log(tools.workspace())))
}
