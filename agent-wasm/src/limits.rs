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

/// Faults of the core after which it stops: 10. A fault is a capture message that does not fit the
/// format; one may be a bug at an edge case, ten are a version mismatch.
pub const FAULTS_MAX: u32 = 10;
