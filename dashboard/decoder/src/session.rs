//! The stored segments of a session, as events per window and a list of what happened.

use std::collections::BTreeMap;

use wire_format::error::Result;
use wire_format::rrweb::Exporter;
use wire_format::segment::{self, IndexEntry};
use wire_format::{OpenBatch, ViewId, WindowId};

use crate::activity::{Activities, Activity};
use crate::sheets::Sheets;

/// A session, decoded.
#[derive(Debug, Default)]
pub struct Session {
    windows: BTreeMap<WindowId, Exporter>,
    activities: Vec<Activity>,
}

/// Decodes a stream of segments, with the style sheets that they name.
pub fn decode(segments: &[u8], sheets: &Sheets) -> Result<Session> {
    let mut batches = segment::split_all(segments)?;
    // Recorders may deliver late and segments may hold any order; a window's batches have one.
    let view_starts = view_starts(&batches);
    batches.sort_by_key(|(entry, _)| {
        let view_start = view_starts.get(&entry.view).copied();
        (entry.window, view_start, entry.view, entry.batch_index)
    });
    batches.dedup_by_key(|(entry, _)| (entry.window, entry.view, entry.batch_index));

    let mut session = Session::default();
    let mut activities = Activities::default();
    for (entry, bytes) in batches {
        let batch = OpenBatch::open(bytes)?;
        let exporter = session.windows.entry(entry.window).or_default();
        for record in batch.records()? {
            let mut record = record?;
            sheets.resolve(&mut record.record);
            exporter.add(&record);
            activities.add(entry.window, &record);
        }
    }
    session.activities = activities.into_sorted();
    Ok(session)
}

/// When each view began, as far as its batches are there. Views that began in the same millisecond
/// follow each other by their ids, which are ordered by time.
fn view_starts(batches: &[(IndexEntry, &[u8])]) -> BTreeMap<ViewId, u64> {
    let mut starts = BTreeMap::new();
    for (entry, _) in batches {
        let start = starts.entry(entry.view).or_insert(entry.started_at_ms);
        *start = entry.started_at_ms.min(*start);
    }
    starts
}

impl Session {
    /// The JSON that `decode_session` documents.
    pub fn into_json(self) -> String {
        let windows: Vec<String> = self
            .windows
            .into_iter()
            .map(|(window, exporter)| {
                format!(
                    r#"{{"window_id":"{window}","events":{}}}"#,
                    exporter.into_json()
                )
            })
            .collect();
        let activities: Vec<String> = self.activities.iter().map(Activity::to_json).collect();
        format!(
            r#"{{"windows":[{}],"activity":[{}]}}"#,
            windows.join(","),
            activities.join(",")
        )
    }
}
