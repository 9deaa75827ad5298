//! A running edge: `cargo xtask edge` or `cargo xtask serve`, in a folder of its own.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{LazyLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;
use std::{env, fs, thread};

use serde_json::json;

use crate::client::Client;
use crate::index_store;
use crate::relay::Relay;
use crate::runtime::Runtime;
use crate::s3_store;
use crate::stores::Stores;

/// The one origin that may send with the demo's key.
pub const SHOP_ORIGIN: &str = "http://localhost:4000";
/// The ingest key that `cargo xtask edge` puts in.
pub const SHOP_KEY: &str = "mm_ingest_demo_petshop";
/// Lets the tests make the owner.
pub const SETUP_TOKEN: &str = "setup-token-of-the-tests";
/// Who owns the edges of the tests.
pub const OWNER_EMAIL: &str = "owner@example.com";
/// What the owner signs in with.
pub const OWNER_PASSWORD: &str = "correct horse battery";

/// The edge all tests share, with an owner. It ends with the process of the tests, because then
/// its standard input closes.
static SHARED: LazyLock<RwLock<Edge>> = LazyLock::new(|| {
    let edge = Edge::start_fresh("shared");
    edge.make_owner();
    RwLock::new(edge)
});

/// The shared edge, while others may use it too.
pub fn shared() -> RwLockReadGuard<'static, Edge> {
    SHARED.read().unwrap_or_else(PoisonError::into_inner)
}

/// The shared edge, while nobody else uses it.
pub fn alone() -> RwLockWriteGuard<'static, Edge> {
    SHARED.write().unwrap_or_else(PoisonError::into_inner)
}

/// An edge that runs until it is stopped or dropped.
#[derive(Debug)]
pub struct Edge {
    process: Child,
    state: PathBuf,
    port: u16,
    way_to_blobs: Option<Relay>,
}

impl Edge {
    /// Starts an edge that has never stored anything, and waits until it answers.
    pub fn start_fresh(name: &str) -> Self {
        Self::start_fresh_with(name, &[])
    }

    /// The same with some of its environment changed.
    pub fn start_fresh_with(name: &str, environment: &[(&str, &str)]) -> Self {
        let (state, port) = (fresh_state(name), free_port());
        let mut edge = Self::launch(state, port, Some(SETUP_TOKEN), environment);
        edge.wait_until_ready();
        edge
    }

    /// Starts an edge that lacks its secret, which does not become healthy.
    pub fn start_without_setup_token(name: &str) -> Self {
        let edge = Self::launch(fresh_state(name), free_port(), None, &[]);
        edge.once_it_answers()
    }

    /// Starts an edge with a wrong environment, which does not become healthy.
    pub fn start_misconfigured(name: &str, environment: &[(&str, &str)]) -> Self {
        let (state, port) = (fresh_state(name), free_port());
        let edge = Self::launch(state, port, Some(SETUP_TOKEN), environment);
        edge.once_it_answers()
    }

    fn once_it_answers(mut self) -> Self {
        while self.client().try_get("/healthz").is_none() {
            let has_ended = self.process.try_wait().unwrap().is_some();
            assert!(!has_ended, "see the logs in {}", self.state.display());
            // Nothing announces an edge that does not become ready; asking again is all there is.
            thread::sleep(Duration::from_millis(50));
        }
        self
    }

    /// Stops the edge and starts it again on what it has stored.
    pub fn restart(&mut self) {
        let (state, port) = (self.state.clone(), self.port);
        self.stop();
        *self = Self::launch(state, port, Some(SETUP_TOKEN), &[]);
        self.wait_until_ready();
    }

    /// Ends the runtime as a failing machine does: at once, and without a chance to write anything.
    pub fn kill(&mut self) {
        let listens = format!("http=127.0.0.1:{}", self.port);
        let is_it = |process: &PathBuf| {
            let line = fs::read(process.join("cmdline")).unwrap_or_default();
            line.split(|byte| *byte == 0)
                .any(|argument| argument == listens.as_bytes())
        };
        let processes = fs::read_dir("/proc")
            .unwrap()
            .map(|entry| entry.unwrap().path());
        for process in processes.filter(is_it) {
            let id = process.file_name().unwrap();
            let killed = Command::new("kill").arg("-9").arg(id).status();
            assert!(killed.unwrap().success());
        }
        self.stop();
    }

    /// Where it listens, also after it was started again.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// A client that is not signed in.
    pub fn client(&self) -> Client {
        Client::new(self.port)
    }

    /// Makes the owner; there can be only one.
    pub fn make_owner(&self) {
        let owner =
            json!({ "setup_token": SETUP_TOKEN, "email": OWNER_EMAIL, "password": OWNER_PASSWORD });
        let answer = self.client().post_json("/api/owner", &owner);
        assert_eq!(answer.status, 201, "the owner is made");
    }

    /// A client that is signed in as the owner.
    pub fn owner(&self) -> Client {
        self.client().signed_in(OWNER_EMAIL, OWNER_PASSWORD)
    }

    /// With which programs do what the owner may do.
    pub fn api_token(&self) -> String {
        fs::read_to_string(self.state.join("api-token")).unwrap()
    }

    /// What it has said since it was started.
    pub fn log(&self) -> String {
        fs::read_to_string(self.state.join("edge.log")).unwrap()
    }

    /// What it stores, past the edge.
    pub fn stores(&self) -> Stores {
        Stores::of(&self.state, self.way_to_blobs.as_ref())
    }

    fn launch(
        state: PathBuf,
        port: u16,
        setup_token: Option<&str>,
        environment: &[(&str, &str)],
    ) -> Self {
        let mut command = Command::new(xtask());
        command.arg(Runtime::of_these_tests().command()).args([
            "--as-built",
            "--until-stdin-closes",
            "--allow-origin",
            SHOP_ORIGIN,
        ]);
        command
            .arg("--port")
            .arg(port.to_string())
            .arg("--state")
            .arg(&state);
        command.args(
            setup_token
                .into_iter()
                .flat_map(|token| ["--setup-token", token]),
        );
        // As behind a proxy.
        command.env("CLIENT_ADDRESS_HEADER", "x-forwarded-for");
        // Blobs of tests go to no store of the developer's.
        command.env_remove("S3_ENDPOINT");
        let way_to_blobs = match Runtime::of_these_tests() {
            Runtime::WorkerdWithPostgres => {
                command.env("POSTGRES_URL", index_store::postgres_url(&state));
                None
            }
            Runtime::WorkerdWithS3 => {
                let relay = s3_store::relay();
                s3_store::tell(&mut command, &relay, &state);
                Some(relay)
            }
            Runtime::Wrangler | Runtime::Workerd => None,
        };
        command.envs(environment.iter().copied());
        let log = File::options()
            .create(true)
            .append(true)
            .open(state.join("start.log"));
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log.unwrap());
        let process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", xtask().display()));
        Self {
            process,
            state,
            port,
            way_to_blobs,
        }
    }

    fn wait_until_ready(&mut self) {
        let stdout = self.process.stdout.take().unwrap();
        let is_ready = BufReader::new(stdout)
            .lines()
            .map_while(Result::ok)
            .any(|line| line.starts_with("edge ready "));
        assert!(
            is_ready,
            "the edge did not start; see the logs in {}",
            self.state.display()
        );
    }

    fn stop(&mut self) {
        drop(self.process.stdin.take());
        self.process.wait().unwrap();
    }
}

impl Drop for Edge {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The built command of the project.
fn xtask() -> PathBuf {
    let built = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tool/xtask");
    env::var_os("MONITORME_XTASK").map_or_else(built, PathBuf::from)
}

/// An empty folder below the build's own; it stays until the next run, for whoever looks for the
/// cause of a failure.
fn fresh_state(name: &str) -> PathBuf {
    let state = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../target/tmp/edge-{name}"));
    if state.exists() {
        fs::remove_dir_all(&state).unwrap();
    }
    fs::create_dir_all(&state).unwrap();
    match Runtime::of_these_tests() {
        Runtime::WorkerdWithPostgres => index_store::renew_postgres(&state),
        Runtime::WorkerdWithS3 => s3_store::renew(&state),
        Runtime::Wrangler | Runtime::Workerd => {}
    }
    state
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
