//! A session that is held back.

use wire_format::record::ReleaseReason;

use super::*;
use crate::limits::HELD_BACK_SNAPSHOT_INTERVAL_MS;

fn change(script: &mut Script, at: u64, text: &str) {
    let content = script.string(text);
    script.op(op::TEXT, at as u32, &[3, content]);
    script.op(op::MUTATION_END, at as u32, &[]);
}

fn held_back() -> Recording {
    let mut recording = recording_of(|script| vec![script.text_node(3, 2, "cat")]);
    recording.set_held_back(true);
    close(&mut recording);
    recording
}

#[test]
fn full_snapshots_come_each_minute_until_it_is_released() {
    let mut recording = held_back();
    let due = |recording: &mut Recording, at| {
        let said = said_next(recording, |script| change(script, at, &format!("at {at}")));
        said[0].starts_with("FullSnapshot")
    };
    assert!(due(&mut recording, HELD_BACK_SNAPSHOT_INTERVAL_MS + 2));
    assert!(!due(&mut recording, 2 * HELD_BACK_SNAPSHOT_INTERVAL_MS));
    assert!(due(&mut recording, 2 * HELD_BACK_SNAPSHOT_INTERVAL_MS + 3));
    recording.release(2_000_000, ReleaseReason::Requested, None, 0);
    assert!(!due(&mut recording, 3 * HELD_BACK_SNAPSHOT_INTERVAL_MS + 9));
}

#[test]
fn a_release_says_why_and_how_far_back_the_recording_goes() {
    let mut recording = held_back();
    recording.release(1_090_000, ReleaseReason::Error, Some(1_000_000), 7);
    let said = said_next_closed(&mut recording);
    assert_eq!(
        said,
        ["Released(Release { reason: Error, age_ms: 90000, let_go_count: 7 })"]
    );
}

#[test]
fn an_error_is_noticed_once() {
    let mut recording = held_back();
    assert!(!recording.take_trouble());
    let mut script = Script::default();
    let message = script.string("Uncaught Error: no");
    script.op(op::PAGE_ERROR, 9, &[1, 0, message, message, 1, 1, 0]);
    capture(&mut recording, &script);
    assert!(recording.take_trouble());
    assert!(!recording.take_trouble());
}

#[test]
fn what_comes_after_a_refresh_can_be_played_by_itself() {
    let mut recording = held_back();
    recording.refresh(1_500_000);
    assert!(close(&mut recording)[0].header().has_full_snapshot);
    // As long as the page is being read, there is nothing to begin with.
    let mut recording = super::recording();
    recording.refresh(1_500_000);
    assert!(close(&mut recording).is_empty());
}

/// What the open batch says.
fn said_next_closed(recording: &mut Recording) -> Vec<String> {
    let batches = close(recording);
    let records = batches[0].records().unwrap();
    records
        .map(|record| format!("{:?}", record.unwrap().record))
        .collect()
}
