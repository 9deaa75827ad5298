//! The stored segments of a session, as events per window and a list of what happened.

use std::collections::BTreeMap;

use wire_format::error::Result;
use wire_format::rrweb::WindowTree;
use wire_format::segment::{self, IndexEntry};
use wire_format::{OpenBatch, ViewId, WindowId};

use crate::activity::{Activities, Activity};
use crate::joined_windows::outermost_windows;
use crate::sheets::Sheets;
use crate::time_order::in_time_order;

/// A session, decoded.
#[derive(Debug, Default)]
pub struct Session {
    replays: Vec<Replay>,
    activities: Vec<Activity>,
}

/// A window, with those that its frames show.
#[derive(Debug)]
struct Replay {
    outermost: WindowId,
    joined: Vec<WindowId>,
    events_json: String,
}

/// The batches of each window, in their order.
pub(crate) type WindowBatches<'s> = BTreeMap<WindowId, Vec<(IndexEntry, &'s [u8])>>;

/// Decodes a stream of segments, with the style sheets that they name.
pub fn decode(segments: &[u8], sheets: &Sheets) -> Result<Session> {
    let windows = split(segments)?;
    let mut joined_by_outermost: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (window, outermost) in outermost_windows(&windows)? {
        let joined = joined_by_outermost.entry(outermost).or_default();
        if window != outermost {
            joined.push(window);
        }
    }
    let mut session = Session::default();
    for (outermost, joined) in joined_by_outermost {
        session.add(outermost, joined, &windows, sheets)?;
    }
    session.activities.sort_by_key(|activity| activity.at_ms());
    Ok(session)
}

fn split(segments: &[u8]) -> Result<WindowBatches<'_>> {
    let mut batches = segment::split_all(segments)?;
    // Recorders may deliver late and segments may hold any order; a window's batches have one.
    let view_starts = view_starts(&batches);
    batches.sort_by_key(|(entry, _)| {
        let view_start = view_starts.get(&entry.view).copied();
        (entry.window, view_start, entry.view, entry.batch_index)
    });
    batches.dedup_by_key(|(entry, _)| (entry.window, entry.view, entry.batch_index));
    let mut windows = WindowBatches::new();
    for (entry, bytes) in batches {
        let of_window = windows.entry(entry.window).or_default();
        of_window.push((entry, bytes));
    }
    Ok(windows)
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
    fn add(
        &mut self,
        outermost: WindowId,
        joined: Vec<WindowId>,
        windows: &WindowBatches<'_>,
        sheets: &Sheets,
    ) -> Result<()> {
        let mut opened = Vec::new();
        let mut activities = BTreeMap::new();
        for window in [outermost].into_iter().chain(joined.iter().copied()) {
            let batches = windows.get(&window).into_iter().flatten();
            let batches = batches.map(|(_, bytes)| OpenBatch::open(bytes));
            opened.push((window, batches.collect::<Result<Vec<_>>>()?));
            activities.insert(window, Activities::of(window));
        }
        let mut tree = WindowTree::new(outermost, joined.iter().copied());
        in_time_order(&opened, |window, mut timed| {
            sheets.resolve(&mut timed.record);
            tree.add(window, &timed);
            if let Some(activities) = activities.get_mut(&window) {
                activities.add(&timed);
            }
        })?;
        let activities = activities.into_values().flat_map(Activities::into_list);
        self.activities.extend(activities);
        self.replays.push(Replay {
            outermost,
            joined,
            events_json: tree.into_json(),
        });
        Ok(())
    }

    /// The JSON that `decode_session` documents.
    pub fn into_json(self) -> String {
        let windows: Vec<String> = self.replays.iter().map(Replay::to_json).collect();
        let activities: Vec<String> = self.activities.iter().map(Activity::to_json).collect();
        format!(
            r#"{{"windows":[{}],"activity":[{}]}}"#,
            windows.join(","),
            activities.join(",")
        )
    }
}

impl Replay {
    fn to_json(&self) -> String {
        let joined: Vec<_> = self.joined.iter().map(|id| format!("\"{id}\"")).collect();
        format!(
            r#"{{"window_id":"{}","joined_ids":[{}],"events":{}}}"#,
            self.outermost,
            joined.join(","),
            self.events_json
        )
    }
}
