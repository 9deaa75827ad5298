//! `cargo xtask setup`: everything the build needs that the machine does not have yet.
//!
//! Looks first and changes nothing that is in place, so every other command begins with it.

mod browser;
mod distribution;
mod environment;
mod error;
mod node;
mod packages;
mod postgres;
mod program_path;
mod s3;
mod stamp;
mod tools;
mod wasm_toolchain;
mod wasm_tools;

use std::time::Instant;

pub(crate) use browser::Browser;
pub(crate) use error::SetupError;
pub(crate) use postgres::Postgres;
pub(crate) use program_path::has_program;
pub(crate) use s3::S3;
pub(crate) use tools::Tools;

use crate::console;
use crate::workspace::Workspace;

/// Prepares the machine for everything, what only tests need included, and says what is used.
pub(crate) fn run(workspace: &Workspace) -> Result<(), SetupError> {
    let started = Instant::now();
    let tools = prepare(workspace)?;
    let browser = prepare_browser(&tools)?;
    let postgres = prepare_postgres(&tools)?;
    let s3 = prepare_s3(&tools)?;
    console::note(&format!("WebAssembly  {}", tools.wasm_toolchain()));
    console::note(&format!("Node         {}", tools.node_runtime()));
    console::note(&format!(
        "wasm-bindgen {}",
        workspace.shown(&tools.wasm_bindgen()).display()
    ));
    console::note(&format!("browser      {browser}"));
    console::note(&format!("PostgreSQL   {postgres}"));
    console::note(&format!(
        "S3           {}",
        workspace.shown(s3.program()).display()
    ));
    console::note(&format!(
        "everything is in place ({} ms)",
        started.elapsed().as_millis()
    ));
    Ok(())
}

/// What building and running need.
pub(crate) fn prepare(workspace: &Workspace) -> Result<Tools, SetupError> {
    let wasm_toolchain = wasm_toolchain::prepare(workspace)?;
    let node = node::prepare(workspace)?;
    let tools = Tools::new(workspace.clone(), wasm_toolchain, node);
    packages::prepare(&tools)?;
    wasm_tools::prepare(&tools)?;
    Ok(tools)
}

/// What the tests need on top: a browser that can be driven.
pub(crate) fn prepare_browser(tools: &Tools) -> Result<Browser, SetupError> {
    browser::prepare(tools)
}

/// And a database server.
pub(crate) fn prepare_postgres(tools: &Tools) -> Result<Postgres, SetupError> {
    postgres::prepare(tools)
}

/// And a store that speaks the protocol of S3.
pub(crate) fn prepare_s3(tools: &Tools) -> Result<S3, SetupError> {
    s3::prepare(tools)
}
