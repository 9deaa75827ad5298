//! How long to wait before the next attempt.

use crate::limits::{RETRY_AFTER_MAX_MS, RETRY_FIRST_MS, RETRY_MAX_MS};

/// The pause after the `failures`-th failure in a row, in milliseconds.
///
/// It doubles with each failure and is drawn from its upper half, so that the visitors of a site
/// whose edge comes back do not return in step. `random` is in [0, 1).
pub fn pause_ms(failures: u32, retry_after_ms: Option<u32>, random: f64) -> u32 {
    if let Some(asked_ms) = retry_after_ms {
        return asked_ms.min(RETRY_AFTER_MAX_MS);
    }
    let doublings = failures.saturating_sub(1).min(16);
    let pause_ms = RETRY_FIRST_MS
        .saturating_mul(1 << doublings)
        .min(RETRY_MAX_MS);
    let half = f64::from(pause_ms) / 2.0;
    (half + half * random) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let pauses: Vec<u32> = (1..=7)
            .map(|failures| pause_ms(failures, None, 0.0))
            .collect();
        assert_eq!(pauses, [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
        assert!(pause_ms(u32::MAX, None, 0.999) < RETRY_MAX_MS);
    }

    #[test]
    fn what_the_edge_asks_for_is_honored_within_bounds() {
        assert_eq!(pause_ms(1, Some(7_000), 0.5), 7_000);
        assert_eq!(pause_ms(1, Some(u32::MAX), 0.5), RETRY_AFTER_MAX_MS);
    }
}
