//! Who is left of a process group.

use std::fs;

use nix::errno::Errno;
use nix::sys::signal::killpg;
use nix::unistd::Pid;

/// Whether any process of the group still runs.
pub(super) fn has_running_members(group: Pid) -> bool {
    match killpg(group, None) {
        Err(Errno::ESRCH) => false,
        // The signal also reaches processes that have ended and wait for their parent to collect
        // them. In a container nobody may ever do that, so where the system lists its processes
        // only running ones count.
        _ => fs::read_dir("/proc/self").map_or(true, |_| lists_running_member(group)),
    }
}

fn lists_running_member(group: Pid) -> bool {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let mut descriptions =
        processes.filter_map(|process| fs::read_to_string(process.path().join("stat")).ok());
    descriptions.any(|description| describes_running_member(&description, group))
}

/// A description is `id (name) state parent group …`, and the name may hold anything.
fn describes_running_member(description: &str, group: Pid) -> bool {
    let Some((_, after_name)) = description.rsplit_once(')') else {
        return false;
    };
    let mut fields = after_name.split_whitespace();
    let (state, group_id) = (fields.next(), fields.nth(1));
    group_id == Some(group.to_string().as_str()) && !matches!(state, Some("Z" | "X"))
}

#[cfg(test)]
mod tests {
    use nix::unistd::Pid;

    use super::describes_running_member;

    #[test]
    fn only_running_members_count() {
        let group = Pid::from_raw(42);
        assert!(describes_running_member("50 (workerd) S 49 42 7 0", group));
        assert!(describes_running_member(
            "50 (a name) Z 9) R 49 42 7 0",
            group
        ));
        assert!(!describes_running_member("50 (workerd) Z 49 42 7 0", group));
        assert!(!describes_running_member("42 (workerd) S 49 43 7 0", group));
    }
}
