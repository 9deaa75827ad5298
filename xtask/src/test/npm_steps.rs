//! TypeScript: format and lints, types, and the tests that packages bring.

use std::path::{Path, PathBuf};

use super::bench::Bench;
use super::build_steps;
use super::error::TestError;
use super::step::Step;
use super::system_steps::BROWSER;
use crate::npm_manifest::NpmManifest;
use crate::workspace::Workspace;

const RECORDER: &str = "npm/monitorme-recorder";
const DEMO_SHOP: &str = "demo-shop";

/// What reads sources only.
pub(super) fn checks() -> Vec<Step> {
    vec![Step::new("biome", |bench| {
        bench.run(
            "biome",
            bench
                .tools()
                .package_program("biome")
                .args(["ci", "--colors=off"]),
        )
    })]
}

/// Types and tests, which see what the build made as well.
pub(super) fn tests(workspace: &Workspace) -> Vec<Step> {
    let folders = package_folders(workspace);
    let types = folders
        .iter()
        .map(|folder| script_step("types", folder, "typecheck"));
    let with_tests = folders
        .iter()
        .filter(|folder| has_script(workspace, folder, "test"));
    let units = with_tests.map(|folder| script_step("tests", folder, "test"));
    let packaging = Step::new("packaging", |bench| {
        run_script(bench, "packaging", Path::new(RECORDER), "test:packaging")
    });
    let packaging = packaging.after(&[BROWSER, build_steps::RECORDER_AND_SHOP]);
    types.chain(units).chain([packaging]).collect()
}

/// What must have been built for a package's sources to be complete.
fn needs(folder: &Path) -> &'static [&'static str] {
    match folder.to_str() {
        Some("dashboard") => &[build_steps::DASHBOARD],
        Some(RECORDER | DEMO_SHOP) => &[build_steps::RECORDER_AND_SHOP],
        _ => &[build_steps::RECORDER_AND_SHOP, build_steps::DASHBOARD],
    }
}

/// Runs a script of the package in `folder`, relative to the root.
pub(super) fn run_script(
    bench: &Bench,
    step: &str,
    folder: &Path,
    script: &'static str,
) -> Result<(), TestError> {
    if !has_script(bench.tools().workspace(), folder, script) {
        return Err(TestError::MissingScript {
            folder: folder.to_path_buf(),
            script,
        });
    }
    let mut npm = bench.tools().npm();
    npm.current_dir(bench.tools().workspace().path(folder))
        .args(["run", script]);
    bench.run(step, &mut npm)
}

fn script_step(kind: &str, folder: &Path, script: &'static str) -> Step {
    let package = folder.file_name().unwrap_or_default().to_string_lossy();
    let name = format!("{kind}-{package}");
    let folder = folder.to_path_buf();
    let needs = needs(&folder);
    Step::new(name.clone(), move |bench| {
        run_script(bench, &name, &folder, script)
    })
    .after(needs)
}

/// Every package of ours, and the pet shop.
fn package_folders(workspace: &Workspace) -> Vec<PathBuf> {
    let root = workspace.root();
    let members = NpmManifest::read(root)
        .unwrap_or_default()
        .workspace_folders(root);
    let mut folders: Vec<PathBuf> = members
        .iter()
        .map(|folder| workspace.shown(folder).to_path_buf())
        .collect();
    folders.push(PathBuf::from(DEMO_SHOP));
    folders
}

fn has_script(workspace: &Workspace, folder: &Path, script: &str) -> bool {
    let manifest = NpmManifest::read(&workspace.path(folder));
    manifest.is_ok_and(|manifest| manifest.scripts.contains_key(script))
}
