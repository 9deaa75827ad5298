//! What there is to build on.

use std::env;
use std::path::Path;
use std::process::Command;

use super::TARGET;
use super::layout::Layout;
use crate::process::read_stdout;
use crate::setup::program_path::has_program;

/// The facts the choice of a toolchain rests on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Machine {
    /// The default toolchain has the standard library for our target.
    pub(super) default_has_library: bool,
    /// `.toolchain/wasm` was made from the compiler that is installed now.
    pub(super) private_is_current: bool,
    pub(super) rustup: Rustup,
    pub(super) has_apt: bool,
}

/// Whether rustup is there, and what the owner of the machine lets it do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Rustup {
    Missing,
    MustNotDownload,
    MayDownload,
}

impl Machine {
    pub(super) fn describe(private: &Layout) -> Self {
        Self {
            default_has_library: default_has_library(),
            private_is_current: private.is_current(),
            rustup: describe_rustup(),
            has_apt: has_program("apt-get"),
        }
    }
}

fn default_has_library() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    read_stdout(&mut rustc).is_ok_and(|folder| Path::new(folder.trim_end()).is_dir())
}

fn describe_rustup() -> Rustup {
    // The owner of a machine sets this to 0 to forbid every download by rustup, not only the
    // implicit ones.
    let is_forbidden = env::var_os("RUSTUP_AUTO_INSTALL").is_some_and(|value| value == "0");
    match (has_program("rustup"), is_forbidden) {
        (false, _) => Rustup::Missing,
        (true, true) => Rustup::MustNotDownload,
        (true, false) => Rustup::MayDownload,
    }
}
