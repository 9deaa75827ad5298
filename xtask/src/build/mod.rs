//! `cargo xtask build`: everything that is made from source, in the order it depends on each other.

mod agent;
mod agent_in_javascript;
mod codec;
mod dashboard;
mod decoder;
mod demo_shop;
mod edge_worker;
mod error;
mod fingerprint;
mod package_script;
mod part;
mod recorder;
mod short_names;
mod size_budget;
mod web_assembly;

pub(crate) use error::BuildError;
pub(crate) use size_budget::{hold_edge_to_size_budget, hold_to_size_budget};

use crate::process::ProcessError;
use crate::setup::Tools;

/// What is built in one go, because each step needs the one before.
pub(crate) type Chain = fn(&Tools) -> Result<(), BuildError>;

/// Builds what changed since the last build. A part that fails does not keep the others from being
/// built.
pub(crate) fn build_all(tools: &Tools) -> Result<(), BuildError> {
    attempt(
        tools,
        &[
            build_recorder_and_shop,
            build_dashboard,
            build_edge_worker,
            build_edge_worker_with_postgres,
        ],
    )
}

/// Builds what the edge runs and serves, as far as it changed.
pub(crate) fn build_edge(tools: &Tools) -> Result<(), BuildError> {
    attempt(tools, &[build_dashboard, build_edge_worker])
}

/// The same where the index is in PostgreSQL.
pub(crate) fn build_edge_with_postgres(tools: &Tools) -> Result<(), BuildError> {
    attempt(tools, &[build_dashboard, build_edge_worker_with_postgres])
}

/// The recorder, packed, and the pet shop that installed it.
pub(crate) fn build_recorder_and_shop(tools: &Tools) -> Result<(), BuildError> {
    agent::build(tools)?;
    agent_in_javascript::build(tools)?;
    recorder::build(tools)?;
    recorder::pack(tools)?;
    demo_shop::install_recorder(tools)?;
    demo_shop::build(tools)
}

/// The decoder and the dashboard that carries it.
pub(crate) fn build_dashboard(tools: &Tools) -> Result<(), BuildError> {
    decoder::build(tools)?;
    dashboard::build(tools)
}

/// The edge for the Workers runtime.
pub(crate) fn build_edge_worker(tools: &Tools) -> Result<(), BuildError> {
    edge_worker::build(tools)
}

/// The same with the index in PostgreSQL.
pub(crate) fn build_edge_worker_with_postgres(tools: &Tools) -> Result<(), BuildError> {
    edge_worker::build_with_postgres(tools)
}

/// What compresses batches, to be measured by itself.
pub(crate) fn build_codec(tools: &Tools) -> Result<(), BuildError> {
    codec::build(tools)
}

fn attempt(tools: &Tools, chains: &[Chain]) -> Result<(), BuildError> {
    let mut failures = Vec::new();
    for chain in chains {
        match chain(tools) {
            Err(BuildError::Process(ProcessError::Interrupted)) => {
                return Err(ProcessError::Interrupted.into());
            }
            Err(failure) => failures.push(failure),
            Ok(()) => {}
        }
    }
    match failures.len() {
        0 => Ok(()),
        _ => Err(BuildError::Parts(failures)),
    }
}
