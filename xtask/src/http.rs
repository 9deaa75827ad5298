//! Just enough HTTP to talk to our own programs on this machine.

use std::io::{self, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use crate::limits;

/// An answer, as far as we look at it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

/// A request, as far as we need one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) json: Option<&'a Value>,
    /// A token that lets programs in.
    pub(crate) bearer: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// A request that says something.
    pub(crate) fn with_json(method: &'a str, path: &'a str, json: &'a Value) -> Self {
        let (json, bearer) = (Some(json), None);
        Self {
            method,
            path,
            json,
            bearer,
        }
    }
}

/// Asks for a path on a local port.
pub(crate) fn get(port: u16, path: &str) -> io::Result<Answer> {
    let (method, json, bearer) = ("GET", None, None);
    let request = Request {
        method,
        path,
        json,
        bearer,
    };
    send(port, &request)
}

/// Sends a request to a local port.
pub(crate) fn send(port: u16, request: &Request<'_>) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(("localhost", port))?;
    stream.set_read_timeout(Some(limits::ANSWER_PATIENCE))?;
    stream.set_write_timeout(Some(limits::ANSWER_PATIENCE))?;
    stream.write_all(write(port, request).as_bytes())?;
    let mut answer = Vec::new();
    stream
        .take(limits::ANSWER_BYTES_MAX)
        .read_to_end(&mut answer)?;
    read(&String::from_utf8_lossy(&answer))
}

fn write(port: u16, request: &Request<'_>) -> String {
    let Request { method, path, .. } = request;
    let mut text =
        format!("{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n");
    if let Some(token) = request.bearer {
        text.push_str(&format!("Authorization: Bearer {token}\r\n"));
    }
    let body = request.json.map(Value::to_string).unwrap_or_default();
    if !body.is_empty() {
        let length_bytes = body.len();
        text.push_str(&format!(
            "Content-Type: application/json\r\nContent-Length: {length_bytes}\r\n"
        ));
    }
    format!("{text}\r\n{body}")
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
