//! Many batches of one session at the same time.

use std::thread;

use monitorme_tests::client::Client;
use monitorme_tests::edge::shared;
use monitorme_tests::visit::{Visit, sorted};

/// Senders come in pairs: both of a pair send the same batches, each in its own order.
const PAIRS: u32 = 4;
const BATCHES: u32 = 60;

#[test]
fn batches_sent_at_once_out_of_order_and_twice_are_stored_exactly_once() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());

    let accepted: usize = thread::scope(|scope| {
        let send = |sender| {
            let (client, visit) = (&client, &visit);
            scope.spawn(move || send_share(client, visit, sender))
        };
        let senders: Vec<_> = (0..2 * PAIRS).map(send).collect();
        senders
            .into_iter()
            .map(|sender| sender.join().unwrap())
            .sum()
    });

    assert_eq!(
        accepted, BATCHES as usize,
        "the double of each is a duplicate"
    );
    assert_eq!(visit.stored_batches(&owner), sorted(visit.batches(BATCHES)));
    let session = owner.get(&visit.path()).json();
    // The first batch holds two records, each of the others one click.
    assert_eq!(session["batches"], BATCHES);
    assert_eq!(session["records"], BATCHES + 1);
    assert_eq!(session["clicks"], BATCHES - 1);
}

/// Sends the batches of one sender; says how many of them were new.
fn send_share(client: &Client, visit: &Visit, sender: u32) -> usize {
    // 37 and 60 have no common factor, so this is every number once.
    let shuffled = (0..BATCHES).map(|number| (number * 37 + sender * 11) % BATCHES);
    let share = shuffled.filter(|batch_index| batch_index % PAIRS == sender % PAIRS);
    let is_new = |batch_index: &u32| {
        let answer = client.post_batch(&visit.batch(*batch_index));
        assert_eq!(answer.status, 202, "{answer:?}");
        answer.json()["status"] == "accepted"
    };
    share.filter(is_new).count()
}
