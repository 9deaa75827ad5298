//! `cargo xtask demo`: the edge, the dashboard and the pet shop, side by side until Ctrl-C.

mod error;
mod owner;
mod shop;
mod sign_in;

pub(crate) use error::DemoError;

use self::shop::Shop;
use self::sign_in::SignIn;
use crate::console::{self, Style, on_stdout};
use crate::edge::{EdgeServer, EdgeSettings, Runtime};
use crate::port::{self, Port};
use crate::process::{interrupted, wait_until};
use crate::secret;
use crate::setup::Tools;

/// Where the two programs of the demo answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DemoPorts {
    edge: u16,
    shop: u16,
}

impl DemoPorts {
    /// Takes the ports asked for, before anything long begins.
    pub(crate) fn choose(edge: u16, shop: u16) -> Result<Self, DemoError> {
        Ok(Self {
            edge: port::choose(Port {
                number: edge,
                option: "--edge-port",
            })?,
            shop: port::choose(Port {
                number: shop,
                option: "--shop-port",
            })?,
        })
    }
}

/// Runs the demo until we are asked to stop. Everything has been built before.
pub(crate) fn run(tools: &Tools, ports: DemoPorts) -> Result<(), DemoError> {
    let setup_token = secret::generate().map_err(DemoError::Random)?;
    let edge = start_edge(tools, ports, &setup_token)?;
    let sign_in = owner::ensure(tools.workspace(), ports.edge, &setup_token)?;
    let shop = console::step("pet shop", || {
        Shop::start(tools, ports.shop, &edge.address())
    })?;
    invite(&edge, &shop, sign_in.as_ref());

    wait_until(
        || interrupted() || edge.has_ended() || shop.has_ended(),
        None,
    );
    if interrupted() {
        return console::step("stopping", || {
            shop.stop();
            edge.stop();
            Ok(())
        });
    }
    let failure = edge
        .failure()
        .map(DemoError::from)
        .or_else(|| shop.failure());
    failure.map_or(Ok(()), Err)
}

fn start_edge(tools: &Tools, ports: DemoPorts, setup_token: &str) -> Result<EdgeServer, DemoError> {
    let settings = EdgeSettings {
        runtime: Runtime::Wrangler,
        port: ports.edge,
        state: tools.workspace().demo_state().join("edge"),
        setup_token: Some(setup_token.to_owned()),
        allowed_origins: vec![shop::address(ports.shop)],
    };
    let edge = EdgeServer::start(tools, &settings)?;
    console::step("edge and dashboard", || edge.wait_until_ready())?;
    Ok(edge)
}

/// Tells the person what to open and how to sign in.
fn invite(edge: &EdgeServer, shop: &Shop, sign_in: Option<&SignIn>) {
    let (email, password) = match sign_in {
        Some(sign_in) => (sign_in.email.as_str(), sign_in.password.as_str()),
        None => ("as you chose", "as you chose"),
    };
    let lines = [
        ("pet shop", shop.address(), "buy something here"),
        ("dashboard", edge.address(), "and watch the visit here"),
        ("email", email.to_owned(), ""),
        ("password", password.to_owned(), ""),
    ];
    println!(
        "{}",
        console::panel("MonitorMe", &lines, "Ctrl-C stops everything")
    );
    if sign_in.is_none() {
        println!(
            "{}",
            on_stdout(
                Style::Dim,
                "The owner was made earlier and their password is not in .monitorme/sign-in.json; delete .monitorme/edge to begin anew."
            )
        );
    }
}
