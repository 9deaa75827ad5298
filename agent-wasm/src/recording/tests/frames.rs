use super::*;
use crate::limits::HELD_BACK_SNAPSHOT_INTERVAL_MS;

const WINDOW_AROUND: &str = "16fd2706-8baf-433b-82eb-8c7fada847da";

/// A recording of a page in a frame of another window, nothing closed yet.
fn framed() -> Recording {
    let framed_by = WINDOW_AROUND.parse().ok().zip(NodeId::new(7));
    let mut recording = recording_in(framed_by, Privacy::default());
    let mut script = Script::default();
    script.page(&[]);
    capture(&mut recording, &script);
    recording
}

/// The kinds of the records of each batch, and after `FramedBy` who frames.
fn said(batches: &[OpenBatch]) -> Vec<Vec<String>> {
    let name = |record: &Record<'_>| match record {
        Record::FramedBy { window, node } => format!("FramedBy {window} {}", node.get()),
        other => format!("{other:?}")
            .split(|at: char| !at.is_alphanumeric())
            .take(1)
            .collect(),
    };
    let of_batch = |batch: &OpenBatch| -> Vec<String> {
        let records = batch.records().unwrap();
        records
            .map(|record| name(&record.unwrap().record))
            .collect()
    };
    batches.iter().map(of_batch).collect()
}

fn framed_by() -> String {
    format!("FramedBy {WINDOW_AROUND} 7")
}

#[test]
fn a_page_in_a_frame_says_which_one_it_is_before_all_that_is_seen_of_it() {
    let batches = close(&mut framed());
    let expected = [&framed_by(), "Navigation", &framed_by(), "FullSnapshot"];
    assert_eq!(said(&batches), [expected]);
}

#[test]
fn each_view_says_it() {
    let mut recording = framed();
    close(&mut recording);
    let mut script = Script::default();
    let url = script.string("https://pay.example/card");
    script.op(op::NAVIGATION, 10, &[2, url]);
    capture(&mut recording, &script);
    assert_eq!(said(&close(&mut recording)), [[&framed_by(), "Navigation"]]);
}

#[test]
fn each_session_says_it() {
    let mut recording = framed();
    close(&mut recording);
    let session = "11111111-2222-4333-8444-555555555555".parse().unwrap();
    recording.renew_session(session, None, 2_000_000);
    let expected = ["Navigation", &framed_by(), "FullSnapshot"];
    assert_eq!(said(&close(&mut recording)), [expected]);
}

#[test]
fn what_is_kept_of_a_session_that_is_held_back_says_it() {
    let mut recording = framed();
    recording.set_held_back(true);
    close(&mut recording);
    let mut script = Script::default();
    let due = HELD_BACK_SNAPSHOT_INTERVAL_MS as u32 + 10;
    script.op(op::VISIBILITY, due, &[1]);
    capture(&mut recording, &script);
    let expected = [&framed_by(), "FullSnapshot", "Visibility"];
    assert_eq!(said(&close(&mut recording)), [expected]);
}
