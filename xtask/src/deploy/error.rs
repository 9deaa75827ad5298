//! Why the edge was not deployed.

use std::io;
use std::path::PathBuf;

use crate::build::BuildError;
use crate::process::ProcessError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum DeployError {
    #[error(
        "nobody is signed in to Cloudflare: run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN to a \
         token that may edit Workers, D1 and R2"
    )]
    SignedOut,

    #[error(transparent)]
    Process(#[from] ProcessError),

    #[error(transparent)]
    Build(#[from] BuildError),

    #[error("could not read {path}")]
    Read { path: PathBuf, source: io::Error },

    #[error("could not write {path}")]
    Write { path: PathBuf, source: io::Error },

    #[error("wrangler does not say what it should")]
    Report(#[source] serde_json::Error),

    #[error("wrangler would upload another {name} than was built")]
    Changed { name: &'static str },

    #[error("wrangler would upload {name} as well")]
    Unexpected { name: String },
}
