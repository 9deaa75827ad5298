use wire_format::record::{DiscardReason, Record};
use wire_format::sheet::{ConstructedSheet, OpenSheet, Rules};
use wire_format::state::State;
use wire_format::{FlushReason, NodeId, OpenBatch};

use super::{capture, close, recording_of, said_next, stored_bytes_contain};
use crate::capture::op;
use crate::capture::script::Script;
use crate::recording::Recording;

/// The records of these batches.
fn records(batches: &[OpenBatch]) -> Vec<Record<'_>> {
    let mut records = Vec::new();
    for batch in batches {
        records.extend(
            batch
                .records()
                .unwrap()
                .map(|record| record.unwrap().record),
        );
    }
    records
}

/// The css of a sheet that is large enough for the archive.
fn large_css() -> String {
    let rules: Vec<String> = (0..100)
        .map(|number| format!(".a{number} {{ top: 0 }}"))
        .collect();
    rules.join("\0")
}

/// A page with an empty `style` element, 3, and what was captured of its sheet.
fn recording_with_sheet(css: &str) -> Recording {
    let mut recording = recording_of(|script| vec![script.element(3, 2, "style", &[])]);
    let mut script = Script::default();
    let css = script.string(css);
    script.op(op::STYLE_SHEET, 5, &[3, css]);
    capture(&mut recording, &script);
    recording
}

/// The one batch that was closed, with names and, if it was written twice, complete.
fn closed_once(recording: &mut Recording) -> (Vec<u8>, Option<Vec<u8>>) {
    let [closed] = <[_; 1]>::try_from(recording.take_closed()).unwrap();
    let batch = closed.batch.unwrap();
    (batch.bytes, batch.complete)
}

#[test]
fn a_large_sheet_is_named_and_handed_to_the_archive_once() {
    let mut recording = recording_with_sheet(&large_css());
    let [sealed] = &recording.take_sheets()[..] else {
        panic!()
    };
    let batches = close(&mut recording);
    let named = Record::StyleSheet {
        sheet: NodeId::new(3).unwrap(),
        rules: Rules::Archived(sealed.hash),
    };
    assert!(records(&batches).contains(&named));
    recording.report_discarded(1_000_500, DiscardReason::OutboxFull, 1);
    assert!(recording.take_sheets().is_empty());
    let batches = close(&mut recording);
    let records = records(&batches);
    let Some(Record::FullSnapshot(snapshot)) = records.last() else {
        panic!()
    };
    assert_eq!(
        snapshot.forest[2].states,
        [State::Rules(Rules::Archived(sealed.hash))]
    );
}

#[test]
fn a_small_sheet_and_one_that_was_edited_travel_inline() {
    let mut recording = recording_with_sheet("a { top: 0 }");
    assert!(recording.take_sheets().is_empty());
    let mut recording = {
        let mut recording = recording_with_sheet(&large_css());
        recording.take_sheets();
        close(&mut recording);
        recording
    };
    let said = said_next(&mut recording, |script| {
        let rule = script.string("b { left: 0 }");
        script.op(op::RULE_EDITS, 9, &[3, 1, 0, rule, 0, 1, 0]);
    });
    assert!(said[0].starts_with("RuleEdits"), "{said:?}");
    recording.report_discarded(1_000_500, DiscardReason::OutboxFull, 1);
    assert!(recording.take_sheets().is_empty());
    let batches = close(&mut recording);
    let records = records(&batches);
    let Some(Record::FullSnapshot(snapshot)) = records.last() else {
        panic!()
    };
    let [State::Rules(Rules::Inline(rules))] = &snapshot.forest[2].states[..] else {
        panic!()
    };
    assert_eq!((rules.len(), rules[0].as_ref()), (100, "b { left: 0 }"));
}

#[test]
fn a_sheet_that_the_edge_does_not_take_travels_inline() {
    let mut recording = recording_with_sheet(&large_css());
    let hash = recording.take_sheets()[0].hash;
    close(&mut recording);
    recording.refuse_sheet(hash);
    recording.report_discarded(1_000_600, DiscardReason::OutboxFull, 1);
    let batches = close(&mut recording);
    assert!(format!("{:?}", records(&batches)).contains(".a99"));
    assert!(recording.take_sheets().is_empty());
}

#[test]
fn a_sheet_for_which_no_room_is_left_travels_inline() {
    let mut recording = recording_of(|script| vec![script.element(3, 2, "style", &[])]);
    recording.set_archive_progress(100, true);
    let mut script = Script::default();
    let css = script.string(&large_css());
    script.op(op::STYLE_SHEET, 5, &[3, css]);
    capture(&mut recording, &script);
    assert!(recording.take_sheets().is_empty());
    assert!(format!("{:?}", records(&close(&mut recording))).contains(".a99"));
}

#[test]
fn a_batch_that_leaves_before_its_sheet_carries_the_rules_and_loses_nothing_else() {
    let mut recording = recording_with_sheet(&large_css());
    let sheets = recording.take_sheets();
    recording.close_batch(FlushReason::PageExit);
    let (bytes, complete) = closed_once(&mut recording);
    let named = OpenBatch::open(&bytes).unwrap();
    let complete = OpenBatch::open(complete.as_ref().unwrap()).unwrap();
    assert_eq!(named.header(), complete.header());
    let [named, complete] = [named, complete].map(|batch| [batch]);
    let (mut changed, mut rules_carried) = (0, 0);
    for (named, complete) in records(&named).iter().zip(&records(&complete)) {
        match complete {
            Record::StyleSheet {
                rules: Rules::Inline(rules),
                ..
            } => rules_carried += rules.len(),
            _ => changed += usize::from(named != complete),
        }
    }
    assert_eq!((changed, rules_carried), (0, 100));
    // Once it has arrived, nothing is written twice.
    recording.set_archive_progress(1_000_000, true);
    recording.report_discarded(1_000_600, DiscardReason::OutboxFull, 1);
    recording.close_batch(FlushReason::Requested);
    assert_eq!(closed_once(&mut recording).1, None);
    // One that did not arrive is handed over when it is named again.
    recording.forget_sheet(sheets[0].hash);
    recording.report_discarded(1_000_700, DiscardReason::OutboxFull, 1);
    assert_eq!(recording.take_sheets(), sheets);
}

#[test]
fn a_journal_names_no_sheet_that_the_archive_may_lack() {
    let mut recording = recording_of(|script| vec![script.element(3, 2, "style", &[])]);
    recording.keep_chunks(true);
    let mut chunks = recording.take_chunks();
    let mut script = Script::default();
    let css = script.string(&large_css());
    script.op(op::STYLE_SHEET, 5, &[3, css]);
    capture(&mut recording, &script);
    chunks.extend(recording.take_chunks());
    assert_eq!(chunks.len(), 2, "one before the sheet was named");
    recording.close_batch(FlushReason::PageExit);
    let joined = wire_format::batch::join(chunks.iter().map(|chunk| chunk.bytes.as_slice()));
    let (_, complete) = closed_once(&mut recording);
    assert!(complete.is_some());
    assert_eq!(joined, complete);
}

#[test]
fn a_sheet_that_is_read_again_is_said_by_what_changed() {
    let mut recording = recording_with_sheet("a {}\0b {}\0c {}");
    let said = said_next(&mut recording, |script| {
        let same = script.string("a {}\0b {}\0c {}");
        let more = script.string("a {}\0b {}\0x {}\0c {}");
        script.op(op::STYLE_SHEET, 9, &[3, same]);
        script.op(op::STYLE_SHEET, 9, &[3, more]);
    });
    assert_eq!(said.len(), 1);
    assert!(
        said[0].contains("index: 2, removed: 0, inserted: Some(\"x {}\")"),
        "{said:?}"
    );
}

#[test]
fn a_rule_that_was_only_looked_at_is_not_said_again() {
    let mut recording = recording_with_sheet("a {}\0b {}");
    let said = said_next(&mut recording, |script| {
        let (a, c) = (script.string("a {}"), script.string("c {}"));
        script.op(op::RULE_EDITS, 9, &[3, 0, 1, a, 1, 1, c]);
        script.op(op::RULE_EDITS, 9, &[3, 0, 1, a]);
    });
    assert_eq!(said.len(), 1);
    assert!(!said[0].contains("a {}"), "{said:?}");
}

#[test]
fn the_long_text_of_a_style_element_is_archived_as_well() {
    let css = "p { color: red } ".repeat(100);
    let mut recording = recording_of(|script| {
        vec![
            script.element(3, 2, "style", &[]),
            script.text_node(4, 3, &css),
        ]
    });
    let [sealed] = &recording.take_sheets()[..] else {
        panic!()
    };
    assert_eq!(
        OpenSheet::open(&sealed.bytes).unwrap().rules,
        [css.as_str()]
    );
    assert!(!stored_bytes_contain(&mut recording, "color: red"));
}

#[test]
fn a_full_snapshot_holds_the_constructed_sheets_that_are_in_use() {
    let mut recording = recording_of(|_| Vec::new());
    let mut script = Script::default();
    let (css, media) = (script.string("a {}"), script.string("print"));
    script.op(op::STYLE_SHEET, 5, &[7, css]);
    script.op(op::STYLE_SHEET, 5, &[8, css]);
    script.op(op::SHEET_MEDIA, 5, &[7, media]);
    script.op(op::ADOPTED_SHEETS, 5, &[1, 7, 8]);
    script.op(op::ADOPTED_SHEETS, 6, &[1, 7]);
    capture(&mut recording, &script);
    close(&mut recording);
    recording.report_discarded(1_000_500, DiscardReason::OutboxFull, 1);
    let batches = close(&mut recording);
    let records = records(&batches);
    let Some(Record::FullSnapshot(snapshot)) = records.last() else {
        panic!()
    };
    let sheet = ConstructedSheet {
        id: NodeId::new(7).unwrap(),
        rules: Rules::Inline(vec!["a {}".into()]),
        media: Some("print".into()),
    };
    assert_eq!(
        snapshot.forest[0].states,
        [
            State::AdoptedSheets(vec![sheet.id]),
            State::ConstructedSheets(vec![sheet])
        ]
    );
}
