//! What the edge does by the clock.

use monitorme_tests::edge::{alone, shared};
use monitorme_tests::runtime::Runtime;

#[test]
fn the_clock_of_the_runtime_calls_the_edge() {
    let edge = alone();
    match Runtime::of_these_tests() {
        Runtime::Wrangler => {
            let call = "/cdn-cgi/handler/scheduled?cron=17+*+*+*+*";
            assert_eq!(edge.client().get(call).status, 200);
        }
        // It has an alarm for the next time.
        Runtime::Workerd | Runtime::WorkerdWithPostgres | Runtime::WorkerdWithS3 => {
            assert_eq!(edge.stores().planned_calls(), 1);
        }
    }
}

#[test]
fn only_the_owner_has_it_done_at_once() {
    let edge = shared();
    let path = "/api/maintenance";
    let answer = edge.client().send("POST", path, &[], ());
    assert_eq!(answer.code(), "signed_out");
    assert_eq!(edge.owner().send("POST", path, &[], ()).status, 204);
    assert_eq!(edge.owner().get(path).code(), "method_not_allowed");
}
