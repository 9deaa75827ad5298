//! How fast batches are decoded and validated, in MB of their decoded bytes per second on one core,
//! beside what cannot be done without: to copy these bytes, and to decompress them.
//!
//! `cargo xtask bench decoding`

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark may fail loudly, and prints what it finds"
)]

mod visits;

use std::hint::black_box;
use std::time::Duration;

use nix::time::{ClockId, clock_gettime};
use wire_format::validation::validate;
use wire_format::{BatchHeader, OpenBatch};

/// Rounds of all that is compared, in turns. The best one of each counts: in the others, somebody else
/// had a share of the caches and of the core.
const ROUNDS: usize = 31;

/// What one thing takes in a round at least: the clock is too coarse for less.
const ROUND: Duration = Duration::from_millis(5);

fn main() {
    println!(
        "| Batch | KB | decoded KB | copy | LZ4 alone | **decode, validate** | decode, keep |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (name, records) in visits::all() {
        let batch = visits::batch(&records);
        let received_at_ms = BatchHeader::peek(&batch).unwrap().ended_at_ms;
        let block = Block::of(&batch);
        let payload = block.decompress();
        let [copy, lz4, validation, decoding] = rates(
            payload.len(),
            [
                &|| drop(black_box(black_box(&payload).clone())),
                &|| drop(black_box(block.decompress())),
                &|| {
                    drop(black_box(
                        validate(black_box(&batch), received_at_ms).unwrap(),
                    ))
                },
                &|| keep_all(black_box(&batch)),
            ],
        );
        println!(
            "| {name} | {:.1} | {:.1} | {copy:.0} | {lz4:.0} | **{validation:.0}** | {decoding:.0} |",
            batch.len() as f64 / 1e3,
            payload.len() as f64 / 1e3,
        );
    }
}

/// The compressed payload of a batch.
struct Block<'b> {
    compressed: &'b [u8],
    decoded_length: usize,
}

impl<'b> Block<'b> {
    fn of(batch: &'b [u8]) -> Self {
        let header_length = usize::from(u16::from_le_bytes([batch[6], batch[7]]));
        let decoded_length = u32::from_le_bytes(batch[8..12].try_into().unwrap());
        Self {
            compressed: &batch[12 + header_length..],
            decoded_length: decoded_length as usize,
        }
    }

    fn decompress(&self) -> Vec<u8> {
        lz4_flex::block::decompress(self.compressed, self.decoded_length).unwrap()
    }
}

/// What the dashboard does with a batch before it shows anything.
fn keep_all(batch: &[u8]) {
    let open = OpenBatch::open(batch).unwrap();
    for record in open.records().unwrap() {
        drop(black_box(record.unwrap()));
    }
}

/// The best rate of each piece of work, in MB/s, if all of them handle so many bytes.
fn rates<const COUNT: usize>(size_bytes: usize, work: [&dyn Fn(); COUNT]) -> [f64; COUNT] {
    let repeats = work.map(|work| {
        let started = processor_time();
        let repeats = (1..).find(|_| {
            work();
            processor_time() - started >= ROUND
        });
        repeats.unwrap_or(1)
    });
    let mut best = [Duration::MAX; COUNT];
    for _ in 0..ROUNDS {
        for place in 0..COUNT {
            let started = processor_time();
            for _ in 0..repeats[place] {
                work[place]();
            }
            let spent = (processor_time() - started) / repeats[place];
            best[place] = best[place].min(spent);
        }
    }
    best.map(|time| size_bytes as f64 / time.as_secs_f64() / 1e6)
}

/// What this thread has had of a processor: others may use the machine as well.
fn processor_time() -> Duration {
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID)
        .unwrap()
        .into()
}
