//! How workerd serves the dashboard: what `wrangler.toml` says of it, and the dashboard's headers.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::build::error::BuildError;
use crate::build::part::write;
use crate::workspace::Workspace;

#[derive(Debug, Deserialize)]
struct WranglerConfiguration {
    assets: Map<String, Value>,
}

/// Writes the configuration that `workerd.capnp` embeds.
pub(super) fn configure(workspace: &Workspace) -> Result<(), BuildError> {
    let path = workspace.path("edge-worker/wrangler.toml");
    let headers = workspace.path("dashboard/public/_headers");
    let configuration: WranglerConfiguration = toml::from_str(&read(&path)?)
        .map_err(|source| BuildError::Configuration { path, source })?;
    let mut assets = configuration.assets;
    // The folder is named in `workerd.capnp`.
    assets.remove("directory");
    assets.insert("headers".to_owned(), read(&headers)?.into());
    write(
        &workspace.path("edge-worker/build/assets.json"),
        &Value::Object(assets).to_string(),
    )
}

fn read(path: &Path) -> Result<String, BuildError> {
    fs::read_to_string(path).map_err(|source| BuildError::Read {
        path: path.to_path_buf(),
        source,
    })
}
