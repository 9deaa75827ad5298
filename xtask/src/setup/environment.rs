//! What every program we start finds in its environment.

use std::process::Command;

use crate::workspace::Workspace;

/// Tools that report home or look for updates are told not to: nothing leaves the machine unasked.
const QUIET: [(&str, &str); 11] = [
    ("WRANGLER_SEND_METRICS", "false"),
    ("WRANGLER_SEND_ERROR_REPORTS", "false"),
    ("WRANGLER_HIDE_BANNER", "true"),
    // One file per call would pile up; what programs print is in our own logs.
    ("WRANGLER_WRITE_LOGS", "false"),
    ("CLOUDFLARE_CF_FETCH_ENABLED", "false"),
    ("DO_NOT_TRACK", "1"),
    ("NO_UPDATE_NOTIFIER", "1"),
    ("npm_config_audit", "false"),
    ("npm_config_fund", "false"),
    // Their output is read from files.
    ("NO_COLOR", "1"),
    // Without a terminal to ask at, tools take their defaults.
    ("CI", "1"),
];

/// Applies the settings above and keeps logs and state of tools inside the project.
pub(super) fn apply(command: &mut Command, workspace: &Workspace) {
    command
        .current_dir(workspace.root())
        .envs(QUIET)
        .env("WRANGLER_LOG_PATH", workspace.logs())
        .env(
            "WRANGLER_REGISTRY_PATH",
            workspace.demo_state().join("wrangler-registry"),
        )
        .env("CARGO_TARGET_DIR", workspace.target());
}
