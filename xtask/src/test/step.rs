//! One named step of the tests.

use std::fmt;

use super::bench::Bench;
use super::error::TestError;
use crate::console;

type Work = dyn Fn(&Bench) -> Result<(), TestError>;

/// Something that passes or fails.
pub(super) struct Step {
    name: String,
    needs: &'static [&'static str],
    shows_parts: bool,
    work: Box<Work>,
}

impl Step {
    pub(super) fn new(
        name: impl Into<String>,
        work: impl Fn(&Bench) -> Result<(), TestError> + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            needs: &[],
            shows_parts: false,
            work: Box::new(work),
        }
    }

    /// Names the steps without which this one makes no sense.
    pub(super) fn after(mut self, needs: &'static [&'static str]) -> Self {
        self.needs = needs;
        self
    }

    /// Says that the work shows its own parts as they are done.
    pub(super) fn in_parts(mut self) -> Self {
        self.shows_parts = true;
        self
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn needs(&self) -> &'static [&'static str] {
        self.needs
    }

    /// Does the work, showing its progress.
    pub(super) fn run(&self, bench: &Bench) -> Result<(), TestError> {
        match self.shows_parts {
            true => (self.work)(bench),
            false => console::step(&self.name, || (self.work)(bench)),
        }
    }
}

impl fmt::Debug for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Step")
            .field("name", &self.name)
            .field("needs", &self.needs)
            .finish()
    }
}
