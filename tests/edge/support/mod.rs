//! What the tests stand on.

pub(crate) mod client;
pub(crate) mod damage;
pub(crate) mod edge;
pub(crate) mod refusal;
pub(crate) mod runtime;
pub(crate) mod stores;
pub(crate) mod visit;
