use wire_format::NodeId;

use crate::capture::performance::EventEntry;
use crate::limits::{INTERACTIONS_PER_OUTLIER, LONGEST_INTERACTIONS};

/// The longest interactions of a document, from which Interaction to Next Paint is estimated.
#[derive(Debug, Default)]
pub(super) struct Interactions {
    /// The longest first.
    longest: Vec<Interaction>,
    count: f64,
}

/// All events that belong together, such as the three of a click, by the longest of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Interaction {
    id: f64,
    pub(super) duration_ms: f64,
    pub(super) event: String,
    pub(super) node: Option<NodeId>,
    /// Until its handlers ran, until they had ended, until the next paint.
    pub(super) parts_ms: [f64; 3],
}

impl Interactions {
    pub(super) fn add(&mut self, entry: &EventEntry<'_>) {
        self.count = self.count.max(entry.interaction_count);
        if entry.interaction == 0.0 {
            return;
        }
        let same = |known: &Interaction| known.id == entry.interaction;
        let is_longer = |known: &Interaction| known.duration_ms >= entry.duration_ms;
        if let Some(place) = self.longest.iter().position(same) {
            if self.longest.get(place).is_some_and(is_longer) {
                return;
            }
            self.longest.remove(place);
        }
        let place = self.longest.partition_point(is_longer);
        self.longest.insert(place, Interaction::of(entry));
        self.longest.truncate(LONGEST_INTERACTIONS);
    }

    /// The interaction that one of fifty is longer than, as the definition of the metric wants it.
    pub(super) fn estimate(&self) -> Option<&Interaction> {
        let outliers = (self.count / INTERACTIONS_PER_OUTLIER) as usize;
        self.longest
            .get(outliers.min(self.longest.len().saturating_sub(1)))
    }
}

impl Interaction {
    fn of(entry: &EventEntry<'_>) -> Self {
        let end_ms = entry.start_ms + entry.duration_ms;
        Self {
            id: entry.interaction,
            duration_ms: entry.duration_ms,
            event: entry.name.to_owned(),
            node: entry.node,
            parts_ms: [
                entry.processing_start_ms - entry.start_ms,
                entry.processing_end_ms - entry.processing_start_ms,
                end_ms - entry.processing_end_ms,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(interaction: u32, duration_ms: f64) -> EventEntry<'static> {
        EventEntry {
            start_ms: 1_000.0,
            duration_ms,
            processing_start_ms: 1_004.0,
            processing_end_ms: 1_010.0,
            interaction: interaction.into(),
            interaction_count: interaction.into(),
            name: "click",
            node: None,
        }
    }

    fn estimate_of(events: &[EventEntry<'_>]) -> Option<f64> {
        let mut interactions = Interactions::default();
        for event in events {
            interactions.add(event);
        }
        interactions.estimate().map(|found| found.duration_ms)
    }

    #[test]
    fn the_events_of_an_interaction_count_as_the_longest_of_them() {
        assert_eq!(estimate_of(&[]), None);
        assert_eq!(
            estimate_of(&[event(1, 16.0), event(1, 40.0), event(1, 24.0)]),
            Some(40.0)
        );
        assert_eq!(estimate_of(&[event(0, 400.0)]), None, "no interaction");
    }

    #[test]
    fn one_of_fifty_may_be_longer() {
        let mut events: Vec<_> = (1..50).map(|id| event(id, f64::from(id))).collect();
        assert_eq!(estimate_of(&events), Some(49.0));
        events.push(event(50, 8.0));
        assert_eq!(estimate_of(&events), Some(48.0));
    }

    #[test]
    fn the_parts_of_an_interaction_add_up_to_it() {
        let mut interactions = Interactions::default();
        interactions.add(&event(7, 40.0));
        let found = interactions.estimate().unwrap();
        assert_eq!(found.parts_ms, [4.0, 6.0, 30.0]);
    }
}
