//! The dashboard, served by the edge as static files.

use super::error::BuildError;
use super::package_script;
use super::part::Part;
use crate::setup::Tools;

const PART: Part = Part {
    name: "dashboard",
    is_rust: false,
    inputs: &["dashboard", "dashboard/decoder/pkg", "tsconfig.base.json"],
    outputs: &["dashboard/dist/index.html"],
};

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    let log = PART.log(tools.workspace());
    PART.make(tools, || {
        Ok(package_script::run(tools, "dashboard", "build", &log)?)
    })
}
