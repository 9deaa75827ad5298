//! The wish to stop: Ctrl-C, a termination signal, or the end of standard input.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::wake;

// Signals belong to the whole process, and so does what they ask for.
static REQUESTED: AtomicBool = AtomicBool::new(false);

/// From now on SIGINT, SIGTERM and SIGHUP stop the current command in order instead of ending us on
/// the spot.
pub(crate) fn interrupt_on_signals() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(request)
}

/// From now on the end of standard input stops the current command too.
///
/// Whoever started us cannot forget to stop us: the pipe closes however its other end dies.
pub(crate) fn interrupt_when_stdin_closes() {
    thread::spawn(|| {
        // What is written to us means nothing; an error reads as the end.
        let _ended = io::copy(&mut io::stdin().lock(), &mut io::sink());
        request();
    });
}

/// Whether the current command should come to its end.
pub(crate) fn interrupted() -> bool {
    REQUESTED.load(Ordering::SeqCst)
}

fn request() {
    REQUESTED.store(true, Ordering::SeqCst);
    wake::ring();
}
