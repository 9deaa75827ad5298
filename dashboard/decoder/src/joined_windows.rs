//! Which windows are shown in frames of others.

use std::collections::BTreeMap;

use wire_format::error::Result;
use wire_format::limits::FRAME_DEPTH_MAX;
use wire_format::record::Record;
use wire_format::segment::IndexEntry;
use wire_format::{OpenBatch, WindowId};

use crate::session::WindowBatches;

/// For each window the one that it is shown in: itself, unless a frame shows it. Windows that frame
/// each other in a circle, or too deep, are shown by themselves.
pub(crate) fn outermost_windows(
    windows: &WindowBatches<'_>,
) -> Result<BTreeMap<WindowId, WindowId>> {
    let mut outer_windows = BTreeMap::new();
    for (&window, batches) in windows {
        let outer = outer_window(batches)?.filter(|outer| can_be_shown(windows, *outer));
        outer_windows.extend(outer.map(|outer| (window, outer)));
    }
    let outermost = |window| {
        let chain =
            std::iter::successors(Some(window), |window| outer_windows.get(window).copied());
        let within_limit = chain.take(FRAME_DEPTH_MAX).last();
        let end = within_limit.filter(|last| !outer_windows.contains_key(last));
        (window, end.unwrap_or(window))
    };
    Ok(windows.keys().copied().map(outermost).collect())
}

fn can_be_shown(windows: &WindowBatches<'_>, window: WindowId) -> bool {
    let mut batches = windows.get(&window).into_iter().flatten();
    batches.any(|(entry, _)| entry.has_full_snapshot)
}

/// The window around this one, if it began in a frame: what is shown by itself at first stays so.
fn outer_window(batches: &[(IndexEntry, &[u8])]) -> Result<Option<WindowId>> {
    for (_, bytes) in batches {
        for timed in OpenBatch::open(bytes)?.records()? {
            match timed?.record {
                Record::FramedBy { window, .. } => return Ok(Some(window)),
                Record::FullSnapshot(_) => return Ok(None),
                _ => {}
            }
        }
    }
    Ok(None)
}
