//! Every maximum of the format, with its unit and its reason. Both ends import these.

/// A batch as it travels: 4 MiB. A first snapshot of 100,000 nodes compresses to about 0.5 MB;
/// eight times that leaves room for pages with megabytes of inlined CSS.
pub const BATCH_BYTES_MAX: usize = 4 * 1024 * 1024;

/// The payload of a batch after decompression: 16 MiB. An edge worker has 128 MB for all it does
/// at once, and a decoded batch is held next to its compressed form.
pub const DECODED_BYTES_MAX: usize = 16 * 1024 * 1024;

/// No LZ4 block decompresses to more than 255 times its size (one length byte stands for at most
/// 255 bytes), so a batch that claims more is a bomb or broken.
pub const LZ4_RATIO_MAX: usize = 255;

/// The header of a batch: 1 KiB. It holds three ids, seven numbers and a version string.
pub const HEADER_BYTES_MAX: usize = 1024;

/// The version string of a recorder: 64 bytes, longer than any sensible semantic version.
pub const RECORDER_VERSION_BYTES_MAX: usize = 64;

/// Records in a batch: 100,000. Recorders close a batch after seconds; pointer samples, the most
/// frequent source, share a record.
pub const RECORDS_PER_BATCH_MAX: usize = 100_000;

/// Strings in a batch: 1,048,576. A first snapshot of 100,000 nodes has fewer than one for each of them;
/// a reader keeps 16 bytes for each string, however short it is.
pub const STRINGS_PER_BATCH_MAX: usize = 1024 * 1024;

/// One string: 8 MiB. The longest known in practice are style sheets of single-page applications
/// (1-3 MB) and images inlined as data URLs.
pub const STRING_BYTES_MAX: usize = 8 * 1024 * 1024;

/// A text in the summary of a batch: 4 KiB, twice what an index keeps of an address. The rest is cut off.
pub const SUMMARY_TEXT_BYTES_MAX: usize = 4 * 1024;

/// The unit in which the time is counted that a visitor was active: 5 s in milliseconds. Who reads, moves
/// the pointer or scrolls about that often.
pub const ACTIVE_SLOT_MS: u64 = 5_000;

/// An archived sheet as it travels: 4 MiB, what a batch may have. The largest sheets known in
/// practice compress to some 300 KB.
pub const SHEET_BYTES_MAX: usize = 4 * 1024 * 1024;

/// An archived sheet after decompression: 8 MiB, like a string.
pub const SHEET_DECODED_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Constructed sheets of one document: 2,000. Pages share theirs between components; one that makes
/// a sheet per component and keeps more than this is not shown completely.
pub const CONSTRUCTED_SHEETS_MAX: usize = 2_000;

/// Depth of a tree: 4,096 nodes. Parsers of HTML stop at 512; scripts can nest deeper, but a
/// document beyond this cannot be laid out by the browser that would replay it.
pub const TREE_DEPTH_MAX: usize = 4_096;

/// Nesting of MessagePack arrays inside a value that is skipped: 32, far above what any future
/// record needs and far below what could exhaust a counter or a stack.
pub const SKIPPED_DEPTH_MAX: usize = 32;

/// Nodes of one document: 2,000,000. At about 200 bytes each the mirror then takes 400 MB, more
/// than a worker in a visitor's browser should ever use.
pub const NODES_MAX: usize = 2_000_000;

/// The index of a segment: 4 MiB, at about 60 bytes an entry some 70,000 batches.
pub const SEGMENT_INDEX_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Duration that one batch may span: one hour in milliseconds. Recorders close batches after
/// seconds; the rest is room for a page that was frozen by the browser in between.
pub const BATCH_DURATION_MS_MAX: u64 = 60 * 60 * 1000;

/// How far the clock of a visitor may be ahead: 60 s. More is a wrong clock, and would keep the
/// session on top of every list.
pub const CLOCK_AHEAD_MS_MAX: u64 = 60_000;

/// How old a record may be when it arrives: 30 days, the longest a recorder could have kept it.
pub const CLOCK_BEHIND_MS_MAX: u64 = 30 * 24 * 60 * 60 * 1000;

/// The picture of a canvas: 512 KiB. A 1280 × 720 photograph takes about 150 KB as WebP; charts and
/// drawings take a tenth of that.
pub const BITMAP_BYTES_MAX: usize = 512 * 1024;

/// Time between two samples of a pointer that moved in a straight line from one to the other:
/// 300 ms. Where samples are further apart, the pointer rested at the first of them.
pub const POINTER_LINE_MS_MAX: u64 = 300;

/// Windows that show each other in frames: 8 deep. A form of a payment service is 2 or 3 deep.
pub const FRAME_DEPTH_MAX: usize = 8;

/// Documents in each other's frames, in one window: 32 deep. Deeper ones are not shown; a page that nests
/// frames nests a handful.
pub const DOCUMENT_DEPTH_MAX: usize = 32;

/// Time by which a page in a frame may begin before the page around it is heard of: 10,000 ms. That one's
/// recorder may be loaded later, and the one in the frame does not wait longer to join it.
pub const FRAME_HEAD_START_MS_MAX: u64 = 10_000;
