//! A set of numbers that mostly follow each other, in little space.

use serde::{Deserialize, Serialize};

/// Runs of numbers, in order, with gaps between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Runs(Vec<Run>);

/// Numbers from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Run(u32, u32);

impl Runs {
    /// Whether a number has been added.
    pub(crate) fn contains(&self, number: u32) -> bool {
        self.0
            .iter()
            .any(|Run(first, last)| (first..=last).contains(&&number))
    }

    /// Adds a number; adding it again changes nothing.
    pub(crate) fn add(&mut self, number: u32) {
        if self.contains(number) {
            return;
        }
        let at = self.0.partition_point(|run| run.0 < number);
        self.0.insert(at, Run(number, number));
        self.0.dedup_by(|next, run| {
            let is_one = run.1.checked_add(1) == Some(next.0);
            if is_one {
                run.1 = next.1;
            }
            is_one
        });
    }

    /// How many runs there are.
    pub(crate) fn run_count(&self) -> usize {
        self.0.len()
    }

    /// How many numbers there are.
    pub(crate) fn count(&self) -> u64 {
        let lengths = self
            .0
            .iter()
            .map(|Run(first, last)| u64::from(last - first) + 1);
        lengths.sum()
    }

    /// How many numbers from 0 to the last one are not there.
    pub(crate) fn missing_count(&self) -> u64 {
        let last = self.0.last();
        last.map_or(0, |Run(_, last)| u64::from(*last) + 1 - self.count())
    }

    /// The numbers, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|Run(first, last)| *first..=*last)
    }
}

impl FromIterator<u32> for Runs {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut runs = Self::default();
        numbers.into_iter().for_each(|number| runs.add(number));
        runs
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_that_follow_each_other_are_one_run() {
        let runs: Runs = [3, 0, 2, 1, u32::MAX].into_iter().collect();
        let json = serde_json::to_string(&runs).unwrap();
        assert_eq!(json, "[[0,3],[4294967295,4294967295]]");
        assert_eq!(runs.missing_count(), u64::from(u32::MAX) - 4);
    }

    proptest! {
        #[test]
        fn they_have_what_was_added_in_whatever_order_and_nothing_else(
            numbers in vec(0_u32..40, 0..60),
        ) {
            let runs: Runs = numbers.iter().copied().collect();
            let added: BTreeSet<_> = numbers.iter().copied().collect();
            prop_assert!((0..42).all(|number| runs.contains(number) == added.contains(&number)));
            prop_assert_eq!(runs.count(), added.len() as u64);
            prop_assert!(runs.iter().eq(added.iter().copied()));
            let missing = (0..added.last().copied().unwrap_or(0)).filter(|number| !added.contains(number));
            prop_assert_eq!(runs.missing_count(), missing.count() as u64);
            prop_assert_eq!(runs, numbers.into_iter().rev().collect());
        }
    }
}
