//! Other programs: run to their end, asked a question, or kept running beside us.

mod command_line;
mod error;
mod group;
mod group_members;
mod interruption;
mod run;
mod service;
mod surfacing;
mod wake;

pub(crate) use error::ProcessError;
pub(crate) use interruption::{interrupt_on_signals, interrupt_when_stdin_closes, interrupted};
pub(crate) use run::{read_stdout, run_in_terminal, run_logged, run_shown};
pub(crate) use service::Service;
pub(crate) use wake::wait_until;
