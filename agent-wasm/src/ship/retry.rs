//! How long to wait before the next attempt.

use crate::limits::{RETRY_AFTER_MAX_MS, RETRY_FIRST_MS, RETRY_MAX_MS};

/// The pause after the `failures`-th failure in a row, in milliseconds.
///
/// It is drawn from zero to a bound that doubles with each failure ("full jitter"), so that the
/// visitors of a site whose edge comes back do not return in step. What the edge asks for is kept
/// to, and spread in the same way behind it. `random` is in [0, 1).
pub fn pause_ms(failures: u32, retry_after_ms: Option<u32>, random: f64) -> u32 {
    if let Some(asked_ms) = retry_after_ms {
        let spread_ms = f64::from(RETRY_FIRST_MS) * random;
        return asked_ms.min(RETRY_AFTER_MAX_MS) + spread_ms as u32;
    }
    let doublings = failures.saturating_sub(1).min(16);
    let bound_ms = RETRY_FIRST_MS
        .saturating_mul(1 << doublings)
        .min(RETRY_MAX_MS);
    (f64::from(bound_ms) * random) as u32
}

/// The pause that a `Retry-After` header asks for, in milliseconds. It holds either seconds or a date
/// (RFC 9110, section 10.2.3), which `parse_date` turns into milliseconds since the Unix epoch.
pub fn retry_after_ms(
    header: &str,
    now_ms: u64,
    parse_date: impl Fn(&str) -> Option<u64>,
) -> Option<u32> {
    let header = header.trim();
    let asked_ms = match header.parse::<u64>() {
        Ok(seconds) => seconds.saturating_mul(1_000),
        Err(_) => parse_date(header)?.saturating_sub(now_ms),
    };
    Some(u32::try_from(asked_ms).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_double_up_to_the_longest() {
        let longest: Vec<u32> = (1..=7)
            .map(|failures| pause_ms(failures, None, 0.999_999_999))
            .collect();
        assert_eq!(longest, [999, 1_999, 3_999, 7_999, 15_999, 29_999, 29_999]);
        assert_eq!(pause_ms(u32::MAX, None, 0.0), 0);
    }

    #[test]
    fn what_the_edge_asks_for_is_honored_within_bounds() {
        assert_eq!(pause_ms(1, Some(7_000), 0.0), 7_000);
        assert_eq!(pause_ms(1, Some(7_000), 0.5), 7_000 + RETRY_FIRST_MS / 2);
        assert_eq!(pause_ms(1, Some(u32::MAX), 0.0), RETRY_AFTER_MAX_MS);
    }

    #[test]
    fn the_edge_may_ask_in_seconds_or_by_date() {
        let no_date = |_: &str| None;
        assert_eq!(retry_after_ms(" 120 ", 0, no_date), Some(120_000));
        assert_eq!(retry_after_ms("99999999999999", 0, no_date), Some(u32::MAX));
        assert_eq!(retry_after_ms("soon", 0, no_date), None);
        let date = |_: &str| Some(5_000);
        assert_eq!(retry_after_ms("a date", 2_000, date), Some(3_000));
        assert_eq!(retry_after_ms("a date", 9_000, date), Some(0));
    }
}
