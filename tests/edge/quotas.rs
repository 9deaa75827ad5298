//! How much may be sent.

use std::thread;

use serde_json::json;

use monitorme_tests::edge::{Edge, SHOP_KEY, SHOP_ORIGIN, shared};
use monitorme_tests::runtime::Runtime;
use monitorme_tests::visit::Visit;

/// Makes a project with a quota, and says the statuses and codes of what is then sent.
fn set_quota(edge: &Edge, project: &str, quota: u64) {
    let change = json!({ "name": project, "batches_per_day_max": quota });
    edge.owner().put_project(project, &change);
    let key = format!("mm_ingest_{project}");
    edge.owner().put_key(project, &key, &[SHOP_ORIGIN]);
}

#[test]
fn a_day_takes_in_exactly_its_quota_whoever_sends_and_however_often() {
    let edge = shared();
    set_quota(&edge, "metered", 25);
    let client = edge.client();
    // Each of them would fill half of it by itself.
    let accepted: usize = thread::scope(|scope| {
        let send = || {
            let visit = Visit::begin();
            let batches = (0..13).flat_map(|number| [visit.batch(number), visit.batch(number)]);
            let statuses = batches.map(|batch| {
                let key = Some("mm_ingest_metered");
                let answer = client.post_batch_as(key, Some(SHOP_ORIGIN), &batch);
                (answer.status, answer)
            });
            let mut accepted = 0;
            for (status, answer) in statuses {
                match status {
                    202 => accepted += usize::from(answer.json()["status"] == "accepted"),
                    429 => {
                        assert_eq!(answer.code(), "quota_used_up");
                        let seconds: u32 = answer.header("retry-after").unwrap().parse().unwrap();
                        assert!((1..=86_400).contains(&seconds));
                    }
                    _ => panic!("{answer:?}"),
                }
            }
            accepted
        };
        let senders: Vec<_> = (0..4).map(|_| scope.spawn(send)).collect();
        senders
            .into_iter()
            .map(|sender| sender.join().unwrap())
            .sum()
    });
    assert_eq!(accepted, 25);
}

#[test]
fn a_quota_of_nothing_is_none() {
    let edge = shared();
    set_quota(&edge, "unmetered", 0);
    let visit = Visit::begin();
    for number in 0..30 {
        let key = Some("mm_ingest_unmetered");
        let answer = edge
            .client()
            .post_batch_as(key, Some(SHOP_ORIGIN), &visit.batch(number));
        assert_eq!(answer.status, 202);
    }
}

#[test]
fn a_flood_of_one_client_is_turned_away() {
    // What counts for Cloudflare's development server is Cloudflare's.
    if Runtime::of_these_tests() == Runtime::Wrangler {
        return;
    }
    let edge = shared();
    let client = edge.client();
    let ask = |address: &str| {
        let path = format!("/v1/settings?ingest_key={SHOP_KEY}");
        let headers = [("origin", SHOP_ORIGIN), ("x-forwarded-for", address)];
        client.send("GET", &path, &headers, ())
    };
    let flood = || {
        // Twice what is allowed, as a minute may end in between.
        let answers = (0..12_000 / 8).map(|_| ask("10.0.0.1, 203.0.113.9"));
        let refused = answers.into_iter().find(|answer| answer.status == 429)?;
        Some((
            refused.code(),
            refused.header("retry-after").map(str::to_owned),
        ))
    };
    let refused: Vec<_> = thread::scope(|scope| {
        let senders: Vec<_> = (0..8).map(|_| scope.spawn(flood)).collect();
        let answers = senders.into_iter().map(|sender| sender.join().unwrap());
        answers.flatten().collect()
    });
    let expected = ("too_many_requests".to_owned(), Some("60".to_owned()));
    assert_eq!(refused.first(), Some(&expected));
    assert_eq!(ask("203.0.113.10").status, 200, "others are not concerned");
}
