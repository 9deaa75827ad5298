//! Who watches a session as it happens: WebSockets, which the platform holds open while the object sleeps.
//!
//! A viewer is sent every batch that is stored from then on, as stored. What was stored before is read
//! like any recording, after the socket has opened, so that nothing lies in between.

use worker::{Response, State, WebSocket, WebSocketPair, console_error};

use super::failed;
use crate::limits;
use crate::storage::StorageError;

/// The session was deleted: the code for an end that was meant, RFC 6455 section 7.4.1.
const NORMAL_CLOSURE: u16 = 1_000;

/// Lets somebody watch; too many are answered 429.
pub(super) fn admit(platform: &State) -> Result<Response, StorageError> {
    if platform.get_websockets().len() >= limits::VIEWERS_PER_SESSION_MAX as usize {
        return Response::error("the session has too many viewers", 429).map_err(failed);
    }
    let WebSocketPair { client, server } = WebSocketPair::new().map_err(failed)?;
    platform.accept_web_socket(&server);
    Response::from_websocket(client).map_err(failed)
}

/// Sends a batch that has been stored to all who watch.
pub(super) fn tell(platform: &State, batch: &[u8]) {
    for viewer in platform.get_websockets() {
        if let Err(error) = viewer.send_with_bytes(batch) {
            console_error!("a viewer misses a batch: {error}");
        }
    }
}

/// Sends everybody away.
pub(super) fn dismiss(platform: &State) {
    for viewer in platform.get_websockets() {
        close(&viewer, NORMAL_CLOSURE, "the session was deleted");
    }
}

/// Ends a socket. One that has ended already is no concern of anybody.
pub(super) fn close(viewer: &WebSocket, code: u16, reason: &str) {
    let _ = viewer.close(Some(code), Some(reason));
}
