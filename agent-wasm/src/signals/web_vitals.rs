use wire_format::NodeId;
use wire_format::record::{Record, Vital, WebVital};

use super::interactions::Interactions;
use crate::capture::performance::{PerformanceEntry, microseconds};
use crate::limits::{SHIFTS_APART_MS, SHIFTS_SPAN_MS};

/// The Web Vitals of a document as <https://web.dev/articles/vitals> defines them. They hold the
/// values that the library `web-vitals` reports; a test compares the two in a browser.
#[derive(Debug, Default)]
pub(super) struct WebVitals {
    activation_start_ms: f64,
    /// What is painted while nobody looks does not count.
    first_hidden_ms: Option<f64>,
    shifts: ShiftWindow,
    interactions: Interactions,
    /// The values by now, at most one of each.
    values: Vec<WebVital<'static>>,
    changed: Vec<Vital>,
}

/// Layout shifts that come in quick succession; the worst such window is the metric.
#[derive(Debug, Default)]
struct ShiftWindow {
    sum: f64,
    first_ms: f64,
    last_ms: f64,
}

impl WebVitals {
    pub(super) fn add(&mut self, entry: &PerformanceEntry<'_>) {
        match entry {
            PerformanceEntry::Navigation {
                activation_start_ms,
                response_start_ms,
            } => {
                self.activation_start_ms = *activation_start_ms;
                if *response_start_ms > 0.0 {
                    let value = self.since_activation(*response_start_ms);
                    self.set(Vital::FirstByte, value, None, "", &[]);
                }
            }
            PerformanceEntry::Visibility { start_ms, name } => {
                if *name == "hidden" && *start_ms >= self.activation_start_ms {
                    self.first_hidden_ms.get_or_insert(*start_ms);
                }
            }
            PerformanceEntry::Paint { start_ms, name } => {
                if *name == "first-contentful-paint" && self.is_seen(*start_ms) {
                    let value = self.since_activation(*start_ms);
                    self.set(Vital::FirstPaint, value, None, "", &[]);
                }
            }
            PerformanceEntry::LargestPaint {
                start_ms,
                url,
                node,
            } => {
                if self.is_seen(*start_ms) {
                    let value = self.since_activation(*start_ms);
                    self.set(Vital::LargestPaint, value, *node, url, &[]);
                }
            }
            PerformanceEntry::LayoutShift {
                start_ms,
                value,
                had_recent_input,
            } => {
                if !had_recent_input {
                    self.add_shift(*start_ms, *value);
                }
            }
            PerformanceEntry::Event(entry) => {
                self.interactions.add(entry);
                if let Some(interaction) = self.interactions.estimate().cloned() {
                    self.set(
                        Vital::Interaction,
                        interaction.duration_ms,
                        interaction.node,
                        &interaction.event,
                        &interaction.parts_ms,
                    );
                }
            }
            PerformanceEntry::Resource(_) => {}
        }
    }

    pub(super) const fn is_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    pub(super) fn take_changed(&mut self) -> Vec<Record<'static>> {
        let changed = std::mem::take(&mut self.changed);
        let values = self.values.iter();
        values
            .filter(|value| changed.contains(&value.vital))
            .map(|value| Record::WebVital(value.clone()))
            .collect()
    }

    fn add_shift(&mut self, start_ms: f64, value: f64) {
        let window = &mut self.shifts;
        let belongs = window.sum > 0.0
            && start_ms - window.last_ms < SHIFTS_APART_MS
            && start_ms - window.first_ms < SHIFTS_SPAN_MS;
        if belongs {
            window.sum += value;
        } else {
            *window = ShiftWindow {
                sum: value,
                first_ms: start_ms,
                last_ms: start_ms,
            };
        }
        window.last_ms = start_ms;
        let sum = window.sum;
        if self
            .value_of(Vital::LayoutShift)
            .is_none_or(|worst| sum > worst)
        {
            self.set(Vital::LayoutShift, sum, None, "", &[]);
        }
    }

    fn value_of(&self, vital: Vital) -> Option<f64> {
        let known = self.values.iter().find(|known| known.vital == vital);
        known.map(|known| known.value)
    }

    /// A prerendered document counts from the moment in which it was shown.
    const fn since_activation(&self, time_ms: f64) -> f64 {
        (time_ms - self.activation_start_ms).max(0.0)
    }

    fn is_seen(&self, time_ms: f64) -> bool {
        self.first_hidden_ms
            .is_none_or(|hidden_ms| time_ms < hidden_ms)
    }

    fn set(
        &mut self,
        vital: Vital,
        value: f64,
        node: Option<NodeId>,
        detail: &str,
        parts_ms: &[f64],
    ) {
        if self.value_of(vital) == Some(value) {
            return;
        }
        self.values.retain(|known| known.vital != vital);
        self.values.push(WebVital {
            vital,
            value,
            node,
            detail: detail.to_owned().into(),
            parts_us: parts_ms.iter().map(|&ms| microseconds(ms)).collect(),
        });
        if !self.changed.contains(&vital) {
            self.changed.push(vital);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vitals_of(entries: &[PerformanceEntry<'_>]) -> WebVitals {
        let mut vitals = WebVitals::default();
        for entry in entries {
            vitals.add(entry);
        }
        vitals
    }

    fn shift(start_ms: f64, value: f64) -> PerformanceEntry<'static> {
        PerformanceEntry::LayoutShift {
            start_ms,
            value,
            had_recent_input: false,
        }
    }

    #[test]
    fn layout_shifts_add_up_within_a_window_of_five_seconds_without_a_pause_of_one() {
        let worst = |shifts: &[(f64, f64)]| {
            let entries: Vec<_> = shifts.iter().map(|&(at, value)| shift(at, value)).collect();
            vitals_of(&entries).value_of(Vital::LayoutShift)
        };
        assert_eq!(worst(&[(0.0, 0.25), (900.0, 0.25)]), Some(0.5));
        assert_eq!(worst(&[(0.0, 0.25), (1_000.0, 0.125)]), Some(0.25));
        let long: Vec<_> = (0..7).map(|step| (f64::from(step) * 900.0, 0.25)).collect();
        assert_eq!(
            worst(&long),
            Some(1.5),
            "the seventh begins a window of its own"
        );
    }

    #[test]
    fn shifts_that_the_visitor_caused_do_not_count() {
        let vitals = vitals_of(&[PerformanceEntry::LayoutShift {
            start_ms: 1.0,
            value: 0.5,
            had_recent_input: true,
        }]);
        assert_eq!(vitals.value_of(Vital::LayoutShift), None);
    }

    #[test]
    fn paints_count_from_activation_and_only_until_the_page_is_hidden() {
        let paint = |start_ms| PerformanceEntry::LargestPaint {
            start_ms,
            url: "",
            node: None,
        };
        let vitals = vitals_of(&[
            PerformanceEntry::Navigation {
                activation_start_ms: 100.0,
                response_start_ms: 40.0,
            },
            PerformanceEntry::Visibility {
                start_ms: 500.0,
                name: "hidden",
            },
            paint(300.0),
            paint(600.0),
        ]);
        assert_eq!(vitals.value_of(Vital::LargestPaint), Some(200.0));
        assert_eq!(vitals.value_of(Vital::FirstByte), Some(0.0));
    }

    #[test]
    fn only_what_changed_is_told() {
        let mut vitals = vitals_of(&[shift(0.0, 0.25)]);
        assert_eq!(vitals.take_changed().len(), 1);
        assert!(!vitals.is_changed());
        vitals.add(&shift(5_000.0, 0.125));
        assert!(
            vitals.take_changed().is_empty(),
            "a smaller window changes nothing"
        );
    }
}
