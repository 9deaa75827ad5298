//! Takes what is private out of texts and records before the edge stores them, by the rules of their
//! project.
//!
//! It is the second net: recorders mask before anything leaves the page, and this holds where one is
//! old or set up wrongly. What it takes out and what it does not is said in `docs/privacy.md`.
//!
//! # Layout
//!
//! - [`Rules`]: what the owner of a project wants taken out; `secrets` are the names it always knows.
//! - [`Scrubber`]: rules, made ready; scrubs a text, or a value by its name.
//! - `scan`: the pass over a text that finds everything below.
//! - `keys`, `name`: whether a name is one whose value is private, however it is written.
//! - `label`, `value`: what stands before and behind a `:` or a `=`.
//! - `card_number`, `email`, `bearer`, `user_info`: what is told by its looks.
//! - `records`, `document`: which texts of a recording are scrubbed.
//! - `escape`, `rewriting`: reading texts within addresses and JSON, and writing them anew.
//! - `limits`: every maximum, with its reason.

#![forbid(unsafe_code)]

mod bearer;
mod card_number;
mod document;
mod email;
mod escape;
mod keys;
mod label;
mod limits;
mod name;
mod records;
mod rewriting;
mod rules;
mod scan;
mod scrubber;
mod secrets;
mod user_info;
mod value;

pub use rules::{Key, KeyError, Keys, Rules};
pub use scrubber::{HIDDEN, Scrubber};
