//! What wrangler would upload.

use std::fs;
use std::path::Path;

use super::error::DeployError;
use crate::workspace::Workspace;

const BUILD: &str = "edge-worker/build";
const MODULES: [&str; 2] = ["index.js", "index_bg.wasm"];
/// What wrangler writes beside a bundle, for people.
const REMARK: &str = "README.md";

/// The bundle holds the modules that were built and tested, as they are, and nothing else.
pub(super) fn check(workspace: &Workspace, bundle: &Path) -> Result<(), DeployError> {
    for name in MODULES {
        let built = read(&workspace.path(BUILD).join(name))?;
        if read(&bundle.join(name))? != built {
            return Err(DeployError::Changed { name });
        }
    }
    for entry in fs::read_dir(bundle).map_err(failed(bundle))? {
        let name = entry.map_err(failed(bundle))?.file_name();
        let name = name.to_string_lossy();
        if name != REMARK && !MODULES.contains(&&*name) {
            return Err(DeployError::Unexpected {
                name: name.into_owned(),
            });
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, DeployError> {
    fs::read(path).map_err(failed(path))
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> DeployError {
    move |source| DeployError::Read {
        path: path.to_path_buf(),
        source,
    }
}
