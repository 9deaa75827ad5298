//! Programs that keep running beside us until we stop them.

use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::command_line::shown;
use super::error::ProcessError;
use super::group::ProcessGroup;
use super::interruption::interrupted;
use super::run;
use super::surfacing;
use super::wake::wait_until;
use crate::limits;

/// A running program with all it started; dropping it stops them.
#[derive(Debug)]
pub(crate) struct Service {
    command: String,
    group: ProcessGroup,
    log: PathBuf,
}

impl Service {
    /// Starts a program with its output in `log`. At a terminal, what it reports on standard error
    /// is shown under `name` as well.
    ///
    /// Its standard input is a pipe that closes when we end.
    pub(crate) fn start(
        command: &mut Command,
        name: &'static str,
        log: &Path,
    ) -> Result<Self, ProcessError> {
        let (stdout, reported) = run::open_log(log)?;
        command.stdin(Stdio::piped()).stdout(stdout);
        // Only a terminal is sure to be read: behind a pipe that nobody empties the program would
        // stand still.
        if !stderr().is_terminal() {
            command.stderr(reported);
            let group = run::start(command)?;
            return Ok(Self::new(command, group, log));
        }
        command.stderr(Stdio::piped());
        let mut group = run::start(command)?;
        if let Some(stderr) = group.take_stderr() {
            thread::spawn(move || surfacing::surface(stderr, name, reported));
        }
        Ok(Self::new(command, group, log))
    }

    fn new(command: &Command, group: ProcessGroup, log: &Path) -> Self {
        Self {
            command: shown(command),
            group,
            log: log.to_path_buf(),
        }
    }

    /// Waits until `answers` says that the program does its work.
    pub(crate) fn wait_until_ready(
        &self,
        patience: Duration,
        answers: impl Fn() -> bool,
    ) -> Result<(), ProcessError> {
        let give_up = Instant::now() + patience;
        while !answers() {
            // Nothing announces that a port is open, so it is tried at short intervals; an end is
            // noticed at once.
            let next_try = Instant::now() + limits::READY_LOOK_INTERVAL;
            wait_until(|| interrupted() || self.has_ended(), Some(next_try));
            if interrupted() {
                return Err(ProcessError::Interrupted);
            }
            if let Some(failure) = self.failure() {
                return Err(failure);
            }
            if Instant::now() > give_up {
                return Err(self.not_ready(patience));
            }
        }
        Ok(())
    }

    /// Whether the program ended by itself.
    pub(crate) fn has_ended(&self) -> bool {
        self.group.ended().is_some()
    }

    /// Why the program is not running any more; `None` while it runs.
    pub(crate) fn failure(&self) -> Option<ProcessError> {
        self.group
            .ended()
            .map(|status| ProcessError::FailedWithLog {
                command: self.command.clone(),
                status,
                excerpt: run::excerpt(&self.log),
                log: self.log.clone(),
            })
    }

    /// Ends the program and all it started, and returns when they are gone.
    pub(crate) fn stop(self) {
        self.group.stop();
    }

    fn not_ready(&self, patience: Duration) -> ProcessError {
        ProcessError::NotReady {
            command: self.command.clone(),
            patience,
            excerpt: run::excerpt(&self.log),
            log: self.log.clone(),
        }
    }
}
