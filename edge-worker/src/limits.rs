//! Every maximum of the edge, with its unit and its reason. Those of a batch stand in
//! [`wire_format::limits`].

use wire_format::limits::CLOCK_BEHIND_MS_MAX;

/// Body of a JSON request: 8 KiB. The largest holds a setup token, an e-mail address and a password.
pub(crate) const JSON_BODY_BYTES_MAX: usize = 8 * 1024;

/// What is let go by of the body of a refused request: 16 MiB, four times the largest batch. Who
/// sends more may lose the answer, but does not keep the edge busy.
pub(crate) const DISCARDED_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// The origin of a page: 512 bytes. Host names end at 253, and a scheme and a port stand around one.
pub(crate) const ORIGIN_BYTES_MAX: usize = 512;

/// Origins of one ingest key: 100. They are told to recorders, and compared with every request.
pub(crate) const ALLOWED_ORIGINS_MAX: usize = 100;

/// The id of a project: 64 bytes. It is part of the name of every object.
pub(crate) const PROJECT_ID_BYTES_MAX: usize = 64;

/// The name of a project: 200 bytes, more than a list can show.
pub(crate) const PROJECT_NAME_BYTES_MAX: usize = 200;

/// How long a key may work beside the one that takes its place: 90 days, in seconds.
pub(crate) const ROTATION_S_MAX: u64 = 90 * 24 * 60 * 60;

/// The shortest API token: 32 bytes. Whoever guesses it can read every recording.
pub(crate) const API_TOKEN_BYTES_MIN: usize = 32;

/// An ingest key: 128 bytes. The edge hands out 74; longer ones are not looked up.
pub(crate) const INGEST_KEY_BYTES_MAX: usize = 128;

/// How long an isolate trusts what it knows of an ingest key: 60 s, the promised time until a
/// revoked key stops working everywhere.
pub(crate) const INGEST_KEY_CACHE_MS: u64 = 60_000;

/// How long an isolate remembers that a key does not exist: 5 s. It spares the index a lookup for
/// every request of a page with a mistyped key, and a new key works almost at once.
pub(crate) const UNKNOWN_KEY_CACHE_MS: u64 = 5_000;

/// Ingest keys an isolate remembers: 1,000, about 300 KB. Who sends invented keys only makes the
/// isolate forget and look up again.
pub(crate) const INGEST_KEY_CACHE_ENTRIES_MAX: usize = 1_000;

/// Requests with one ingest key within a minute and one place of the network: 60,000, a batch every five
/// seconds of 5,000 tabs. `wrangler.toml` has the same number.
pub(crate) const REQUESTS_PER_KEY_MAX: u32 = 60_000;

/// Requests of one client within a minute: 6,000, as all visitors in a company may share an address.
/// `wrangler.toml` has the same number.
pub(crate) const REQUESTS_PER_CLIENT_MAX: u32 = 6_000;

/// Senders that an isolate counts by itself: 10,000, about 1 MB.
pub(crate) const COUNTED_SENDERS_MAX: usize = 10_000;

/// When to come back after too many requests, in seconds: the minute they were counted in.
pub(crate) const RATE_LIMIT_RETRY_AFTER_S: u32 = 60;

/// The largest quota: 10⁹ batches a day, more than any edge takes in.
pub(crate) const QUOTA_MAX: u64 = 1_000_000_000;

/// Into how many parts a quota is given out: 200, so that isolates which end with a part of it unused
/// waste little.
pub(crate) const LEASES_PER_QUOTA: u64 = 200;

/// Batches given out at once: 1,000, so that a look into the index is rare.
pub(crate) const LEASE_MAX: u64 = 1_000;

/// Scrubbers an isolate remembers, one for each text of settings: 100, about 400 KB. Projects without
/// rules of their own share few.
pub(crate) const SCRUBBERS_MAX: usize = 100;

/// How long a browser may keep the settings of a project: 60 seconds, as long as an isolate trusts
/// what it knows of a key. A change reaches every page within two minutes.
pub(crate) const SETTINGS_CACHE_S: u32 = 60;

/// How long it is remembered that a session is wanted: 24 hours. No session lasts longer than four.
pub(crate) const WANTED_MS: u64 = 24 * 60 * 60 * 1000;

/// Sheets that a recorder may ask about at once: 64, below the requests to stores that one request
/// may lead to.
pub(crate) const SHEETS_PER_QUESTION_MAX: usize = 64;

/// Style sheets archived for one project, compressed: 1 GiB, the CSS of a large site for thousands of
/// deployments. Keys are public, so somebody may send sheets only to fill it; recorders then carry
/// new sheets in their batches, whose sessions have limits of their own.
pub(crate) const ARCHIVED_BYTES_MAX: u64 = 1024 * 1024 * 1024;

/// Batches of one session: 20,000. Four hours, the longest life of a session, in batches of five
/// seconds are 2,880 per tab.
pub(crate) const SESSION_BATCHES_MAX: u64 = 20_000;

/// Bytes of one session as received: 512 MiB, some hundred times a long and busy one.
pub(crate) const SESSION_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// How long sessions are kept unless their project says otherwise: 90 days.
pub(crate) const RETENTION_DAYS: u64 = 90;

/// The longest that sessions can be kept: ten years, in days.
pub(crate) const RETENTION_DAYS_MAX: u64 = 3_650;

/// Sessions deleted by one request, or of one project by one maintenance: 500, well below what one request may ask of other objects.
pub(crate) const DELETIONS_PER_REQUEST_MAX: u32 = 500;

/// Pause before an interrupted deletion goes on by itself: 10 s, as all of it is to be gone within a
/// minute.
pub(crate) const DELETION_RETRY_MS: u64 = 10_000;

/// How long it is remembered that a session was deleted: 31 days. Older batches are refused in any
/// case.
pub(crate) const TOMBSTONE_MS: u64 = CLOCK_BEHIND_MS_MAX + 24 * 60 * 60 * 1000;

/// Bytes that wait in a session object for their segment: 16 MiB, as the tail is read into memory
/// as a whole. When it is full, segments cannot be written, and senders are told to come back.
pub(crate) const TAIL_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// One value in the session object's database: 1 MiB. The platform allows 2 MB for a row.
pub(crate) const TAIL_PART_BYTES_MAX: usize = 1024 * 1024;

/// A tail of this size becomes a segment at once: 256 KiB, so that a usual session takes few
/// writes of objects and its tail stays quick to read.
pub(crate) const SEGMENT_BYTES_GOAL: u64 = 256 * 1024;

/// One segment: 8 MiB, twice the largest batch. It is assembled in memory.
pub(crate) const SEGMENT_BYTES_MAX: u64 = 8 * 1024 * 1024;

/// A smaller tail becomes a segment when nothing came for this long: 60 s.
pub(crate) const SEGMENT_QUIET_MS: u64 = 60_000;

/// How far a session's row in the index may be behind its batches while it goes on: 30 s, as each
/// write of a row is billed.
pub(crate) const INDEX_DELAY_MS: u64 = 30_000;

/// How long counts of outcomes and requests stay in the memory of an isolate: 15 s. The platform ends
/// what goes on for more than 30 s after an answer.
pub(crate) const FLUSH_DELAY_MS: u64 = 15_000;

/// How long outcomes are kept by the minute: 90 days.
pub(crate) const OUTCOMES_MS: u64 = 90 * 24 * 60 * 60 * 1000;

/// How far a list of outcomes goes back unless the query says otherwise: one hour.
pub(crate) const OUTCOMES_SHOWN_MS: u64 = 60 * 60 * 1000;

/// How long PostgreSQL may take to let the edge in: 5 s. It is near by, or not there.
#[cfg(feature = "postgres")]
pub(crate) const POSTGRES_OPENING_MS_MAX: u64 = 5_000;

/// How often a transaction is begun that others get in the way of: 5 times. Few are of more than one
/// statement, and they are short.
#[cfg(feature = "postgres")]
pub(crate) const POSTGRES_ATTEMPTS_MAX: u32 = 5;

/// How long PostgreSQL may take to answer: 10 s, far more than any of our statements takes, and less than
/// recorders wait for the edge.
#[cfg(feature = "postgres")]
pub(crate) const POSTGRES_ANSWER_MS_MAX: u64 = 10_000;

/// How long a store that speaks the protocol of S3 may take to answer, and then for each piece of an
/// object: 10 s, as for PostgreSQL. A segment takes a second to send on a line of 64 Mbit/s.
pub(crate) const S3_ANSWER_MS_MAX: u64 = 10_000;

/// What is read of the error of such a store: 4 KiB. They are a few hundred bytes long.
pub(crate) const S3_ERROR_BYTES_MAX: usize = 4 * 1024;

/// Rows of one list of outcomes: 5,000, some 600 KB of JSON.
pub(crate) const OUTCOMES_PER_ANSWER_MAX: u32 = 5_000;

/// Pause before a failed compaction is tried again: 30 s.
pub(crate) const COMPACTION_RETRY_MS: u64 = 30_000;

/// When a sender should come back after a failure of storage: 5 s, in seconds as HTTP has it.
pub(crate) const RETRY_AFTER_S: u32 = 5;

/// An address in the index: 2,048 bytes, what browsers are known to keep. The rest is cut off.
pub(crate) const INDEXED_URL_BYTES_MAX: usize = 2_048;

/// A user id in the index: 256 bytes. The rest is cut off.
pub(crate) const INDEXED_USER_ID_BYTES_MAX: usize = 256;

/// Traits of a visitor in the index: 1,024 bytes of JSON. Longer ones are in the recording only.
pub(crate) const INDEXED_TRAITS_BYTES_MAX: usize = 1_024;

/// Times at which a visitor became active again, in one session: 2,000. More are not counted; it would
/// take a day with a rest every 40 s.
pub(crate) const ACTIVE_RUNS_MAX: usize = 2_000;

/// A user agent in the index: 512 bytes. The rest is cut off.
pub(crate) const INDEXED_USER_AGENT_BYTES_MAX: usize = 512;

/// Sessions on a page unless the query says otherwise.
pub(crate) const SESSIONS_PER_PAGE: u32 = 50;

/// Sessions on a page at most: 100, about 60 KB of JSON.
pub(crate) const SESSIONS_PER_PAGE_MAX: u32 = 100;

/// Viewers of one session as it happens: 100. Each is sent every batch, by the one writer of the session.
pub(crate) const VIEWERS_PER_SESSION_MAX: u32 = 100;

/// What one batch may say that its recorder has lost: 100,000 of a kind, as many records as a batch holds. It
/// is the word of a stranger.
pub(crate) const DISCARDED_COUNT_MAX: u64 = 100_000;

/// Sessions that one request searches through: 10,000. It takes some 20 ms, and D1 bills each of them as a
/// row read.
pub(crate) const SESSIONS_SEARCHED_MAX: u32 = 10_000;

/// An e-mail address: 254 bytes, the longest that mail can be sent to (RFC 5321).
pub(crate) const EMAIL_BYTES_MAX: usize = 254;

/// The shortest password, in characters.
pub(crate) const PASSWORD_CHARACTERS_MIN: usize = 12;

/// The longest password: 1 KiB, beyond any passphrase.
pub(crate) const PASSWORD_BYTES_MAX: usize = 1024;

/// Memory of one Argon2id hash: 19 MiB in KiB, the first choice of the OWASP cheat sheet.
pub(crate) const PASSWORD_HASH_MEMORY_KIB: u32 = 19 * 1024;

/// Passes of one Argon2id hash over its memory; belongs to the memory above.
pub(crate) const PASSWORD_HASH_PASSES: u32 = 2;

/// Lanes of one Argon2id hash: 1, as an isolate has one thread.
pub(crate) const PASSWORD_HASH_LANES: u32 = 1;

/// How long a sign-in lasts: 14 days.
pub(crate) const SIGN_IN_MS: u64 = 14 * 24 * 60 * 60 * 1000;
