//! Which batches a session has, in little space.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::batch_facts::BatchPlace;

/// The numbers of all batches of each view. Recorders count them up, so that some runs of numbers say
/// it all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct SeenBatches {
    views: BTreeMap<String, Vec<Run>>,
}

/// Numbers from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Run(u32, u32);

impl SeenBatches {
    /// Whether this batch has been added.
    pub(crate) fn contains(&self, place: &BatchPlace) -> bool {
        let runs = self.views.get(&key(place)).into_iter().flatten();
        let mut runs = runs.map(|Run(first, last)| first..=last);
        runs.any(|run| run.contains(&&place.batch_index))
    }

    /// Adds a batch; adding it again changes nothing.
    pub(crate) fn add(&mut self, place: &BatchPlace) {
        if self.contains(place) {
            return;
        }
        let number = place.batch_index;
        let runs = self.views.entry(key(place)).or_default();
        let at = runs.partition_point(|run| run.0 < number);
        runs.insert(at, Run(number, number));
        runs.dedup_by(|next, run| {
            let is_one = run.1.checked_add(1) == Some(next.0);
            if is_one {
                run.1 = next.1;
            }
            is_one
        });
    }
}

fn key(place: &BatchPlace) -> String {
    format!("{}/{}", place.window_id, place.view_id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn place(view: u8, batch_index: u32) -> BatchPlace {
        BatchPlace {
            started_at_ms: 0,
            window_id: "w".to_owned(),
            view_id: view.to_string(),
            batch_index,
        }
    }

    #[test]
    fn batches_that_follow_each_other_are_one_run() {
        let mut seen = SeenBatches::default();
        for number in [3, 0, 2, 1, u32::MAX] {
            seen.add(&place(1, number));
        }
        let json = serde_json::to_string(&seen).unwrap();
        assert_eq!(json, r#"{"w/1":[[0,3],[4294967295,4294967295]]}"#);
    }

    proptest! {
        #[test]
        fn it_has_what_was_added_and_nothing_else(
            batches in vec((0_u8..3, 0_u32..30), 0..60),
        ) {
            let mut seen = SeenBatches::default();
            for (view, number) in &batches {
                seen.add(&place(*view, *number));
            }
            let added: BTreeSet<_> = batches.into_iter().collect();
            for view in 0..4 {
                for number in 0..32 {
                    prop_assert_eq!(
                        seen.contains(&place(view, number)),
                        added.contains(&(view, number))
                    );
                }
            }
        }

        #[test]
        fn the_order_of_arrival_leaves_no_trace(numbers in vec(0_u32..40, 0..60)) {
            let of = |numbers: &mut dyn Iterator<Item = &u32>| {
                let mut seen = SeenBatches::default();
                numbers.for_each(|number| seen.add(&place(0, *number)));
                seen
            };
            prop_assert_eq!(of(&mut numbers.iter()), of(&mut numbers.iter().rev()));
        }
    }
}
