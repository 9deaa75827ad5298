//! Just enough HTTP to talk to our own programs on this machine.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::limits;

/// An answer, as far as we look at it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

/// Asks for a path on a local port.
pub(crate) fn get(port: u16, path: &str) -> io::Result<Answer> {
    exchange(
        port,
        &format!("GET {path} HTTP/1.1\r\n{}\r\n", shared_headers(port)),
        limits::ANSWER_PATIENCE,
    )
}

/// Sends JSON to a path on a local port.
pub(crate) fn post_json(port: u16, path: &str, json: &str) -> io::Result<Answer> {
    let headers = shared_headers(port);
    let length_bytes = json.len();
    let request = format!(
        "POST {path} HTTP/1.1\r\n{headers}Content-Type: application/json\r\nContent-Length: {length_bytes}\r\n\r\n{json}"
    );
    exchange(port, &request, limits::ANSWER_PATIENCE)
}

fn shared_headers(port: u16) -> String {
    format!("Host: localhost:{port}\r\nConnection: close\r\n")
}

fn exchange(port: u16, request: &str, patience: Duration) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(("localhost", port))?;
    stream.set_read_timeout(Some(patience))?;
    stream.set_write_timeout(Some(patience))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream
        .take(limits::ANSWER_BYTES_MAX)
        .read_to_end(&mut answer)?;
    read(&String::from_utf8_lossy(&answer))
}

fn read(answer: &str) -> io::Result<Answer> {
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(unreadable)?;
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .ok_or_else(unreadable)?;
    let is_chunked = head
        .to_ascii_lowercase()
        .contains("\r\ntransfer-encoding: chunked");
    let body = if is_chunked {
        join_chunks(body)?
    } else {
        body.to_owned()
    };
    Ok(Answer { status, body })
}

/// Each chunk is its length in hexadecimal, a line end, the bytes and a line end; an empty one is
/// the last.
fn join_chunks(mut framed: &str) -> io::Result<String> {
    let mut joined = String::new();
    loop {
        let (length, rest) = framed.split_once("\r\n").ok_or_else(unreadable)?;
        let length_bytes = usize::from_str_radix(length, 16).map_err(|_| unreadable())?;
        if length_bytes == 0 {
            return Ok(joined);
        }
        joined.push_str(rest.get(..length_bytes).ok_or_else(unreadable)?);
        framed = rest
            .get(length_bytes..)
            .and_then(|rest| rest.strip_prefix("\r\n"))
            .ok_or_else(unreadable)?;
    }
}

fn unreadable() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "not an HTTP answer")
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn reads_status_and_body() {
        let answer = read("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhello").unwrap();
        assert_eq!((answer.status, answer.body.as_str()), (200, "hello"));
    }

    #[test]
    fn joins_chunks() {
        let framed =
            "HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
        assert_eq!(read(framed).unwrap().body, "hello");
    }

    #[test]
    fn refuses_what_is_not_http() {
        assert!(read("").is_err());
        assert!(read("hello\r\n\r\nworld").is_err());
        assert!(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort").is_err());
    }
}
