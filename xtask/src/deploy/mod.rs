//! `cargo xtask deploy`: the edge on Cloudflare, or everything up to the moment it would leave this machine.

mod account;
mod bundle;
mod environment;
mod error;
mod wrangler;

pub(crate) use environment::Environment;
pub(crate) use error::DeployError;

use self::account::{Secret, missing_secrets, require_sign_in};
use crate::build::hold_edge_to_size_budget;
use crate::console::{note, step};
use crate::setup::Tools;

/// Deploys the edge as it was built, and says where it is and what is to be done next.
pub(crate) fn run(tools: &Tools, environment: Environment) -> Result<(), DeployError> {
    require_sign_in(tools)?;
    hold_edge_to_size_budget(tools)?;
    let addresses = step(&format!("deployment of {environment}"), || {
        wrangler::deploy(tools, environment)
    })?;
    for address in &addresses {
        println!("edge deployed {address}");
    }
    for secret in missing_secrets(tools, environment)? {
        note(&advice(secret, environment));
    }
    Ok(())
}

/// Does all of it that needs no account, and looks at what would be uploaded.
pub(crate) fn rehearse(tools: &Tools, environment: Environment) -> Result<(), DeployError> {
    hold_edge_to_size_budget(tools)?;
    step(&format!("dry run of {environment}"), || {
        let bundle = wrangler::rehearse(tools, environment)?;
        bundle::check(tools.workspace(), &bundle)
    })
}

fn advice(secret: Secret, environment: Environment) -> String {
    let command = format!(
        "npx wrangler secret put {secret} --config {} --env={}",
        wrangler::CONFIGURATION,
        environment.name_for_wrangler()
    );
    match secret {
        Secret::SetupToken => {
            format!("as long as this edge has no owner, it needs the secret to make one: {command}")
        }
        Secret::ApiToken => {
            format!("scripts and Prometheus need a secret of 32 characters or more: {command}")
        }
    }
}
