//! What became of the steps.

use std::time::Duration;

use crate::console::{Style, on_stdout, seconds};

/// What became of one step.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Outcome {
    Passed,
    Failed,
    /// Counts as failed: what was not looked at is not known to work.
    NotRun {
        because: String,
    },
}

/// All steps so far, in the order they ran.
#[derive(Debug, Default)]
pub(super) struct Report {
    entries: Vec<(String, Outcome, Duration)>,
}

impl Report {
    pub(super) fn add(&mut self, name: &str, outcome: Outcome, took: Duration) {
        self.entries.push((name.to_owned(), outcome, took));
    }

    pub(super) fn has_passed(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|(entry, outcome, _)| entry == name && *outcome == Outcome::Passed)
    }

    pub(super) fn is_success(&self) -> bool {
        self.entries
            .iter()
            .all(|(_, outcome, _)| *outcome == Outcome::Passed)
    }

    /// Prints the table, and the summary as the last line.
    pub(super) fn print(&self) {
        let width = self
            .entries
            .iter()
            .map(|(name, _, _)| name.len())
            .max()
            .unwrap_or(0);
        for (name, outcome, took) in &self.entries {
            println!("{name:<width$}  {:>8}  {}", seconds(*took), shown(outcome));
        }
        println!("{}", self.summary());
    }

    fn summary(&self) -> String {
        let passed = self
            .entries
            .iter()
            .filter(|(_, outcome, _)| *outcome == Outcome::Passed)
            .count();
        format!("{passed} passed, {} failed", self.entries.len() - passed)
    }
}

fn shown(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Passed => on_stdout(Style::Good, "passed"),
        Outcome::Failed => on_stdout(Style::Bad, "failed"),
        Outcome::NotRun { because } => {
            on_stdout(Style::Bad, &format!("not run: {because} did not pass"))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Outcome, Report};

    #[test]
    fn what_did_not_run_counts_as_failed() {
        let mut report = Report::default();
        report.add("format", Outcome::Passed, Duration::ZERO);
        report.add("build", Outcome::Failed, Duration::ZERO);
        report.add(
            "edge",
            Outcome::NotRun {
                because: "build".to_owned(),
            },
            Duration::ZERO,
        );
        assert_eq!(report.summary(), "1 passed, 2 failed");
        assert!(!report.is_success());
        assert!(report.has_passed("format"));
        assert!(!report.has_passed("edge"));
    }
}
