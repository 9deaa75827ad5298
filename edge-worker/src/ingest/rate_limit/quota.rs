//! The quota of a day, in batches.
//!
//! Isolates lease parts of it from the index, so that a batch usually costs no look there, and together
//! they never take in more than there is.

use std::cell::RefCell;
use std::collections::HashMap;

use super::lease::{self, Lease};
use crate::bindings::Bindings;
use crate::clock;
use crate::error::ApiError;
use crate::ingest::Sender;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

thread_local! {
    static LEASES: RefCell<HashMap<String, Lease>> = RefCell::default();
}

/// Room for one batch.
#[derive(Debug)]
pub(crate) struct Reservation {
    /// `None` where there is no quota.
    leased: Option<(String, u64)>,
}

impl Reservation {
    /// Reserves room for a batch of this sender; refused when the day's quota is used up.
    pub(crate) async fn make(sender: &Sender, edge: &Bindings) -> Result<Self, ApiError> {
        let Some(quota) = sender.batches_per_day_max else {
            return Ok(Self { leased: None });
        };
        let (project, now_ms) = (&sender.project_id, clock::now_ms());
        let day = now_ms / DAY_MS;
        if !take(project, day) {
            let index = edge.index().await?;
            let granted = index
                .lease_batches(project, day, lease::size(quota), quota)
                .await?;
            add(project, day, granted);
            // Of what was granted others may have taken all meanwhile, and there is no more.
            if !take(project, day) {
                let retry_after_s = (day + 1) * (DAY_MS / 1000) - now_ms / 1000;
                return Err(ApiError::QuotaUsedUp {
                    limit: quota,
                    retry_after_s: retry_after_s as u32,
                });
            }
        }
        let leased = Some((project.clone(), day));
        Ok(Self { leased })
    }

    /// Gives it back, as the batch took no room.
    pub(crate) fn give_back(self) {
        if let Some((project, day)) = self.leased {
            add(&project, day, 1);
        }
    }
}

fn take(project: &str, day: u64) -> bool {
    LEASES.with_borrow_mut(|leases| leases.get_mut(project).is_some_and(|lease| lease.take(day)))
}

fn add(project: &str, day: u64, count: u64) {
    LEASES.with_borrow_mut(|leases| {
        leases
            .entry(project.to_owned())
            .or_default()
            .add(day, count);
    });
}
