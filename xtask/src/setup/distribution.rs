//! Packages of Debian and Ubuntu.

use std::process::Command;

use nix::unistd::Uid;

use super::environment;
use super::error::SetupError;
use super::program_path::has_program;
use crate::console;
use crate::process::{ProcessError, read_stdout, run_in_terminal, run_logged};
use crate::version::Version;
use crate::workspace::Workspace;

/// The version of a package that would be installed, if any; with fresh lists when the known one is
/// not enough.
pub(super) fn offered_version(
    workspace: &Workspace,
    package: &str,
    oldest: Version,
) -> Option<Version> {
    let known = candidate(package);
    if known >= Some(oldest) {
        return known;
    }
    // A machine made from an image often has no package lists, or old ones.
    update(workspace).ok()?;
    candidate(package)
}

/// What a package depends on, as far as the lists know.
pub(super) fn dependencies(package: &str) -> Vec<String> {
    let lines = read_stdout(&mut c_locale("apt-cache", &["depends", package])).unwrap_or_default();
    let names = lines
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Depends: "));
    names.map(str::to_owned).collect()
}

/// Installs the packages that are missing, saying why, and never removes one to make room.
pub(super) fn install(
    workspace: &Workspace,
    packages: &[&str],
    reason: &str,
) -> Result<(), SetupError> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    console::note(&format!("{reason}: installing {names}"));
    let arguments = [
        &["install", "-y", "--no-install-recommends", "--no-remove"],
        missing.as_slice(),
    ]
    .concat();
    let first = apt_get(workspace, &format!("packages {names}"), &arguments);
    if !matches!(
        first,
        Err(SetupError::Process(
            ProcessError::FailedWithLog { .. } | ProcessError::Failed { .. }
        ))
    ) {
        return first;
    }
    // Old lists name files that are gone from the archive.
    update(workspace)?;
    apt_get(
        workspace,
        &format!("packages {names}, second attempt"),
        &arguments,
    )
}

fn update(workspace: &Workspace) -> Result<(), SetupError> {
    apt_get(workspace, "package lists", &["update"])
}

fn is_installed(package: &str) -> bool {
    let mut query = c_locale(
        "dpkg-query",
        &["--show", "--showformat=${db:Status-Abbrev}", package],
    );
    read_stdout(&mut query).is_ok_and(|status| status.starts_with("ii"))
}

fn candidate(package: &str) -> Option<Version> {
    let policy = read_stdout(&mut c_locale("apt-cache", &["policy", package])).ok()?;
    read_candidate(&policy)
}

fn read_candidate(policy: &str) -> Option<Version> {
    policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate: "))
        .and_then(Version::parse)
}

fn apt_get(workspace: &Workspace, name: &str, arguments: &[&str]) -> Result<(), SetupError> {
    if Uid::effective().is_root() {
        let mut command = Command::new("apt-get");
        environment::apply(&mut command, workspace);
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        let log = workspace.logs().join("setup-apt.log");
        return Ok(console::step(name, || run_logged(&mut command, &log))?);
    }
    if !has_program("sudo") {
        let packages = arguments
            .iter()
            .filter(|argument| !argument.starts_with('-'))
            .skip(1);
        return Err(SetupError::NotRoot {
            packages: packages.copied().collect::<Vec<_>>().join(" "),
        });
    }
    console::note(&format!("{name}: sudo apt-get {}", arguments.join(" ")));
    let mut command = Command::new("sudo");
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .args(arguments);
    Ok(run_in_terminal(&mut command)?)
}

fn c_locale(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).env("LC_ALL", "C");
    command
}

#[cfg(test)]
mod tests {
    use super::read_candidate;
    use crate::version::Version;

    #[test]
    fn reads_the_candidate_of_a_policy() {
        let offered = "rustc-web:\n  Installed: (none)\n  Candidate: 1.96.0+dfsg1-1~deb12u2\n";
        assert_eq!(read_candidate(offered), Some(Version::new(1, 96, 0)));
    }

    #[test]
    fn a_package_without_candidate_is_not_offered() {
        assert_eq!(
            read_candidate("rustc-web:\n  Installed: (none)\n  Candidate: (none)\n"),
            None
        );
        assert_eq!(read_candidate(""), None);
    }
}
