//! The commands of the project: `cargo xtask --help`.

#![allow(
    clippy::print_stdout,
    reason = "a command line program answers on standard output"
)]

mod bench;
mod build;
mod cli;
mod command;
mod console;
mod demo;
mod deploy;
mod edge;
mod error;
mod exclusive;
mod fuzz;
mod http;
mod limits;
mod npm_manifest;
mod port;
mod private_file;
mod process;
mod secret;
mod setup;
mod test;
mod version;
mod workspace;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::Cli;
use crate::process::interrupted;

/// What shells report for a program that ended on Ctrl-C.
const INTERRUPTED: u8 = 130;

fn main() -> ExitCode {
    match command::run(Cli::parse().task) {
        Ok(code) => code,
        // Whoever asked us to stop knows why we stopped.
        Err(_) if interrupted() => ExitCode::from(INTERRUPTED),
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

/// The error and what led to it, one line each.
fn report(error: &dyn Error) {
    eprintln!("error: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        eprintln!("  because: {error}");
        cause = error.source();
    }
}
