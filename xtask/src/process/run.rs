//! Programs that are run to their end.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use super::command_line::shown;
use super::error::ProcessError;
use super::group::ProcessGroup;
use super::interruption::interrupted;
use super::wake::wait_until;
use crate::limits;

/// Runs a program to its end with its output in `log`; an excerpt is part of the error when it
/// fails.
pub(crate) fn run_logged(command: &mut Command, log: &Path) -> Result<(), ProcessError> {
    let (stdout, stderr) = open_log(log)?;
    command.stdin(Stdio::null()).stdout(stdout).stderr(stderr);
    let group = start(command)?;
    wait_until(|| group.ended().is_some() || interrupted(), None);
    match group.ended() {
        None => Err(ProcessError::Interrupted),
        Some(status) if status.success() => Ok(()),
        Some(status) => Err(ProcessError::FailedWithLog {
            command: shown(command),
            status,
            excerpt: excerpt(log),
            log: log.to_path_buf(),
        }),
    }
}

/// Runs a program to its end with its output where ours goes.
pub(crate) fn run_shown(command: &mut Command) -> Result<(), ProcessError> {
    let group = start(command.stdin(Stdio::null()))?;
    wait_until(|| group.ended().is_some() || interrupted(), None);
    match group.ended() {
        None => Err(ProcessError::Interrupted),
        Some(status) if status.success() => Ok(()),
        Some(status) => Err(ProcessError::Failed {
            command: shown(command),
            status,
        }),
    }
}

/// Runs a program that talks to the person at the terminal, as one that asks for a password.
pub(crate) fn run_in_terminal(command: &mut Command) -> Result<(), ProcessError> {
    let status = command.status().map_err(|source| ProcessError::Start {
        command: shown(command),
        source,
    })?;
    match status.success() {
        true => Ok(()),
        false => Err(ProcessError::Failed {
            command: shown(command),
            status,
        }),
    }
}

/// What a program that answers at once prints.
pub(crate) fn read_stdout(command: &mut Command) -> Result<String, ProcessError> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|source| ProcessError::Start {
            command: shown(command),
            source,
        })?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(ProcessError::Failed {
            command: shown(command),
            status: output.status,
        }),
    }
}

pub(super) fn start(command: &mut Command) -> Result<ProcessGroup, ProcessError> {
    ProcessGroup::start(command).map_err(|source| ProcessError::Start {
        command: shown(command),
        source,
    })
}

/// An empty log, opened once for each of a program's two outputs.
pub(super) fn open_log(log: &Path) -> Result<(File, File), ProcessError> {
    let open = || {
        if let Some(folder) = log.parent() {
            fs::create_dir_all(folder)?;
        }
        let file = File::create(log)?;
        Ok((file.try_clone()?, file))
    };
    open().map_err(|source| ProcessError::Log {
        path: log.to_path_buf(),
        source,
    })
}

/// The beginning and the end of a log: some programs say first what is wrong, others last.
pub(super) fn excerpt(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let (first, last) = (limits::FIRST_LOG_LINES_SHOWN, limits::LAST_LOG_LINES_SHOWN);
    if lines.len() <= first + last {
        return lines.join("\n");
    }
    let beginning = lines.iter().take(first).copied();
    let end = lines.iter().skip(lines.len() - last).copied();
    beginning
        .chain(["…"])
        .chain(end)
        .collect::<Vec<_>>()
        .join("\n")
}
