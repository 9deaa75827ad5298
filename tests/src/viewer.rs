//! Somebody who watches a session as it happens.

use std::net::TcpStream;
use std::time::Duration;

use tungstenite::client::IntoClientRequest;
use tungstenite::error::Error;
use tungstenite::{Message, WebSocket};

use crate::client::Client;

/// No message takes nearly as long to come; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// An open WebSocket.
#[derive(Debug)]
pub struct Viewer {
    socket: WebSocket<TcpStream>,
}

impl Viewer {
    /// Opens a WebSocket as a page of this origin does; the status of the answer if it is refused.
    pub fn open(client: &Client, path: &str, origin: &str) -> Result<Self, u16> {
        let address = client.origin().replace("http:", "ws:");
        let mut request = format!("{address}{path}").into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("origin", origin.parse().unwrap());
        if let Some(cookie) = client.cookie() {
            headers.insert("cookie", cookie.parse().unwrap());
        }
        let host = address.strip_prefix("ws://").unwrap();
        let stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        match tungstenite::client(request, stream) {
            Ok((socket, _)) => Ok(Self { socket }),
            Err(tungstenite::HandshakeError::Failure(Error::Http(answer))) => {
                Err(answer.status().as_u16())
            }
            Err(error) => panic!("{path}: {error}"),
        }
    }

    /// The next batch; `None` when the edge has ended it.
    pub fn next_batch(&mut self) -> Option<Vec<u8>> {
        loop {
            match self.socket.read().unwrap() {
                Message::Binary(batch) => return Some(batch.to_vec()),
                Message::Close(frame) => {
                    assert_eq!(u16::from(frame.unwrap().code), 1_000);
                    return None;
                }
                Message::Ping(_) | Message::Pong(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }

    /// Says something, which nobody asked for.
    pub fn say(&mut self, text: &str) {
        self.socket.send(Message::text(text)).unwrap();
    }
}
