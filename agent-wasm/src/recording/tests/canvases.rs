use super::*;

/// A recording of a page with a canvas, 4, in an element, 3, with this mark.
fn recording_of_canvas(mark: PrivacyMark) -> Recording {
    recording_of(|script| {
        vec![
            script.marked(3, 2, "div", mark),
            script.element(4, 3, "canvas", &[]),
        ]
    })
}

fn capture_bitmap(recording: &mut Recording, size_bytes: usize) -> Vec<String> {
    close(recording);
    recording.capture_bitmap(9, NodeId::new(4).unwrap(), vec![7; size_bytes]);
    let batches = close(recording);
    batches
        .iter()
        .flat_map(|batch| {
            batch
                .records()
                .unwrap()
                .map(|record| format!("{:?}", record.unwrap().record))
        })
        .collect()
}

#[test]
fn the_last_picture_of_a_canvas_is_part_of_the_next_snapshot() {
    let mut recording = recording_of_canvas(PrivacyMark::Allow);
    assert_eq!(capture_bitmap(&mut recording, 3).len(), 1);
    assert!(
        capture_bitmap(&mut recording, 3).is_empty(),
        "the same again"
    );
    recording.renew_session(
        "11111111-2222-4333-8444-555555555555".parse().unwrap(),
        None,
        2_000_000,
    );
    assert!(stored_bytes_contain(&mut recording, "Bitmap([7, 7, 7])"));
}

#[test]
fn a_picture_that_is_too_large_is_counted() {
    let mut recording = recording_of_canvas(PrivacyMark::Allow);
    let said = capture_bitmap(&mut recording, BITMAP_BYTES_MAX + 1);
    assert_eq!(said, ["Discarded { reason: BitmapTooLarge, count: 1 }"]);
}

#[test]
fn a_masked_canvas_shows_nothing() {
    let mut recording = recording_of_canvas(PrivacyMark::Mask);
    assert!(capture_bitmap(&mut recording, 3).is_empty());
}
