//! The demo owner's sign-in, kept in a file that only the user of this machine can read.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::error::DemoError;
use crate::workspace::Workspace;
use crate::{private_file, secret};

/// What the owner signs in with.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct SignIn {
    pub(crate) email: String,
    pub(crate) password: String,
}

impl SignIn {
    /// The sign-in of an earlier start.
    pub(super) fn stored(workspace: &Workspace) -> Option<Self> {
        let text = fs::read_to_string(path(workspace)).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// A new one with a password nobody else has.
    pub(super) fn generate() -> Result<Self, DemoError> {
        Ok(Self {
            email: "owner@example.com".to_owned(),
            password: secret::generate().map_err(DemoError::Random)?,
        })
    }

    pub(super) fn store(&self, workspace: &Workspace) -> Result<(), DemoError> {
        let path = path(workspace);
        let write = || private_file::write(&path, &serde_json::to_string_pretty(self)?);
        write().map_err(|source| DemoError::Write {
            path: path.clone(),
            source,
        })
    }
}

fn path(workspace: &Workspace) -> PathBuf {
    workspace.demo_state().join("sign-in.json")
}
