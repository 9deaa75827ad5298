//! Every wait and size of the commands, with its unit and its reason.

use std::time::Duration;

/// How long programs get to end in order: the edge closes its stores in well under a second, a busy
/// machine in two.
pub(crate) const STOP_PATIENCE: Duration = Duration::from_secs(8);

/// How long the kernel gets to remove killed programs; more would only hide a program that cannot
/// be ended.
pub(crate) const KILL_PATIENCE: Duration = Duration::from_secs(2);

/// How often a group of programs is looked at while it ends: short, because a person waits at the
/// prompt.
pub(crate) const GROUP_LOOK_INTERVAL: Duration = Duration::from_millis(20);

/// Lines from the beginning of a failed program's log shown with the error: room for what npm says
/// first.
pub(crate) const FIRST_LOG_LINES_SHOWN: usize = 20;

/// Lines from its end: a screenful; everything between stays in the file.
pub(crate) const LAST_LOG_LINES_SHOWN: usize = 40;

/// How often the progress line is redrawn: smooth to the eye, nothing to the processor.
pub(crate) const PROGRESS_INTERVAL: Duration = Duration::from_millis(100);

/// How long the edge gets to its first healthy answer: about 4 s alone, much longer beside a busy
/// compiler.
pub(crate) const EDGE_READY_PATIENCE: Duration = Duration::from_secs(90);

/// How long PostgreSQL gets to open its port: about a second, much longer beside a busy compiler.
pub(crate) const POSTGRES_READY_PATIENCE: Duration = Duration::from_secs(60);

/// How long the store of the tests gets to open its port: it has nothing to prepare.
pub(crate) const S3_READY_PATIENCE: Duration = Duration::from_secs(30);

/// How long the pet shop gets to its first answer; it has nothing to prepare.
pub(crate) const SHOP_READY_PATIENCE: Duration = Duration::from_secs(30);

/// How often a starting program is asked whether it answers.
pub(crate) const READY_LOOK_INTERVAL: Duration = Duration::from_millis(100);

/// How long one answer of a local program may take; hashing the owner's password is the slowest,
/// well under 2 s.
pub(crate) const ANSWER_PATIENCE: Duration = Duration::from_secs(15);

/// The largest answer we read: far more than any we look at.
pub(crate) const ANSWER_BYTES_MAX: u64 = 64 * 1024;

/// Random bytes in the demo's password and setup token: out of reach of guessing, short enough to
/// copy by hand.
pub(crate) const SECRET_BYTES: usize = 12;

/// Random bytes in a token of programs: as many as a key of a cipher has.
pub(crate) const LONG_SECRET_BYTES: usize = 32;
/// The largest input that the fuzzer makes: 16 KiB. What takes more than that to say is in tests.
pub(crate) const FUZZ_INPUT_BYTES_MAX: usize = 16 * 1024;

/// How long one input may take before it counts as harmful: a batch takes microseconds.
pub(crate) const FUZZ_PATIENCE: Duration = Duration::from_secs(10);
