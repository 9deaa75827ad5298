//! What can only go wrong where the index is in PostgreSQL.

use monitorme_tests::edge::alone;
use monitorme_tests::refusal::assert_refused;
use monitorme_tests::runtime::Runtime;
use monitorme_tests::visit::{Visit, sorted};

#[test]
fn an_index_that_cannot_be_reached_is_reached_again_without_a_restart() {
    if Runtime::of_these_tests() != Runtime::WorkerdWithPostgres {
        return;
    }
    let edge = alone();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    assert_eq!(client.post_batch(&visit.batch(0)).status, 202);

    edge.stores().close_postgres();
    let answers = [
        client.get("/healthz"),
        owner.get("/api/sessions"),
        client.post_batch(&Visit::begin().batch(0)),
    ];
    let known = client.post_batch(&visit.batch(1));
    edge.stores().open_postgres();

    for answer in &answers {
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (503, "storage_unavailable")
        );
        assert!(answer.header("retry-after").is_some());
    }
    assert_refused(&answers[2], 503, "storage_unavailable");
    assert!(edge.log().contains("not currently accepting connections"));
    assert_eq!(known.status, 202, "its session object knows the session");
    assert_eq!(client.get("/healthz").status, 200);
    assert_eq!(visit.stored_batches(&owner), sorted(visit.batches(2)));
}
