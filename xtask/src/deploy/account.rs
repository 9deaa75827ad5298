//! What must be there on the account before, or after, a deployment.

use std::fmt;

use serde::Deserialize;

use super::environment::Environment;
use super::error::DeployError;
use super::wrangler;
use crate::process::{ProcessError, read_stdout};
use crate::setup::Tools;

/// What only the account knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Secret {
    SetupToken,
    ApiToken,
}

impl fmt::Display for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::SetupToken => "SETUP_TOKEN",
            Self::ApiToken => "API_TOKEN",
        })
    }
}

/// What wrangler says of a secret.
#[derive(Debug, Deserialize)]
struct Named {
    name: String,
}

/// An error, rather than wrangler's question in a browser, if nobody is signed in.
pub(super) fn require_sign_in(tools: &Tools) -> Result<(), DeployError> {
    let mut wrangler = tools.package_program("wrangler");
    match read_stdout(wrangler.args(["whoami", "--json"])) {
        Ok(_) => Ok(()),
        Err(ProcessError::Failed { .. }) => Err(DeployError::SignedOut),
        Err(error) => Err(error.into()),
    }
}

/// The secrets that this deployment does not have.
pub(super) fn missing_secrets(
    tools: &Tools,
    environment: Environment,
) -> Result<Vec<Secret>, DeployError> {
    let arguments = ["secret", "list", "--format=json"];
    let answer = read_stdout(&mut wrangler::command(tools, environment, &arguments))?;
    missing_in(&answer)
}

fn missing_in(answer: &str) -> Result<Vec<Secret>, DeployError> {
    let found: Vec<Named> = serde_json::from_str(answer).map_err(DeployError::Report)?;
    let is_missing = |secret: &Secret| {
        let name = secret.to_string();
        found.iter().all(|found| found.name != name)
    };
    let all = [Secret::SetupToken, Secret::ApiToken];
    Ok(all.into_iter().filter(is_missing).collect())
}

#[cfg(test)]
mod tests {
    use super::{Secret, missing_in};

    #[test]
    fn says_which_secrets_are_missing() {
        let answer = r#"[{"name":"API_TOKEN","type":"secret_text"}]"#;
        assert_eq!(missing_in(answer).unwrap(), [Secret::SetupToken]);
        assert_eq!(missing_in("[]").unwrap().len(), 2);
    }
}
