//! One line per step: what is being done, then how long it took.
//!
//! Everything here goes to standard error; standard output belongs to what a command answers.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::style::{Style, on_stderr};
use crate::limits;

const FRAMES: [&str; 10] = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const CLEAR_LINE: &str = "\r\x1b[2K";

/// Says one line about what is done and why.
pub(crate) fn note(text: &str) {
    eprintln!("{} {text}", on_stderr(Style::Dim, "·"));
}

/// Does the work while showing its name and the time it takes.
pub(crate) fn step<T, E>(name: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let started = Instant::now();
    let line = Line::start(name, started);
    let outcome = work();
    line.end();
    let mark = match outcome.is_ok() {
        true => on_stderr(Style::Good, "✓"),
        false => on_stderr(Style::Bad, "✗"),
    };
    eprintln!(
        "{mark} {name} {}",
        on_stderr(Style::Dim, &seconds(started.elapsed()))
    );
    outcome
}

/// A duration for people.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

/// The line of the step under way: redrawn on a terminal, written once elsewhere.
struct Line {
    drawing: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Line {
    fn start(name: &str, started: Instant) -> Self {
        if !stderr().is_terminal() {
            eprintln!("· {name} …");
            return Self { drawing: None };
        }
        let (end, ended) = mpsc::channel::<()>();
        let name = name.to_owned();
        let thread = thread::spawn(move || {
            for frame in FRAMES.iter().cycle() {
                eprint!("{CLEAR_LINE}{frame} {name} {}", seconds(started.elapsed()));
                match ended.recv_timeout(limits::PROGRESS_INTERVAL) {
                    Err(RecvTimeoutError::Timeout) => {}
                    Ok(()) | Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            eprint!("{CLEAR_LINE}");
        });
        Self {
            drawing: Some((end, thread)),
        }
    }

    fn end(self) {
        if let Some((end, thread)) = self.drawing {
            drop(end);
            // A drawing that failed left nothing behind that matters.
            let _drawn = thread.join();
        }
    }
}
