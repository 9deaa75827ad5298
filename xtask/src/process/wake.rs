//! One place to sleep until something happens: a program ended, a signal came, standard input
//! closed.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Instant;

static LOCK: Mutex<()> = Mutex::new(());
static BELL: Condvar = Condvar::new();

/// Tells every waiting thread to look at its condition again.
pub(super) fn ring() {
    let _held = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
    BELL.notify_all();
}

/// Sleeps until `condition` holds or the deadline has passed; the condition is looked at whenever
/// something [`ring`]s.
pub(crate) fn wait_until(condition: impl Fn() -> bool, deadline: Option<Instant>) {
    let mut held = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if condition() {
            return;
        }
        held = match deadline.map(|at| at.saturating_duration_since(Instant::now())) {
            None => BELL.wait(held).unwrap_or_else(PoisonError::into_inner),
            Some(left) if left.is_zero() => return,
            Some(left) => {
                BELL.wait_timeout(held, left)
                    .unwrap_or_else(PoisonError::into_inner)
                    .0
            }
        };
    }
}
