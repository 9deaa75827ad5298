//! The parts together: the edge over HTTP, the recorder in a browser, a visitor from page to
//! replay.

use std::path::Path;
use std::process::Command;

use super::bench::Bench;
use super::build_steps;
use super::error::TestError;
use super::npm_steps::run_script;
use super::step::Step;
use crate::deploy::{self, Environment};

pub(super) const BROWSER: &str = "browser";

/// Finds or installs the browser that the tests of several parts drive.
pub(super) fn browser() -> Step {
    Step::new(BROWSER, Bench::prepare_browser)
}

pub(super) fn all() -> Vec<Step> {
    vec![
        edge("edge", "wrangler"),
        edge("edge-in-workerd", "workerd"),
        Step::new("edge-in-workerd-with-postgres", test_edge_with_postgres)
            .after(&[build_steps::DASHBOARD, build_steps::EDGE_WITH_POSTGRES]),
        Step::new("edge-in-workerd-with-s3", test_edge_with_s3)
            .after(&[build_steps::DASHBOARD, build_steps::EDGE]),
        Step::new("chaos", |bench| {
            test_edge(bench, "chaos", "chaos", "workerd")
        })
        .after(&[build_steps::DASHBOARD, build_steps::EDGE]),
        Step::new("recorder-in-browser", |bench| {
            tests_script(bench, "recorder-in-browser", "test:browser")
        })
        .after(&[
            BROWSER,
            build_steps::RECORDER_AND_SHOP,
            build_steps::DASHBOARD,
        ]),
        Step::new("end-to-end", |bench| {
            tests_script(bench, "end-to-end", "test:e2e")
        })
        .after(&[
            BROWSER,
            build_steps::RECORDER_AND_SHOP,
            build_steps::DASHBOARD,
            build_steps::EDGE,
        ]),
        Step::new("end-to-end-in-workerd", |bench| {
            tests_script(bench, "end-to-end-in-workerd", "test:e2e-in-workerd")
        })
        .after(&[
            BROWSER,
            build_steps::RECORDER_AND_SHOP,
            build_steps::DASHBOARD,
            build_steps::EDGE,
        ]),
        Step::new("deployment", test_deployment)
            .after(&[build_steps::DASHBOARD, build_steps::EDGE])
            .in_parts(),
    ]
}

/// The same tests for each way to run the edge.
fn edge(name: &'static str, runtime: &'static str) -> Step {
    Step::new(name, move |bench| test_edge(bench, name, "edge", runtime))
        .after(&[build_steps::DASHBOARD, build_steps::EDGE])
}

/// Runs the tests of this name against the edge in one of its runtimes.
fn test_edge(bench: &Bench, step: &str, tests: &str, runtime: &str) -> Result<(), TestError> {
    bench.run(step, &mut edge_tests(bench, tests, runtime))
}

fn test_edge_with_postgres(bench: &Bench) -> Result<(), TestError> {
    let mut tests = edge_tests(bench, "edge", "workerd-postgres");
    bench.run_beside_postgres("edge-in-workerd-with-postgres", &mut tests)
}

fn test_edge_with_s3(bench: &Bench) -> Result<(), TestError> {
    let mut tests = edge_tests(bench, "edge", "workerd-s3");
    bench.run_beside_s3("edge-in-workerd-with-s3", &mut tests)
}

fn edge_tests(bench: &Bench, tests: &str, runtime: &str) -> Command {
    let mut cargo = bench.tools().cargo();
    cargo.args(["test", "--profile", "tool", "--package", "monitorme-tests"]);
    cargo
        .args(["--test", tests])
        .env("MONITORME_RUNTIME", runtime);
    cargo
}

fn tests_script(bench: &Bench, step: &str, script: &'static str) -> Result<(), TestError> {
    run_script(bench, step, Path::new("tests"), script)
}

/// Everything a deployment does up to the moment it would leave this machine.
fn test_deployment(bench: &Bench) -> Result<(), TestError> {
    for environment in Environment::ALL {
        deploy::rehearse(bench.tools(), environment)?;
    }
    Ok(())
}
