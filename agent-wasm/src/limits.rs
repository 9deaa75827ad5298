//! Every maximum of the recorder core, with its unit and its reason.

/// Age at which a batch is closed: 5 seconds. Longer batches compress better; what is not yet
/// sent is what a crash of the page loses.
pub const BATCH_DURATION_MS: u32 = 5_000;

/// Payload size at which a batch is closed: 160 KiB before compression, which LZ4 brings to
/// 40-60 KB, so that one request with `keepalive` can always carry it.
pub const BATCH_PAYLOAD_BYTES: usize = 160 * 1024;

/// Time after which a full snapshot is written anew: 5 minutes. A player that jumps to the end of a
/// long visit, or misses a batch, never has more than that to go through. Written from the mirror,
/// it costs the page nothing.
pub const SNAPSHOT_INTERVAL_MS: u64 = 5 * 60 * 1_000;

/// Time after which a full snapshot is written anew in a session that is held back: 60 seconds. What
/// is let go of it is let go from one full snapshot to the next.
pub const HELD_BACK_SNAPSHOT_INTERVAL_MS: u64 = 60 * 1_000;

/// What is kept at least of a session that is held back, if there is room: 5 minutes. What led to an
/// error is seldom longer ago.
pub const LOOK_BACK_MS: u64 = 5 * 60 * 1_000;

/// Bytes of the batches of a session that is held back: 10 MB, five minutes at 33 KB a second.
pub const LOOK_BACK_BYTES_MAX: usize = 10_000_000;

/// Bytes of all requests with `keepalive` in flight: 60,000. Browsers allow 64 KiB for the whole
/// page, scripts of others included.
pub const KEEPALIVE_BYTES_MAX: usize = 60_000;

/// Rules of a sheet, or the text of a `style` element, from which on they are archived: 1 KiB. A name
/// takes 34 bytes, and this much CSS about 400 after compression; below, the edge would keep many
/// objects for little.
pub const ARCHIVED_SHEET_BYTES_MIN: usize = 1024;

/// Bytes of sheets that wait for the archive: 8 MiB, some thirty times the CSS of a large page. What
/// comes when they are full travels inline.
pub const SHEET_QUEUE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Different sheets of one page that are archived: 500. A page that comes to more makes them anew
/// each time, and nobody else would ever name them; from then on they travel inline.
pub const ARCHIVED_SHEETS_MAX: usize = 500;

/// Sheets that a page remembers the edge to have: 200, in 13 KB of its storage.
pub const KNOWN_SHEETS_MAX: usize = 200;

/// Sheets that the edge is asked about at once: 64, what it answers at most.
pub const SHEETS_PER_QUESTION_MAX: usize = 64;

/// Bytes of unsent batches held in memory: 16 MiB, some twenty minutes of a busy page. The oldest
/// go first.
pub const OUTBOX_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Bytes of unsent batches in the journal: 32 MiB. It holds the same batches as the memory, in
/// chunks, which compress half as well.
pub const JOURNAL_BYTES_MAX: usize = 32 * 1024 * 1024;

/// One entry of a journal: 4 MiB, as much as the largest batch.
pub const FRAME_BYTES_MAX: usize = wire_format::limits::BATCH_BYTES_MAX;

/// Age at which a batch in a journal is not worth sending any more: 7 days. Who comes back later
/// is another story to those who look at the recording; the edge takes batches of 30 days.
pub const JOURNAL_AGE_MS_MAX: u64 = 7 * 24 * 60 * 60 * 1_000;

/// First pause before a failed batch is sent again: 1 second, doubled with each failure.
pub const RETRY_FIRST_MS: u32 = 1_000;

/// Longest pause between two attempts: 30 seconds, so that a session survives a deployment of the
/// edge without the visitor having to stay for minutes afterwards.
pub const RETRY_MAX_MS: u32 = 30_000;

/// Longest pause that the edge may ask for with `Retry-After`: 10 minutes.
pub const RETRY_AFTER_MAX_MS: u32 = 10 * 60 * 1_000;

/// Frames of a stack: 50. What leads to an error is in the innermost ones; the rest is the framework.
pub const STACK_FRAMES_MAX: usize = 50;

/// Scripts of a long frame: 5, the longest. Few frames have more that matter.
pub const FRAME_SCRIPTS_MAX: usize = 5;

/// Kinds of initiators in a summary of resources: 24. Browsers know about twenty.
pub const RESOURCE_GROUPS_MAX: usize = 24;

/// Resources that a summary names: 10, the slowest.
pub const SLOWEST_RESOURCES: usize = 10;

/// Requests whose timing has not come yet: 256, more than a browser has in flight at once. The oldest
/// go first.
pub const EXPECTED_TIMINGS_MAX: usize = 256;

/// Interactions among which the one that counts is found: 10. The definition of the metric wants no
/// more, for a visit of 500 interactions.
pub const LONGEST_INTERACTIONS: usize = 10;

/// Interactions of which one is left out of account: 50, which makes it the 98th percentile.
pub const INTERACTIONS_PER_OUTLIER: f64 = 50.0;

/// Time between two layout shifts of one window: less than 1 s, by the definition of the metric.
pub const SHIFTS_APART_MS: f64 = 1_000.0;

/// Time that a window of layout shifts spans: less than 5 s, by the definition of the metric.
pub const SHIFTS_SPAN_MS: f64 = 5_000.0;

/// Clicks that are a rage click: 3. Two are a double click.
pub const RAGE_CLICKS: usize = 3;

/// Time in which the clicks of a rage click fall, and after which a run of clicks is over: 1 s.
pub const RAGE_SPAN_MS: u64 = 1_000;

/// Distance between the clicks of a rage click in each direction: 30 CSS pixels, about a button.
pub const RAGE_DISTANCE_PX: u32 = 30;

/// Time that a page has to answer a click: 2.5 s. Slower answers exist, but nobody believes in them.
pub const ANSWER_AWAITED_MS: u64 = 2_500;

/// Clicks whose answer is awaited at once: 8. Nobody clicks on more things within 2.5 s.
pub const DEAD_CLICKS_WATCHED: usize = 8;

/// Faults of the core after which it stops: 10. A fault is a capture message that does not fit the
/// format; one may be a bug at an edge case, ten are a version mismatch.
pub const FAULTS_MAX: u32 = 10;
