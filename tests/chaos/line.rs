//! A line to the edge on which anything can happen.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use fastrand::Rng;

use monitorme_tests::edge::{SHOP_KEY, SHOP_ORIGIN};

/// How long an answer may take: the edge may be starting again meanwhile.
const PATIENCE: Duration = Duration::from_secs(20);

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    None,
    /// The connection ends in the middle of the batch.
    CutShort,
    /// The whole batch is sent, and nobody waits for the answer.
    AnswerLost,
}

/// What the sender knows afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    Acknowledged,
    /// No answer, or one that says to come back.
    Unknown,
}

impl Fault {
    /// Most of the time nothing.
    pub(crate) fn any(random: &mut Rng) -> Self {
        match random.u8(..100) {
            0..15 => Self::CutShort,
            15..30 => Self::AnswerLost,
            _ => Self::None,
        }
    }
}

/// Sends a batch.
pub(crate) fn post(port: u16, batch: &[u8], fault: Fault) -> Reply {
    // A connection that cannot be had, or breaks, tells nothing.
    let Ok(status) = exchange(port, batch, fault) else {
        return Reply::Unknown;
    };
    match status {
        Some(202) => Reply::Acknowledged,
        None | Some(500..600) => Reply::Unknown,
        Some(status) => panic!("a valid batch was answered with {status}"),
    }
}

fn exchange(port: u16, batch: &[u8], fault: Fault) -> io::Result<Option<u16>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let length_bytes = batch.len();
    let head = format!(
        "POST /v1/batches?ingest_key={SHOP_KEY} HTTP/1.1\r\nHost: localhost:{port}\r\n\
         Origin: {SHOP_ORIGIN}\r\nContent-Length: {length_bytes}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    match fault {
        Fault::CutShort => {
            stream.write_all(&batch[..length_bytes / 2])?;
            return Ok(None);
        }
        Fault::AnswerLost => {
            stream.write_all(batch)?;
            return Ok(None);
        }
        Fault::None => stream.write_all(batch)?,
    }
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    Ok(answer
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok()))
}
