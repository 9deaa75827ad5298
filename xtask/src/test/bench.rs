//! What the steps work with.

use std::cell::OnceCell;
use std::env;
use std::process::Command;

use super::error::TestError;
use super::postgres_server::PostgresServer;
use super::s3_server::S3Server;
use crate::process::run_logged;
use crate::setup::{self, Browser, Tools};

/// The tools, and the browser as soon as a step has found it.
#[derive(Debug)]
pub(super) struct Bench {
    tools: Tools,
    browser: OnceCell<Browser>,
}

impl Bench {
    pub(super) fn new(tools: Tools) -> Self {
        Self {
            tools,
            browser: OnceCell::new(),
        }
    }

    pub(super) fn tools(&self) -> &Tools {
        &self.tools
    }

    /// Finds or installs the browser for the steps after this one.
    pub(super) fn prepare_browser(&self) -> Result<(), TestError> {
        let browser = setup::prepare_browser(&self.tools)?;
        // Set before by the same search on the same machine, should it have been.
        let _already = self.browser.set(browser);
        Ok(())
    }

    /// Runs a command as the step of this name; tests find our programs in the environment.
    pub(super) fn run(&self, step: &str, command: &mut Command) -> Result<(), TestError> {
        if let Ok(this_program) = env::current_exe() {
            command.env("MONITORME_XTASK", this_program);
        }
        if let Some(browser) = self.browser.get() {
            browser.tell(command);
        }
        let log = self
            .tools
            .workspace()
            .logs()
            .join(format!("test-{step}.log"));
        Ok(run_logged(command, &log)?)
    }

    /// The same while a PostgreSQL of its own is there.
    pub(super) fn run_beside_postgres(
        &self,
        step: &str,
        command: &mut Command,
    ) -> Result<(), TestError> {
        let postgres = setup::prepare_postgres(&self.tools)?;
        let server = PostgresServer::start(&postgres, &self.tools.workspace().logs())?;
        self.run(step, command.env("MONITORME_POSTGRES", server.address()))
    }

    /// The same while a store of its own that speaks the protocol of S3 is there.
    pub(super) fn run_beside_s3(&self, step: &str, command: &mut Command) -> Result<(), TestError> {
        let s3 = setup::prepare_s3(&self.tools)?;
        let server = S3Server::start(&s3, &self.tools.workspace().logs())?;
        server.tell(command);
        self.run(step, command)
    }
}
