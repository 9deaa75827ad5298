//! A Chromium for the browser tests: the machine's, the distribution's, or Playwright's own.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use super::distribution;
use super::error::SetupError;
use super::program_path::{find_program, has_program};
use super::tools::Tools;
use crate::console;
use crate::process::{read_stdout, run_logged};

/// Names Chromium goes by; the first one found is used.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];

/// The browser the tests drive.
#[derive(Debug)]
pub(crate) struct Browser {
    program: PathBuf,
    /// Drives the browser for tests compiled to WebAssembly.
    driver: Option<PathBuf>,
}

impl Browser {
    /// Tells a test program which browser to use.
    pub(crate) fn tell(&self, command: &mut Command) {
        command.env("MONITORME_CHROMIUM", &self.program);
        if let Some(driver) = &self.driver {
            command.env("CHROMEDRIVER", driver);
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.program.display())
    }
}

/// Finds a browser, or installs one.
pub(super) fn prepare(tools: &Tools) -> Result<Browser, SetupError> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if let Some(installed) = install_from_distribution(tools) {
        return Ok(installed);
    }
    install_from_playwright(tools)
}

fn find() -> Option<Browser> {
    let program = NAMES.into_iter().find_map(find_program)?;
    Some(Browser {
        program,
        driver: find_program("chromedriver"),
    })
}

/// Ubuntu has no such package (its Chromium is a snap), and not everyone may install one: then
/// there is Playwright's.
fn install_from_distribution(tools: &Tools) -> Option<Browser> {
    if !has_program("apt-get") {
        return None;
    }
    let packages = ["chromium", "chromium-driver"];
    match distribution::install(tools.workspace(), &packages, "a browser for the tests") {
        Ok(()) => find(),
        Err(error) => {
            console::note(&format!(
                "the distribution's Chromium could not be installed: {error}"
            ));
            None
        }
    }
}

fn install_from_playwright(tools: &Tools) -> Result<Browser, SetupError> {
    let workspace = tools.workspace();
    let folder = workspace.private_tools().join("playwright");
    let mut ask = tools.node();
    ask.env("PLAYWRIGHT_BROWSERS_PATH", &folder).args([
        "--print",
        "require('playwright-core').chromium.executablePath()",
    ]);
    let program = PathBuf::from(read_stdout(&mut ask)?.trim());
    if !program.is_file() {
        console::note("no Chromium was found: fetching Playwright's into .toolchain/playwright");
        let mut fetch = tools.package_program("playwright-core");
        fetch
            .env("PLAYWRIGHT_BROWSERS_PATH", &folder)
            .args(["install", "chromium"]);
        let log = workspace.logs().join("setup-chromium.log");
        console::step("Chromium", || run_logged(&mut fetch, &log))
            .map_err(|source| SetupError::NoBrowser { source })?;
    }
    Ok(Browser {
        program,
        driver: find_program("chromedriver"),
    })
}
