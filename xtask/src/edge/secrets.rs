//! What the edge is told that nobody else may know.

use std::fs;
use std::path::{Path, PathBuf};

use super::EdgeSettings;
use super::error::EdgeError;
use crate::{private_file, secret};

/// The secrets of one edge.
#[derive(Debug)]
pub(super) struct Secrets {
    /// With which programs do what the owner may do. We set up the demo's project with it.
    pub(super) api_token: String,
    setup_token: Option<String>,
}

impl Secrets {
    /// Those of an edge on this state. The API token stays the same as long as the state is there.
    pub(super) fn of(settings: &EdgeSettings) -> Result<Self, EdgeError> {
        let path = settings.state.join("api-token");
        let api_token = match fs::read_to_string(&path) {
            Ok(token) => token,
            Err(_) => {
                let token = secret::generate_long().map_err(EdgeError::Random)?;
                write(&path, &token)?;
                token
            }
        };
        Ok(Self {
            api_token,
            setup_token: settings.setup_token.clone(),
        })
    }

    /// Names and values.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let setup_token = self.setup_token.as_deref();
        [("API_TOKEN", self.api_token.as_str())]
            .into_iter()
            .chain(setup_token.map(|token| ("SETUP_TOKEN", token)))
    }

    /// Writes them into a file rather than an argument, which every user of the machine could read.
    pub(super) fn write(&self, state: &Path) -> Result<PathBuf, EdgeError> {
        let path = state.join("secrets.env");
        let lines = self
            .pairs()
            .map(|(name, value)| format!("{name}={value}\n"));
        write(&path, &lines.collect::<String>())?;
        Ok(path)
    }
}

fn write(path: &Path, content: &str) -> Result<(), EdgeError> {
    private_file::write(path, content).map_err(|source| EdgeError::Write {
        path: path.to_path_buf(),
        source,
    })
}
