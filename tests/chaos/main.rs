//! The promise of the edge, kept against everything at once: what it acknowledges is stored exactly
//! once, and what it does not acknowledge is absent or complete.
//!
//! Visitors send their batches shuffled and more than once, cut connections and lose answers, while
//! stores fail and the runtime is killed and started again. `MONITORME_SESSIONS` says how many there
//! are, and `MONITORME_SEED` repeats a run: the same visitors send the same, although when the edge is
//! hit is up to the machine.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail loudly, and says what it did"
)]

mod document;
mod havoc;
mod line;
mod verdict;
mod visitor;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use serde_json::json;

use self::havoc::Havoc;
use self::verdict::Totals;
use self::visitor::Visitor;
use monitorme_tests::edge::{Edge, OWNER_EMAIL, OWNER_PASSWORD, SETUP_TOKEN};

const VISITORS_AT_ONCE: usize = 8;

#[test]
fn what_is_acknowledged_is_stored_exactly_once_whatever_happens() {
    let (seed, count) = (
        number("MONITORME_SEED", 1),
        number("MONITORME_SESSIONS", 1_000),
    );
    println!("{count} sessions of seed {seed}");
    let mut edge = Edge::start_fresh("chaos");
    make_owner(&edge);

    let mut visitors: Vec<_> = (0..count)
        .map(|number| Visitor::new(seed, number))
        .collect();
    let havoc = visit_amid_havoc(&mut edge, &mut visitors, seed);
    println!("{havoc}");
    for visitor in &mut visitors {
        visitor.come_back(edge.port());
    }

    let totals = check_all(&visitors, &edge);
    println!("{totals}");
    assert!(
        havoc.kills > 0 && totals.unacknowledged > 0 && totals.with_segments > 0,
        "{totals}"
    );

    // And all of it outlives one more death.
    edge.kill();
    edge.restart();
    assert_eq!(check_all(&visitors, &edge), totals);
}

fn check_all(visitors: &[Visitor], edge: &Edge) -> Totals {
    let (mut totals, owner) = (Totals::default(), edge.owner());
    for visitor in visitors {
        totals.add(verdict::check(visitor, &owner));
    }
    totals
}

/// Lets all visitors send while things go wrong, until they are done and nothing is wrong any more.
fn visit_amid_havoc(edge: &mut Edge, visitors: &mut [Visitor], seed: u64) -> Havoc {
    let (port, next, is_over) = (edge.port(), AtomicUsize::new(0), AtomicBool::new(false));
    let visitors: Vec<_> = visitors.iter_mut().map(std::sync::Mutex::new).collect();
    thread::scope(|scope| {
        let havoc = scope.spawn(|| Havoc::wreak(edge, seed, &is_over));
        let visit = || {
            while let Some(visitor) = visitors.get(next.fetch_add(1, Ordering::Relaxed)) {
                visitor.lock().unwrap().visit(port);
            }
        };
        let senders: Vec<_> = (0..VISITORS_AT_ONCE).map(|_| scope.spawn(visit)).collect();
        for sender in senders {
            sender.join().unwrap();
        }
        is_over.store(true, Ordering::Relaxed);
        havoc.join().unwrap()
    })
}

fn make_owner(edge: &Edge) {
    let owner =
        json!({ "setup_token": SETUP_TOKEN, "email": OWNER_EMAIL, "password": OWNER_PASSWORD });
    assert_eq!(edge.client().post_json("/api/owner", &owner).status, 201);
}

fn number(variable: &str, default: u64) -> u64 {
    let text = std::env::var(variable).unwrap_or_else(|_| default.to_string());
    text.parse().unwrap()
}
