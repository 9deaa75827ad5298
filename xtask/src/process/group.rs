//! A program and everything it starts, as one thing that can be stopped.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{ChildStderr, ChildStdin, Command, ExitStatus};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

use super::group_members::has_running_members;
use super::wake::{self, wait_until};
use crate::limits;

/// A running process group; dropping it stops all of its members.
///
/// A group of its own also keeps the terminal's Ctrl-C away from the members: we decide the order
/// in which they end.
#[derive(Debug)]
pub(super) struct ProcessGroup {
    leader: Pid,
    ended: Arc<Mutex<Option<ExitStatus>>>,
    /// Closes with us, whatever ends us, when the command was given a pipe.
    _stdin: Option<ChildStdin>,
    stderr: Option<ChildStderr>,
}

impl ProcessGroup {
    /// Starts the command as leader of a new group.
    pub(super) fn start(command: &mut Command) -> io::Result<Self> {
        let mut child = command.process_group(0).spawn()?;
        let leader = Pid::from_raw(i32::try_from(child.id()).map_err(io::Error::other)?);
        let (stdin, stderr) = (child.stdin.take(), child.stderr.take());
        let ended = Arc::new(Mutex::new(None));
        let told = Arc::clone(&ended);
        thread::spawn(move || {
            // Waiting on a child that is ours fails only when somebody else collected it; then it
            // has ended as well.
            let status = child.wait().unwrap_or_default();
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(status);
            wake::ring();
        });
        Ok(Self {
            leader,
            ended,
            _stdin: stdin,
            stderr,
        })
    }

    /// The leader's standard error, when the command was given a pipe for it; once.
    pub(super) fn take_stderr(&mut self) -> Option<ChildStderr> {
        self.stderr.take()
    }

    /// How the leader ended, once it has.
    pub(super) fn ended(&self) -> Option<ExitStatus> {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks all members to end, waits, and ends by force those that stay.
    pub(super) fn stop(&self) {
        self.end_with(&[
            (Signal::SIGTERM, limits::STOP_PATIENCE),
            (Signal::SIGKILL, limits::KILL_PATIENCE),
        ]);
    }

    fn end_with(&self, signals: &[(Signal, Duration)]) {
        for &(signal, patience) in signals {
            if self.is_gone() {
                return;
            }
            // The only other outcome is that the last member has just gone.
            let _sent = killpg(self.leader, signal);
            self.wait_until_gone(patience);
        }
    }

    fn wait_until_gone(&self, patience: Duration) {
        let deadline = Instant::now() + patience;
        // Nothing tells us when a grandchild ends, so the group is looked at again at short
        // intervals.
        while !self.is_gone() && Instant::now() < deadline {
            let next_look = Instant::now() + limits::GROUP_LOOK_INTERVAL;
            wait_until(|| self.is_gone(), Some(next_look));
        }
    }

    fn is_gone(&self) -> bool {
        self.ended().is_some() && !has_running_members(self.leader)
    }
}

impl Drop for ProcessGroup {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use nix::sys::signal::Signal;
    use nix::unistd::Pid;

    use super::ProcessGroup;
    use crate::limits;
    use crate::process::group_members::has_running_members;

    /// A shell that starts a program and tells when it has.
    fn start(script: &str) -> (ProcessGroup, Pid) {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]).stderr(Stdio::piped());
        let mut group = ProcessGroup::start(&mut shell).unwrap();
        let mut told = String::new();
        BufReader::new(group.take_stderr().unwrap())
            .read_line(&mut told)
            .unwrap();
        assert_eq!(told, "started\n");
        let leader = group.leader;
        assert!(has_running_members(leader));
        (group, leader)
    }

    #[test]
    fn stopping_ends_what_the_program_started() {
        let (group, leader) = start("sleep 1000 & echo started >&2; wait");
        group.stop();
        assert!(group.ended().is_some());
        assert!(!has_running_members(leader));
    }

    #[test]
    fn dropping_ends_what_outlived_the_program() {
        let (group, leader) = start("sleep 1000 & echo started >&2");
        drop(group);
        assert!(!has_running_members(leader));
    }

    #[test]
    fn what_does_not_listen_is_ended_by_force() {
        let (group, leader) = start("trap '' TERM; sleep 1000 & echo started >&2; wait");
        group.end_with(&[
            (Signal::SIGTERM, Duration::from_millis(50)),
            (Signal::SIGKILL, limits::KILL_PATIENCE),
        ]);
        assert!(!has_running_members(leader));
    }
}
