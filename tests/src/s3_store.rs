//! The blobs of an edge in a store of S3: a bucket, which the server of the tests keeps as a folder.

use std::env;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::relay::Relay;

/// Makes an empty bucket in the place of what an earlier edge with this state left.
pub(crate) fn renew(state: &Path) {
    let folder = folder(state);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir(&folder).unwrap();
}

/// The way to the server, which the edge takes instead of the one it is told by its environment.
pub(crate) fn relay() -> Relay {
    let endpoint = told("S3_ENDPOINT");
    let address: Option<SocketAddr> = endpoint
        .strip_prefix("http://")
        .and_then(|address| address.parse().ok());
    Relay::to(address.expect("S3_ENDPOINT=http://ADDRESS:PORT"))
}

/// Tells an edge where its blobs are. The rest it has from the environment of the tests.
pub(crate) fn tell(command: &mut Command, relay: &Relay, state: &Path) {
    command
        .env("S3_ENDPOINT", format!("http://127.0.0.1:{}", relay.port()))
        .env("S3_BUCKET", bucket(state));
}

/// The objects, as files.
pub(crate) fn folder(state: &Path) -> PathBuf {
    Path::new(&told("MONITORME_S3_FOLDER")).join(bucket(state))
}

fn bucket(state: &Path) -> String {
    state.file_name().unwrap().to_string_lossy().into_owned()
}

fn told(variable: &str) -> String {
    env::var(variable).unwrap_or_else(|_| {
        panic!("{variable} is not set; `cargo xtask test --only edge-in-workerd-with-s3` does that")
    })
}
