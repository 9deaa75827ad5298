//! Which ways to the standard library are open on a machine. Pure, so every kind of machine is
//! tested.

use super::machine::{Machine, Rustup};
use crate::version::Version;

/// The oldest compiler that compiles this workspace: its `rust-version`.
pub(super) const OLDEST_COMPILER: Version = Version::new(1, 95, 0);

/// One way to get a compiler with the standard library.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Way {
    UseDefault,
    UsePrivate,
    AddRustupTarget,
    BuildFromDistribution,
}

/// The ways that are open, best first. A later one is for when an earlier one fails.
pub(super) fn open_ways(machine: &Machine) -> Vec<Way> {
    if machine.default_has_library {
        return vec![Way::UseDefault];
    }
    if machine.private_is_current {
        return vec![Way::UsePrivate];
    }
    let mut open = Vec::new();
    if machine.rustup == Rustup::MayDownload {
        open.push(Way::AddRustupTarget);
    }
    if machine.has_apt {
        open.push(Way::BuildFromDistribution);
    }
    open
}

/// Why the ways that are not open are closed, for the person who has to open one.
pub(super) fn closed_ways(machine: &Machine) -> String {
    let rustup = match machine.rustup {
        Rustup::Missing => Some("rustup is not installed"),
        Rustup::MustNotDownload => {
            Some("RUSTUP_AUTO_INSTALL=0 forbids `rustup target add wasm32-unknown-unknown`")
        }
        Rustup::MayDownload => None,
    };
    let distribution = match machine.has_apt {
        true => None,
        false => Some("this is neither Debian nor Ubuntu, whose packages could be used instead"),
    };
    let reasons: Vec<&str> = [rustup, distribution].into_iter().flatten().collect();
    reasons.join("; ")
}

#[cfg(test)]
mod tests {
    use super::{Way, closed_ways, open_ways};
    use crate::setup::wasm_toolchain::machine::{Machine, Rustup};

    const BARE: Machine = Machine {
        default_has_library: false,
        private_is_current: false,
        rustup: Rustup::Missing,
        has_apt: false,
    };

    #[test]
    fn uses_what_is_there() {
        let all = Machine {
            default_has_library: true,
            private_is_current: true,
            rustup: Rustup::MayDownload,
            has_apt: true,
        };
        assert_eq!(open_ways(&all), [Way::UseDefault]);
        let built_before = Machine {
            default_has_library: false,
            ..all
        };
        assert_eq!(open_ways(&built_before), [Way::UsePrivate]);
    }

    #[test]
    fn prefers_rustup_and_falls_back_to_the_distribution() {
        let machine = Machine {
            rustup: Rustup::MayDownload,
            has_apt: true,
            ..BARE
        };
        assert_eq!(
            open_ways(&machine),
            [Way::AddRustupTarget, Way::BuildFromDistribution]
        );
    }

    #[test]
    fn never_lets_rustup_download_where_that_is_forbidden() {
        let machine = Machine {
            rustup: Rustup::MustNotDownload,
            has_apt: true,
            ..BARE
        };
        assert_eq!(open_ways(&machine), [Way::BuildFromDistribution]);
    }

    #[test]
    fn says_why_nothing_is_open() {
        let machine = Machine {
            rustup: Rustup::MustNotDownload,
            ..BARE
        };
        assert_eq!(open_ways(&machine), []);
        let reason = closed_ways(&machine);
        assert!(reason.contains("RUSTUP_AUTO_INSTALL=0"), "{reason}");
        assert!(reason.contains("neither Debian nor Ubuntu"), "{reason}");
    }
}
