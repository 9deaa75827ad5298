use super::*;

#[test]
fn a_navigation_begins_a_view_and_counts_batches_anew() {
    let mut recording = recording_of(|_| Vec::new());
    close(&mut recording);
    let mut script = Script::default();
    let url = script.string("https://shop.example/checkout");
    script.op(op::SCROLL, 9, &[1, 0, 50]);
    script.op(op::NAVIGATION, 10, &[2, url]);
    capture(&mut recording, &script);
    let batches = close(&mut recording);
    let headers: Vec<_> = batches
        .iter()
        .map(|batch| {
            (
                batch.header().view,
                batch.header().batch_index,
                batch.header().flush_reason,
            )
        })
        .collect();
    let (first, second) = (ViewId::from_bytes([1; 16]), ViewId::from_bytes([2; 16]));
    assert_eq!(
        headers,
        [
            (first, 1, FlushReason::ViewChange),
            (second, 0, FlushReason::Requested)
        ]
    );
}

#[test]
fn what_is_known_before_the_page_is_read_belongs_to_its_first_view() {
    let mut recording = recording();
    let mut script = Script::default();
    let name = script.string("early");
    script.op(op::CUSTOM_EVENT, 1, &[name, 0]);
    script.page(&[]);
    capture(&mut recording, &script);
    let batches = close(&mut recording);
    let first = batches.first().unwrap();
    assert_eq!((batches.len(), first.header().batch_index), (1, 0));
    assert!(matches!(
        first.records().unwrap().next().unwrap().unwrap().record,
        Record::CustomEvent { .. }
    ));
}

#[test]
fn a_new_session_can_be_played_on_its_own() {
    let mut recording = recording_of(|script| vec![script.text_node(3, 2, "Fish food")]);
    close(&mut recording);
    let session = "11111111-2222-4333-8444-555555555555".parse().unwrap();
    recording.renew_session(session, Some(OLD_SESSION.parse().unwrap()), 2_000_000);
    let batches = close(&mut recording);
    assert_eq!(batches[0].header().session, session);
    assert_eq!(
        BatchSummary::of(&batches[0]).unwrap().previous_session,
        Some(OLD_SESSION.parse().unwrap())
    );
    assert!(batches[0].header().has_full_snapshot);
    assert_eq!(batches[0].header().batch_index, 0);
}

#[test]
fn a_loss_is_told_and_followed_by_a_full_snapshot() {
    let mut recording = recording_of(|_| Vec::new());
    close(&mut recording);
    recording.report_discarded(1_000_500, DiscardReason::OutboxFull, 3);
    let batches = close(&mut recording);
    let records: Vec<_> = batches[0]
        .records()
        .unwrap()
        .map(|record| record.unwrap().record)
        .collect();
    assert_eq!(
        records[0],
        Record::Discarded {
            reason: DiscardReason::OutboxFull,
            count: 3
        }
    );
    assert!(matches!(records[1], Record::FullSnapshot(_)));
}

#[test]
fn a_large_batch_is_closed_at_once() {
    let mut recording = recording_of(|_| Vec::new());
    let mut script = Script::default();
    let mut insert = vec![2, 0];
    for id in 10..4_010 {
        insert.extend(script.text_node(
            id,
            2,
            &format!("line {id} of a long page that never ends, it seems"),
        ));
    }
    script.op(op::INSERT, 5, &insert);
    capture(&mut recording, &script);
    let closed = recording.take_closed();
    assert_eq!(closed.len(), 1);
    assert_eq!(
        BatchHeader::peek(&closed[0].batch.as_ref().unwrap().bytes)
            .unwrap()
            .flush_reason,
        FlushReason::BytesLimit
    );
    assert!(!recording.has_open_batch());
}

#[test]
fn the_chunks_of_a_recording_are_its_batches() {
    let mut recording = recording();
    recording.keep_chunks(true);
    let mut script = Script::default();
    script.page(&[]);
    capture(&mut recording, &script);
    let mut chunks = recording.take_chunks();
    for at in [10, 20] {
        let mut script = Script::default();
        script.op(op::VISIBILITY, at, &[1]);
        capture(&mut recording, &script);
        recording.close_batch(FlushReason::PageExit);
    }
    chunks.extend(recording.take_chunks());
    for closed in recording.take_closed() {
        let of_batch = chunks.iter().filter(|chunk| chunk.batch == closed.number);
        let joined = wire_format::batch::join(of_batch.map(|chunk| chunk.bytes.as_slice()));
        assert_eq!(joined, closed.batch.map(|batch| batch.bytes));
    }
    assert_eq!(
        chunks.len(),
        3,
        "one when asked, one at the end of each batch"
    );
}

#[test]
fn an_old_full_snapshot_is_written_anew_at_the_beginning_of_a_batch() {
    let mut recording = recording_of(|script| vec![script.text_node(3, 2, "cat")]);
    let interval = crate::limits::SNAPSHOT_INTERVAL_MS as u32;
    let change = |script: &mut Script, at: u32, text: &str| {
        let content = script.string(text);
        script.op(op::TEXT, at, &[3, content]);
        script.op(op::MUTATION_END, at, &[]);
    };
    let kinds = |said: Vec<String>| -> Vec<String> {
        said.iter()
            .map(|record| record.split('(').next().unwrap().to_owned())
            .collect()
    };
    let early = said_next(&mut recording, |script| change(script, interval, "dog"));
    assert_eq!(kinds(early), ["Mutation"]);
    let due = said_next(&mut recording, |script| {
        change(script, interval + 2, "fish");
        change(script, interval + 3, "bird");
    });
    assert_eq!(kinds(due.clone()), ["FullSnapshot", "Mutation", "Mutation"]);
    assert!(due[0].contains("dog"), "{}", due[0]);
}
