//! The time, from the runtime; `std` has no clock in WebAssembly.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use futures_util::future::{Either, select};
use worker::Delay;

/// Milliseconds since the Unix epoch.
pub(crate) fn now_ms() -> u64 {
    worker::Date::now().as_millis()
}

/// What comes of a future; `None` if it does not come within so many milliseconds.
pub(crate) async fn in_time<F: Future>(limit_ms: u64, future: F) -> Option<F::Output> {
    let limit = Delay::from(Duration::from_millis(limit_ms));
    match select(pin!(future), pin!(limit)).await {
        Either::Left((output, _)) => Some(output),
        Either::Right(_) => None,
    }
}
