//! Who may read: one owner, who chooses a password at the first run and signs in with it.
//!
//! - [`configuration`], [`mod@owner`]: the first run.
//! - [`mod@start`], [`mod@current`], [`mod@end`]: signing in, who is signed in, signing out.
//! - [`mod@authorize`]: whether a request may read, or change what is the owner's.
//! - [`credentials`], [`password`], [`cookie`]: what these are made of.
//! - [`same_origin`]: no other page may act for who is signed in.

mod authorize;
mod configuration;
mod cookie;
mod credentials;
mod current;
mod end;
mod owner;
mod password;
mod same_origin;
mod start;

pub(crate) use authorize::authorize;
pub(crate) use configuration::check_configuration;
pub(crate) use current::current;
pub(crate) use end::end;
pub(crate) use owner::create_owner;
pub(crate) use same_origin::check_same_origin;
pub(crate) use start::start;
