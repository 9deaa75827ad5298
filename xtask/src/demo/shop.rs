//! The pet shop's service, which serves its storefront too.

use super::error::DemoError;
use crate::http;
use crate::limits;
use crate::process::Service;
use crate::setup::Tools;

/// A pet shop that runs until it is stopped or dropped.
#[derive(Debug)]
pub(super) struct Shop {
    service: Service,
    port: u16,
}

/// Where a shop on this port is visited.
pub(super) fn address(port: u16) -> String {
    format!("http://localhost:{port}")
}

impl Shop {
    /// Starts the shop, with recordings sent to the given edge, and waits until it answers.
    pub(super) fn start(tools: &Tools, port: u16, edge_address: &str) -> Result<Self, DemoError> {
        let workspace = tools.workspace();
        let log = workspace.logs().join("pet-shop.log");
        let mut command = tools.node_service();
        command.arg(workspace.path("demo-shop/service/main.ts"));
        command
            .env("PORT", port.to_string())
            .env("MONITORME_ENDPOINT", edge_address);
        let service = Service::start(&mut command, "pet shop", &log)?;
        let answers = || http::get(port, "/").is_ok_and(|answer| answer.status == 200);
        service.wait_until_ready(limits::SHOP_READY_PATIENCE, answers)?;
        Ok(Self { service, port })
    }

    pub(super) fn address(&self) -> String {
        address(self.port)
    }

    pub(super) fn has_ended(&self) -> bool {
        self.service.has_ended()
    }

    /// Why the shop is not running any more; `None` while it runs.
    pub(super) fn failure(&self) -> Option<DemoError> {
        self.service.failure().map(DemoError::from)
    }

    pub(super) fn stop(self) {
        self.service.stop();
    }
}
