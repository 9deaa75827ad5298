//! How much may be sent: by one client and with one key within a minute, and to one project within a day.
//!
//! The limits by the minute are a shield, counted by the platform in each of its places, or in memory
//! where the platform does not count. The quota of a day is exact: no more is taken in than the project
//! allows.

mod lease;
mod quota;
mod shield;
mod window;

pub(crate) use quota::Reservation;
pub(super) use shield::check;
