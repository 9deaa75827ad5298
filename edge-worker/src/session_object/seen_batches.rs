//! Which batches a session has, in little space.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::batch_facts::BatchPlace;
use super::runs::Runs;

/// The numbers of all batches of each view. Recorders count them up, so that some runs of numbers say
/// it all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct SeenBatches {
    views: BTreeMap<String, Runs>,
}

impl SeenBatches {
    /// Whether this batch has been added.
    pub(crate) fn contains(&self, place: &BatchPlace) -> bool {
        let runs = self.views.get(&key(place));
        runs.is_some_and(|runs| runs.contains(place.batch_index))
    }

    /// Adds a batch; adding it again changes nothing.
    pub(crate) fn add(&mut self, place: &BatchPlace) {
        let runs = self.views.entry(key(place)).or_default();
        runs.add(place.batch_index);
    }

    /// How many batches have not arrived although later ones of the same view have.
    pub(crate) fn missing_count(&self) -> u64 {
        self.views.values().map(Runs::missing_count).sum()
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
    fn a_batch_is_missing_if_a_later_one_of_its_view_is_there() {
        let mut seen = SeenBatches::default();
        for (view, number) in [(1, 0), (1, 3), (2, 1), (3, 0)] {
            seen.add(&place(view, number));
        }
        assert_eq!(seen.missing_count(), 3);
        let json = serde_json::to_string(&seen).unwrap();
        assert_eq!(json, r#"{"w/1":[[0,0],[3,3]],"w/2":[[1,1]],"w/3":[[0,0]]}"#);
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
    }
}
