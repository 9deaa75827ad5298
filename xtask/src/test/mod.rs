//! `cargo xtask test`: every test there is, as named steps.

mod bench;
mod build_steps;
mod error;
mod npm_steps;
mod postgres_server;
mod report;
mod rust_steps;
mod s3_server;
mod selection;
mod step;
mod system_steps;
mod temporary_folder;

pub(crate) use error::TestError;

use std::time::Instant;

use self::bench::Bench;
use self::report::{Outcome, Report};
use self::step::Step;
use crate::exclusive::Exclusive;
use crate::process::interrupted;
use crate::setup;
use crate::workspace::Workspace;

/// How a whole run ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Verdict {
    AllPassed,
    /// Some steps failed, or the run was stopped before its end.
    SomeFailed,
}

/// Prints the names of all steps.
pub(crate) fn list(workspace: &Workspace) {
    for step in all_steps(workspace) {
        println!("{}", step.name());
    }
}

/// Runs the steps named in `only` with those they need, or all of them.
pub(crate) fn run(workspace: &Workspace, only: &[String]) -> Result<Verdict, TestError> {
    let steps = selection::select(all_steps(workspace), only)?;
    let bench = prepare(workspace)?;
    let mut report = Report::default();
    for step in &steps {
        let started = Instant::now();
        let outcome = match step.needs().iter().find(|need| !report.has_passed(need)) {
            Some(need) => Outcome::NotRun {
                because: (*need).to_owned(),
            },
            None => attempt(step, &bench),
        };
        report.add(step.name(), outcome, started.elapsed());
        if interrupted() {
            break;
        }
    }
    report.print();
    match report.is_success() && !interrupted() {
        true => Ok(Verdict::AllPassed),
        false => Ok(Verdict::SomeFailed),
    }
}

/// Cheap steps first, so that a slip shows early; builds before what needs them.
fn all_steps(workspace: &Workspace) -> Vec<Step> {
    let mut steps = rust_steps::checks();
    steps.extend(npm_steps::checks());
    steps.extend(build_steps::all());
    steps.extend(rust_steps::tests(workspace));
    steps.push(system_steps::browser());
    steps.extend(npm_steps::tests(workspace));
    steps.extend(system_steps::all());
    steps
}

fn prepare(workspace: &Workspace) -> Result<Bench, TestError> {
    let _exclusive = Exclusive::wait(workspace)?;
    Ok(Bench::new(setup::prepare(workspace)?))
}

fn attempt(step: &Step, bench: &Bench) -> Outcome {
    match step.run(bench) {
        Ok(()) => Outcome::Passed,
        Err(error) => {
            eprintln!("\n{error}\n");
            Outcome::Failed
        }
    }
}
