//! A store that speaks the protocol of S3, of the tests' own, which is gone with everything in it
//! afterwards.

use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::Command;

use super::error::TestError;
use super::temporary_folder::TemporaryFolder;
use crate::port::{self, Port};
use crate::process::Service;
use crate::setup::S3;
use crate::{limits, secret};

const ACCESS_KEY_ID: &str = "monitorme";

/// A running store; dropping it stops it.
#[derive(Debug)]
pub(super) struct S3Server {
    _service: Service,
    port: u16,
    secret_access_key: String,
    // Last: it is removed when nobody writes to it any more.
    folder: TemporaryFolder,
}

impl S3Server {
    /// Starts it on a free port of this machine. Each folder in its own is a bucket.
    pub(super) fn start(s3: &S3, logs: &Path) -> Result<Self, TestError> {
        let port = port::choose(Port {
            number: 0,
            option: "",
        })?;
        let folder = TemporaryFolder::make("s3", None).map_err(TestError::ServerFolder)?;
        let secret_access_key = secret::generate_long().map_err(TestError::ServerFolder)?;
        let mut server = Command::new(s3.program());
        server.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
        server.args(["--access-key", ACCESS_KEY_ID]);
        server.args(["--secret-key", &secret_access_key]);
        server.arg(folder.path());
        let service = Service::start(&mut server, "s3", &logs.join("s3.log"))?;
        service.wait_until_ready(limits::S3_READY_PATIENCE, || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
        })?;
        Ok(Self {
            _service: service,
            port,
            secret_access_key,
            folder,
        })
    }

    /// Tells a test program where it is, in the names that the edge has for that.
    pub(super) fn tell(&self, command: &mut Command) {
        command
            .env("S3_ENDPOINT", format!("http://127.0.0.1:{}", self.port))
            .env("S3_REGION", "us-east-1")
            .env("S3_ACCESS_KEY_ID", ACCESS_KEY_ID)
            .env("S3_SECRET_ACCESS_KEY", &self.secret_access_key)
            .env("MONITORME_S3_FOLDER", self.folder.path());
    }
}
