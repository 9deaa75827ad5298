//! Bodies that are too long, whether they say so or not.

use std::io::{Read, Write};
use std::net::TcpStream;

use wire_format::limits::BATCH_BYTES_MAX;

use monitorme_tests::edge::{SHOP_KEY, SHOP_ORIGIN, shared};
use monitorme_tests::refusal::{assert_nothing_stored, assert_refused, assert_still_serving};
use monitorme_tests::visit::Visit;

#[test]
fn a_body_that_is_too_long_is_refused() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    for extra in [1, BATCH_BYTES_MAX] {
        let mut body = visit.batch(0);
        body.resize(BATCH_BYTES_MAX + extra, 0);
        for answer in [client.post_batch(&body), client.post_batch_in_chunks(&body)] {
            assert_refused(&answer, 413, "body_too_large");
            assert_eq!(answer.json()["error"]["limit"], BATCH_BYTES_MAX);
        }
    }
    assert_nothing_stored(&visit, &owner);
    assert_still_serving(&client, &owner);
}

#[test]
fn a_body_of_the_longest_length_is_read() {
    let edge = shared();
    let mut body = Visit::begin().batch(0);
    body.resize(BATCH_BYTES_MAX, 0);
    assert_refused(&edge.client().post_batch(&body), 400, "invalid_batch");
}

#[test]
fn an_announced_body_is_refused_before_it_is_sent() {
    let edge = shared();
    let mut stream = connect(edge.client().origin());
    write!(stream, "{}content-length: 1000000000000\r\n\r\n", head()).unwrap();
    let mut status_line = [0; 12];
    stream.read_exact(&mut status_line).unwrap();
    assert_eq!(&status_line, b"HTTP/1.1 413");
    assert_still_serving(&edge.client(), &edge.owner());
}

#[test]
fn a_body_that_states_a_length_and_comes_in_chunks_is_not_read_beyond_the_limit() {
    let edge = shared();
    let mut stream = connect(edge.client().origin());
    write!(
        stream,
        "{}content-length: 10\r\ntransfer-encoding: chunked\r\n\r\n",
        head()
    )
    .unwrap();
    let chunk = [0; 1024 * 1024];
    for _ in 0..8 {
        // The runtime may have answered and hung up before the end.
        let sent = write!(stream, "{:x}\r\n", chunk.len())
            .and_then(|()| stream.write_all(&chunk))
            .and_then(|()| stream.write_all(b"\r\n"));
        if sent.is_err() {
            break;
        }
    }
    let _ = stream.write_all(b"0\r\n\r\n");
    let mut status_line = [0; 12];
    if stream.read_exact(&mut status_line).is_ok() {
        assert_eq!(&status_line[..10], b"HTTP/1.1 4");
    }
    assert_still_serving(&edge.client(), &edge.owner());
}

#[test]
fn a_body_that_breaks_off_leaves_nothing() {
    let edge = shared();
    let (client, owner, visit) = (edge.client(), edge.owner(), Visit::begin());
    let batch = visit.batch(0);
    for length in [0, 1, batch.len() / 2, batch.len() - 1] {
        let mut stream = connect(client.origin());
        write!(stream, "{}content-length: {}\r\n\r\n", head(), batch.len()).unwrap();
        stream.write_all(&batch[..length]).unwrap();
        stream.shutdown(std::net::Shutdown::Both).unwrap();
    }
    assert_still_serving(&client, &owner);
    assert_nothing_stored(&visit, &owner);
}

fn connect(origin: &str) -> TcpStream {
    TcpStream::connect(origin.strip_prefix("http://").unwrap()).unwrap()
}

/// A request to the ingest route up to its last header.
fn head() -> String {
    format!(
        "POST /v1/batches?ingest_key={SHOP_KEY} HTTP/1.1\r\nhost: localhost\r\norigin: {SHOP_ORIGIN}\r\n"
    )
}
