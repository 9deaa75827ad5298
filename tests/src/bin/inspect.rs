//! Decodes what it reads from standard input, for tests that are not written in Rust.
//!
//! - `inspect batches`: batches and archived sheets, each behind its length as `u32le`, to the JSON that the dashboard's
//!   decoder gives;
//! - `inspect segments`: segments, to the same JSON;
//! - `inspect records`: segments, to a line per record with its window and every string in it.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use monitorme_decoder::session;
use monitorme_decoder::sheets::Sheets;
use wire_format::{OpenBatch, segment};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(io::stderr(), "{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut input = Vec::new();
    io::stdin().read_to_end(&mut input)?;
    let output = match std::env::args().nth(1).as_deref() {
        Some("batches") => decode_batches(&input)?,
        Some("segments") => session::decode(&input, &Sheets::new())?.into_json(),
        Some("records") => print_records(&input)?,
        _ => return Err("usage: inspect batches|segments|records < bytes".into()),
    };
    Ok(io::stdout().write_all(output.as_bytes())?)
}

fn decode_batches(input: &[u8]) -> Result<String> {
    let is_sheet = |item: &&[u8]| item.starts_with(b"MMWC");
    let (sealed, batches): (Vec<_>, Vec<_>) = split(input)?.into_iter().partition(is_sheet);
    let mut sheets = Sheets::new();
    sealed.into_iter().for_each(|sheet| sheets.add(sheet));
    Ok(session::decode(&segment::encode(batches)?, &sheets)?.into_json())
}

fn split(mut input: &[u8]) -> Result<Vec<&[u8]>> {
    let mut batches = Vec::new();
    while !input.is_empty() {
        let (length, rest) = input
            .split_first_chunk()
            .ok_or("the input ends within a length")?;
        let length = u32::from_le_bytes(*length) as usize;
        let (batch, rest) = rest
            .split_at_checked(length)
            .ok_or("the input ends within a batch")?;
        batches.push(batch);
        input = rest;
    }
    Ok(batches)
}

fn print_records(segments: &[u8]) -> Result<String> {
    let mut text = String::new();
    for (_, batch) in segment::split_all(segments)? {
        let batch = OpenBatch::open(batch)?;
        let window = batch.header().window;
        for record in batch.records()? {
            text.push_str(&format!("{window} {:?}\n", record?));
        }
    }
    Ok(text)
}
