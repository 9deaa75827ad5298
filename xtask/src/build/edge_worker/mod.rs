//! The edge as the Workers runtime wants it: one JavaScript module beside one WebAssembly module.

mod assets;

use std::fs;
use std::io;
use std::path::Path;

use super::error::BuildError;
use super::part::{Part, write};
use super::web_assembly::{Goal, Module};
use crate::process::run_logged;
use crate::setup::Tools;

/// One way to compile the edge.
struct Variant {
    part: Part,
    module: Module<'static>,
    /// What the entrypoint exports beyond what it always does.
    exports: &'static str,
    /// Where what the runtime loads is put, relative to the root. Wrangler deploys all modules of a
    /// folder, so that each variant has its own.
    folder: &'static str,
}

const INPUTS: &[&str] = &[
    "edge-worker/Cargo.toml",
    "edge-worker/src",
    "edge-worker/migrations",
    "edge-worker/wrangler.toml",
    "dashboard/public/_headers",
];

/// The recipe of the `worker` crate's own build tool, without its long installation.
const MODULE: Module<'_> = Module {
    package: "monitorme-edge-worker",
    cargo_features: &[],
    profile: "release",
    goal: Goal::Speed,
    library: "edge_worker",
    out_name: "index",
    out_folder: "target/wasm/edge",
    bindgen_options: &[
        "--target",
        "module",
        "--no-typescript",
        // The entrypoint begins with a fresh instance after a trap.
        "--experimental-reset-state-function",
        "--force-enable-abort-handler",
    ],
    extra_features: &["--enable-exception-handling"],
};

const USUAL: Variant = Variant {
    part: Part {
        name: "edge worker",
        is_rust: true,
        inputs: INPUTS,
        outputs: &[
            "edge-worker/build/assets.json",
            "edge-worker/build/index.js",
            "edge-worker/build/index_bg.wasm",
        ],
    },
    module: MODULE,
    exports: "",
    folder: "edge-worker/build",
};

/// With the client of PostgreSQL, which is a good part of its size.
const WITH_POSTGRES: Variant = Variant {
    part: Part {
        name: "edge worker with PostgreSQL",
        outputs: &[
            "edge-worker/build/assets.json",
            "edge-worker/build-postgres/index.js",
            "edge-worker/build-postgres/index_bg.wasm",
        ],
        ..USUAL.part
    },
    module: Module {
        cargo_features: &["postgres"],
        out_folder: "target/wasm/edge-postgres",
        ..MODULE
    },
    exports: "export const DatabaseObject = durableObject(edge.DatabaseObject);\n",
    folder: "edge-worker/build-postgres",
};

/// Joins the runtime's entrypoint with the exports of our module.
const ENTRYPOINT: &str = include_str!("entrypoint.js");

pub(super) fn build(tools: &Tools) -> Result<(), BuildError> {
    USUAL.build(tools)
}

pub(super) fn build_with_postgres(tools: &Tools) -> Result<(), BuildError> {
    WITH_POSTGRES.build(tools)
}

impl Variant {
    fn build(&self, tools: &Tools) -> Result<(), BuildError> {
        self.part.make(tools, || {
            let log = self.part.log(tools.workspace());
            self.module.build(tools, &log)?;
            self.bundle(tools, &log)?;
            assets::configure(tools.workspace())
        })
    }

    fn bundle(&self, tools: &Tools, log: &Path) -> Result<(), BuildError> {
        let workspace = tools.workspace();
        let source = workspace.path(self.module.out_folder);
        let bundled = source.join("bundled.js");
        let entrypoint = format!("{ENTRYPOINT}{}", self.exports);
        write(&source.join("entrypoint.js"), &entrypoint)?;
        let mut esbuild = tools.package_program("esbuild");
        esbuild
            .arg(source.join("entrypoint.js"))
            .arg(format!("--outfile={}", bundled.display()));
        esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]);
        esbuild.args(["--external:./index_bg.wasm", "--external:cloudflare:*"]);
        run_logged(&mut esbuild, log)?;

        let finished = workspace.path(self.folder);
        let module = self.module.path(tools);
        let script = fs::read_to_string(&bundled)
            .map_err(|source| BuildError::Read {
                path: bundled,
                source,
            })?
            // A newer way to import modules than the bundler of wrangler knows.
            .replace("import source ", "import ");
        let place = || -> io::Result<()> {
            fs::create_dir_all(&finished)?;
            fs::copy(&module, finished.join("index_bg.wasm"))?;
            fs::write(finished.join("index.js"), script)
        };
        place().map_err(|source| BuildError::Write {
            path: finished.clone(),
            source,
        })
    }
}
