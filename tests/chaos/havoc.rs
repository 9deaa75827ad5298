//! What goes wrong on the side of the edge.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use fastrand::Rng;

use monitorme_tests::edge::Edge;

/// How often each thing went wrong.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Havoc {
    pub(crate) kills: u32,
    index_failures: u32,
    blob_failures: u32,
}

impl Havoc {
    /// Lets one thing after the other go wrong until it is over. Afterwards nothing is wrong.
    pub(crate) fn wreak(edge: &mut Edge, seed: u64, is_over: &AtomicBool) -> Self {
        let (mut havoc, mut random) = (Self::default(), Rng::with_seed(seed));
        while !is_over.load(Ordering::Relaxed) {
            pause(&mut random, 100..1_000);
            match random.u8(..3) {
                0 => {
                    edge.kill();
                    edge.restart();
                    havoc.kills += 1;
                }
                1 => {
                    let stores = edge.stores();
                    stores.execute_in_index("alter table sessions rename to out_of_reach");
                    pause(&mut random, 50..500);
                    stores.execute_in_index("alter table out_of_reach rename to sessions");
                    havoc.index_failures += 1;
                }
                _ if edge.stores().has_segments() => {
                    edge.stores().break_segments();
                    pause(&mut random, 50..1_000);
                    edge.stores().mend_segments();
                    havoc.blob_failures += 1;
                }
                _ => {}
            }
        }
        havoc
    }
}

fn pause(random: &mut Rng, range_ms: std::ops::Range<u64>) {
    thread::sleep(Duration::from_millis(random.u64(range_ms)));
}

impl fmt::Display for Havoc {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the edge was killed {} times, its index failed {} times, its blobs {} times",
            self.kills, self.index_failures, self.blob_failures
        )
    }
}
