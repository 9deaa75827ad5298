//! Why something could not be built.

use std::io;
use std::path::PathBuf;

use crate::process::ProcessError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum BuildError {
    /// Parts that do not depend on each other failed.
    #[error("{}", one_below_the_other(.0))]
    Parts(Vec<BuildError>),

    #[error(transparent)]
    Process(#[from] ProcessError),

    #[error("could not read {path}")]
    Read { path: PathBuf, source: io::Error },

    #[error("could not write {path}")]
    Write { path: PathBuf, source: io::Error },

    #[error("{part} was built, but {missing} is not there")]
    MissingOutput {
        part: &'static str,
        missing: PathBuf,
    },

    #[error("{path} does not say what it should")]
    Configuration {
        path: PathBuf,
        source: toml::de::Error,
    },

    #[error("the sizes of files could not be measured")]
    SizeMeasurement { source: serde_json::Error },

    #[error("wasm-opt does not say what it renamed")]
    ShortNames { source: serde_json::Error },

    #[error("larger than size-budget.toml allows: {0}")]
    OverBudget(String),
}

fn one_below_the_other(failures: &[BuildError]) -> String {
    let texts: Vec<String> = failures.iter().map(BuildError::to_string).collect();
    texts.join("\n\n")
}
