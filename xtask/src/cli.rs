//! The command line as it is typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::deploy::Environment;

/// Everything the project does on a developer's machine and in CI.
///
/// Each command first sets up what the machine lacks, builds what changed, and says what it does.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    version,
    max_term_width = 100
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) task: Task,
}

/// One command per variant, each with a file of its own.
#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Run the pet shop, the edge and the dashboard on this machine, until Ctrl-C.
    Demo(DemoArguments),

    /// Run every test there is, or some of them.
    ///
    /// The last line reads `N passed, N failed` and counts steps. A failed step does not keep
    /// others from running, except those that need what it was to make.
    Test(TestArguments),

    /// Build what changed: WebAssembly, the recorder package, the dashboard, the pet shop; then
    /// print the sizes.
    Build,

    /// Run only the edge, in Cloudflare's development server on this machine.
    ///
    /// Prints `edge ready http://localhost:<PORT>` on standard output once it answers. SIGINT and
    /// SIGTERM end it together with everything it started.
    Edge(EdgeArguments),

    /// Run the edge as on a server of one's own: in workerd alone, with SQLite or PostgreSQL, and files
    /// on disk or a store that speaks the protocol of S3.
    ///
    /// Such a store is named by the environment variables S3_ENDPOINT, S3_REGION, S3_BUCKET,
    /// S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.
    ///
    /// Otherwise as `edge`. What one of the two has stored, the other does not see.
    Serve(ServeArguments),

    /// Deploy the edge to Cloudflare, as `edge-worker/wrangler.toml` says.
    ///
    /// Prints `edge deployed <ADDRESS>` on standard output. Run again, it deploys what changed since.
    Deploy(DeployArguments),

    /// Measure what the recorder or the decoder costs, what the edge takes in, or what visitors cost.
    Bench(BenchArguments),

    /// Look for bytes that do harm, with libFuzzer; needs a C++ compiler.
    ///
    /// Begins with the inputs in `wire-format/fuzz/corpus` and such as the encoder makes. An input that
    /// does harm ends it and is written to `target/fuzzing`.
    Fuzz(FuzzArguments),

    /// Set up what the machine lacks: compiler parts, Node.js, npm packages, wasm-bindgen, a
    /// browser, PostgreSQL, a store for the tests.
    Setup,
}

#[derive(Args, Debug)]
pub(crate) struct DemoArguments {
    /// Port of the edge and the dashboard; 0 takes a free one.
    #[arg(long, default_value_t = 8787, value_name = "PORT")]
    pub(crate) edge_port: u16,

    /// Port of the pet shop; 0 takes a free one.
    #[arg(long, default_value_t = 4000, value_name = "PORT")]
    pub(crate) shop_port: u16,
}

#[derive(Args, Debug)]
pub(crate) struct EdgeArguments {
    /// Port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8787)]
    pub(crate) port: u16,

    /// Folder with everything the edge stores; opened again, it still holds its data.
    #[arg(long, default_value = ".monitorme/edge", value_name = "DIR")]
    pub(crate) state: PathBuf,

    /// Secret with which the owner can be made; an edge without an owner refuses everything.
    #[arg(long, value_name = "TOKEN")]
    pub(crate) setup_token: Option<String>,

    /// Origin whose pages may send recordings; repeat it for several.
    #[arg(
        long = "allow-origin",
        default_value = "http://localhost:4000",
        value_name = "ORIGIN"
    )]
    pub(crate) allowed_origins: Vec<String>,

    /// Stop when standard input closes, that is when the program that started this one ends.
    #[arg(long)]
    pub(crate) until_stdin_closes: bool,

    /// Run what was built before, even when sources changed since.
    #[arg(long)]
    pub(crate) as_built: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    pub(crate) edge: EdgeArguments,

    /// Keep the index in the PostgreSQL at this address, `postgres://USER:PASSWORD@HOST/DATABASE`.
    #[arg(long, value_name = "URL", env = "POSTGRES_URL", hide_env_values = true)]
    pub(crate) postgres: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct DeployArguments {
    /// Each has stores and secrets of its own.
    #[arg(long, default_value = "production", value_name = "NAME")]
    pub(crate) environment: Environment,

    /// Do everything up to the moment it would leave this machine; needs no account.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Args, Debug)]
pub(crate) struct TestArguments {
    /// Run only this step and the builds it needs; repeat it for several.
    #[arg(long, value_name = "NAME")]
    pub(crate) only: Vec<String>,

    /// Print the names of all steps instead of running them.
    #[arg(long)]
    pub(crate) list: bool,
}

#[derive(Args, Debug)]
pub(crate) struct BenchArguments {
    #[command(subcommand)]
    pub(crate) subject: BenchSubject,
}

/// What can be measured.
#[derive(Debug, Subcommand)]
pub(crate) enum BenchSubject {
    /// The recorder beside rrweb: same page, same run, in turns.
    Recorder,
    /// LZ4 beside the browser's deflate, on the batches of the same pages.
    Compression,
    /// Batches a second and CPU time a batch of the edge, beside a worker that does nothing.
    Edge,
    /// What a visitor of five minutes costs on Cloudflare, by operations counted; takes eight minutes.
    Capacity,
    /// Decoding and validating batches, beside copying and decompressing them.
    Decoding,
}

#[derive(Args, Debug)]
pub(crate) struct FuzzArguments {
    /// What is given any bytes.
    pub(crate) target: FuzzTarget,

    /// Executions, those of the inputs to begin with included.
    #[arg(long, default_value_t = 1_000_000, value_name = "N")]
    pub(crate) runs: u64,

    /// Afterwards add to the corpus what reaches more than the inputs in it do.
    #[arg(long)]
    pub(crate) keep: bool,
}

/// The functions of `wire-format/fuzz`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FuzzTarget {
    /// Everything that is read: batches, chunks, segments, sheets.
    Decode,
    /// What the edge does with a body.
    Validate,
    /// Records that are encoded again.
    RoundTrip,
    /// Records that become a replay.
    Replay,
}

impl FuzzTarget {
    /// Of the program, and of the folder of what it finds.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Validate => "validate",
            Self::RoundTrip => "round-trip",
            Self::Replay => "replay",
        }
    }
}
