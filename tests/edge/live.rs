//! Watching a session as it happens.

use monitorme_tests::edge::{SHOP_ORIGIN, shared};
use monitorme_tests::viewer::Viewer;
use monitorme_tests::visit::{Visit, sorted};

fn path(visit: &Visit) -> String {
    format!("{}/live", visit.path())
}

#[test]
fn a_viewer_is_sent_every_batch_once_when_it_is_stored() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    client.post_batch(&visit.batch(0));
    let mut viewers = [(); 2].map(|()| {
        let mut viewer = Viewer::open(&owner, &path(&visit), owner.origin()).unwrap();
        viewer.say("hello");
        viewer
    });
    // What was stored before is read as any recording is; nothing lies in between.
    assert_eq!(visit.stored_batches(&owner), [visit.batch(0)]);
    for batch_index in [2, 1, 2, 0, 3] {
        assert_eq!(client.post_batch(&visit.batch(batch_index)).status, 202);
    }
    for viewer in &mut viewers {
        for batch_index in [2, 1, 3] {
            assert_eq!(viewer.next_batch(), Some(visit.batch(batch_index)));
        }
    }
    assert_eq!(visit.stored_batches(&owner), sorted(visit.batches(4)));
}

#[test]
fn the_deletion_of_a_session_ends_its_viewing() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    client.post_batch(&visit.batch(0));
    let mut viewer = Viewer::open(&owner, &path(&visit), owner.origin()).unwrap();
    let answer = owner.send("DELETE", &visit.path(), &[("origin", owner.origin())], ());
    assert_eq!(answer.status, 204, "{answer:?}");
    assert_eq!(viewer.next_batch(), None);
}

#[test]
fn only_pages_of_the_edge_may_watch_and_only_for_who_is_signed_in() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    client.post_batch(&visit.batch(0));
    let status = |client, visit, origin| Viewer::open(client, &path(visit), origin).err();
    assert_eq!(status(&client, &visit, client.origin()), Some(401));
    assert_eq!(status(&owner, &visit, SHOP_ORIGIN), Some(403));
    assert_eq!(status(&owner, &Visit::begin(), owner.origin()), Some(404));
    let answer = owner.get(&path(&visit));
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (426, "websocket_expected")
    );
}
