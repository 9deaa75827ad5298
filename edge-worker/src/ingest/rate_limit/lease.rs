//! A part of a day's quota that an isolate may use without asking.

use crate::limits::{LEASE_MAX, LEASES_PER_QUOTA};

/// How much is asked for at once: little of a small quota, as what an isolate does not use is lost for
/// the day.
pub(super) fn size(quota: u64) -> u64 {
    (quota / LEASES_PER_QUOTA).clamp(1, LEASE_MAX)
}

/// What is left of a lease.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lease {
    pub(super) day: u64,
    pub(super) left: u64,
}

impl Lease {
    /// Takes one of it; `false` if there is none for this day.
    pub(super) fn take(&mut self, day: u64) -> bool {
        let is_there = self.day == day && self.left > 0;
        if is_there {
            self.left -= 1;
        }
        is_there
    }

    /// Adds what was granted for a day. What is left of an earlier day is worth nothing.
    pub(super) fn add(&mut self, day: u64, granted: u64) {
        if day > self.day {
            *self = Self { day, left: granted };
        } else if day == self.day {
            self.left += granted;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_is_used_up_one_by_one_and_ends_with_its_day() {
        let mut lease = Lease::default();
        assert!(!lease.take(7));
        lease.add(7, 2);
        assert!(lease.take(7) && !lease.take(8) && lease.take(7));
        assert!(!lease.take(7));
        lease.add(7, 1);
        lease.add(8, 1);
        lease.add(7, 5);
        assert_eq!(lease, Lease { day: 8, left: 1 });
    }

    #[test]
    fn small_quotas_are_leased_in_small_parts() {
        assert_eq!(size(0), 1);
        assert_eq!(size(10), 1);
        assert_eq!(size(LEASES_PER_QUOTA * 20), 20);
        assert_eq!(size(u64::MAX), LEASE_MAX);
    }
}
