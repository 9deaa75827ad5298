//! The time, from the runtime; `std` has no clock in WebAssembly.

/// Milliseconds since the Unix epoch.
pub(crate) fn now_ms() -> u64 {
    worker::Date::now().as_millis()
}
