//! `wrangler deploy`, and what it says of its work.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

use super::environment::Environment;
use super::error::DeployError;
use crate::process::run_logged;
use crate::setup::Tools;

/// Relative to the root.
pub(super) const CONFIGURATION: &str = "edge-worker/wrangler.toml";

/// One of the lines that wrangler writes, as JSON, into the file named by `WRANGLER_OUTPUT_FILE_PATH`.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Line {
    Deploy {
        #[serde(default)]
        targets: Vec<String>,
    },
    #[serde(other)]
    Other,
}

/// Uploads everything, and gives the addresses at which the edge then is. Stores that are not there are
/// made by wrangler.
pub(super) fn deploy(tools: &Tools, environment: Environment) -> Result<Vec<String>, DeployError> {
    let report = tools.workspace().target().join("deployment.ndjson");
    clear(&report)?;
    let mut wrangler = command(tools, environment, &["deploy"]);
    wrangler.env("WRANGLER_OUTPUT_FILE_PATH", &report);
    run_logged(&mut wrangler, &log(tools, environment))?;
    let text = fs::read_to_string(&report).map_err(|source| DeployError::Read {
        path: report,
        source,
    })?;
    read_addresses(&text)
}

/// Puts what would be uploaded into a folder.
pub(super) fn rehearse(tools: &Tools, environment: Environment) -> Result<PathBuf, DeployError> {
    let name = format!("deployment-{environment}");
    let bundle = tools.workspace().target().join(name);
    clear(&bundle)?;
    let mut outdir = OsString::from("--outdir=");
    outdir.push(&bundle);
    let mut wrangler = command(tools, environment, &["deploy", "--dry-run"]);
    run_logged(wrangler.arg(outdir), &log(tools, environment))?;
    Ok(bundle)
}

/// A command of wrangler's on one environment.
pub(super) fn command(tools: &Tools, environment: Environment, arguments: &[&str]) -> Command {
    let mut wrangler = tools.package_program("wrangler");
    wrangler
        .args(arguments)
        .args(["--config", CONFIGURATION])
        .arg(format!("--env={}", environment.name_for_wrangler()));
    wrangler
}

fn log(tools: &Tools, environment: Environment) -> PathBuf {
    let name = format!("deployment-{environment}.log");
    tools.workspace().logs().join(name)
}

/// Removes what an earlier run left.
fn clear(path: &PathBuf) -> Result<(), DeployError> {
    let removed = match path.is_dir() {
        true => fs::remove_dir_all(path),
        false if path.exists() => fs::remove_file(path),
        false => Ok(()),
    };
    removed.map_err(|source| DeployError::Write {
        path: path.clone(),
        source,
    })
}

fn read_addresses(report: &str) -> Result<Vec<String>, DeployError> {
    let mut addresses = Vec::new();
    for line in report.lines() {
        if let Line::Deploy { targets } = serde_json::from_str(line).map_err(DeployError::Report)? {
            addresses.extend(targets);
        }
    }
    Ok(addresses)
}

#[cfg(test)]
mod tests {
    use super::read_addresses;

    #[test]
    fn the_report_says_where_the_edge_is() {
        let report = concat!(
            r#"{"type":"wrangler-session","version":1,"command_line_args":["deploy"]}"#,
            "\n",
            r#"{"type":"deploy","version":1,"targets":["https://edge.example.workers.dev"]}"#,
            "\n",
        );
        assert_eq!(
            read_addresses(report).unwrap(),
            ["https://edge.example.workers.dev"]
        );
        assert!(read_addresses("no report").is_err());
    }
}
