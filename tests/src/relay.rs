//! The way to a server, which can be cut.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Passes on what comes to its port of this machine, as long as it lives.
#[derive(Clone, Debug)]
pub struct Relay {
    port: u16,
    way: Arc<Mutex<Way>>,
}

#[derive(Debug)]
struct Way {
    server: SocketAddr,
    /// How many bytes still pass, of all connections and both directions; `None` if there is no end.
    bytes_left: Option<usize>,
    connections: Vec<TcpStream>,
}

impl Relay {
    /// A way to this server.
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let relay = Self {
            port: listener.local_addr().unwrap().port(),
            way: Arc::new(Mutex::new(Way {
                server,
                bytes_left: None,
                connections: Vec::new(),
            })),
        };
        let way = Arc::clone(&relay.way);
        thread::spawn(move || {
            for client in listener.incoming() {
                connect(&way, client.unwrap());
            }
        });
        relay
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Ends all connections, and those to come at once.
    pub fn cut(&self) {
        self.cut_after(0);
    }

    /// Lets so many bytes more pass, whoever sends them, and then ends all connections.
    pub fn cut_after(&self, bytes: usize) {
        let mut way = self.way.lock().unwrap();
        way.bytes_left = Some(bytes);
        if bytes == 0 {
            way.end_connections();
        }
    }

    /// Lets everything through again.
    pub fn mend(&self) {
        self.way.lock().unwrap().bytes_left = None;
    }
}

impl Way {
    fn end_connections(&mut self) {
        for connection in self.connections.drain(..) {
            // Whoever ended it before us did the same.
            let _ended = connection.shutdown(Shutdown::Both);
        }
    }

    /// How many of so many bytes may pass. The end is the end of all connections.
    fn take(&mut self, bytes: usize) -> usize {
        let Some(left) = self.bytes_left else {
            return bytes;
        };
        let taken = bytes.min(left);
        self.bytes_left = Some(left - taken);
        if taken == left {
            self.end_connections();
        }
        taken
    }
}

fn connect(way: &Arc<Mutex<Way>>, client: TcpStream) {
    let mut open = way.lock().unwrap();
    if open.bytes_left == Some(0) {
        return;
    }
    let server = TcpStream::connect(open.server).unwrap();
    let both = [&client, &server].map(|stream| stream.try_clone().unwrap());
    open.connections.extend(both);
    let [from_client, to_server] = [&client, &server].map(|stream| stream.try_clone().unwrap());
    let (up, down) = (Arc::clone(way), Arc::clone(way));
    thread::spawn(move || pass_on(from_client, to_server, &up));
    thread::spawn(move || pass_on(server, client, &down));
}

/// Passes on until one of the two ends, or the way does.
fn pass_on(mut from: TcpStream, mut to: TcpStream, way: &Mutex<Way>) {
    let mut piece = [0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut piece) {
        let taken = way.lock().unwrap().take(count);
        if to.write_all(&piece[..taken]).is_err() || taken < count {
            break;
        }
    }
    for stream in [from, to] {
        // As above.
        let _ended = stream.shutdown(Shutdown::Both);
    }
}
