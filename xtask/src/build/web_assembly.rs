//! From a crate of ours to a small WebAssembly module with its JavaScript glue.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::BuildError;
use crate::process::{ProcessError, run_logged};
use crate::setup::Tools;

/// What every engine we support has. Never `--all-features`: it allows encodings that the Workers
/// runtime refuses.
pub(super) const FEATURES: [&str; 7] = [
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// What a module is shrunk for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Goal {
    /// Little to load once it is compressed. What makes less code may make code that repeats itself
    /// less: a function that is put into its callers is there many times, each a little different.
    Size,
    Speed,
}

impl Goal {
    const fn passes(self) -> &'static [&'static str] {
        match self {
            Self::Size => &[
                "-Oz",
                "--converge",
                "--skip-pass=inlining",
                "--skip-pass=inlining-optimizing",
                "--skip-pass=local-cse",
                "--skip-pass=simplify-locals",
                // The end of the stack lies at the lowest addresses, and nothing else.
                "--low-memory-unused",
            ],
            Self::Speed => &["-O3"],
        }
    }
}

/// A crate of ours that becomes a WebAssembly module.
#[derive(Debug)]
pub(super) struct Module<'a> {
    /// The cargo package.
    pub(super) package: &'a str,
    /// The features it is compiled with.
    pub(super) cargo_features: &'a [&'a str],
    /// The cargo profile it is compiled with.
    pub(super) profile: &'a str,
    /// What the compiled module is shrunk for.
    pub(super) goal: Goal,
    /// The name of its library, which is that of the file cargo writes.
    pub(super) library: &'a str,
    /// What is written is called so.
    pub(super) out_name: &'a str,
    /// Where it is written, relative to the root.
    pub(super) out_folder: &'a str,
    /// For whom the glue is made, and how.
    pub(super) bindgen_options: &'a [&'a str],
    /// Features of WebAssembly beyond the ones every engine has.
    pub(super) extra_features: &'a [&'a str],
}

impl Module<'_> {
    /// Compiles the crate, writes the glue and shrinks the module.
    pub(super) fn build(&self, tools: &Tools, log: &Path) -> Result<(), BuildError> {
        self.compile(tools, log)?;
        self.write_glue(tools, log)?;
        self.shrink(tools, log)
    }

    /// The module that [`Module::build`] leaves behind.
    pub(super) fn path(&self, tools: &Tools) -> PathBuf {
        tools
            .workspace()
            .path(self.out_folder)
            .join(format!("{}_bg.wasm", self.out_name))
    }

    /// The module before it gets its glue.
    pub(super) fn compiled(&self, tools: &Tools) -> PathBuf {
        let compiled = self.compiled_by_cargo(tools);
        match self.goal {
            Goal::Size => compiled.with_extension("cut.wasm"),
            Goal::Speed => compiled,
        }
    }

    fn compiled_by_cargo(&self, tools: &Tools) -> PathBuf {
        let Self {
            profile, library, ..
        } = self;
        let target = tools.workspace().target();
        target.join(format!("wasm32-unknown-unknown/{profile}/{library}.wasm"))
    }

    fn compile(&self, tools: &Tools, log: &Path) -> Result<(), ProcessError> {
        let mut cargo = tools.wasm_cargo();
        cargo.args(["build", "--target", "wasm32-unknown-unknown"]);
        cargo.args(["--profile", self.profile, "--package", self.package]);
        cargo.args(
            self.cargo_features
                .iter()
                .flat_map(|name| ["--features", name]),
        );
        cargo.env("CARGO_ENCODED_RUSTFLAGS", without_local_paths(tools));
        run_logged(&mut cargo, log)?;
        match self.goal {
            Goal::Size => self.cut_panics(tools, log),
            Goal::Speed => Ok(()),
        }
    }

    /// Nobody reads what a panic of a small module says; that it has ended is told.
    fn cut_panics(&self, tools: &Tools, log: &Path) -> Result<(), ProcessError> {
        let mut cut_panics = tools.command(tools.cut_panics());
        cut_panics.arg(self.compiled_by_cargo(tools));
        cut_panics.arg(self.compiled(tools));
        run_logged(&mut cut_panics, log)
    }

    fn write_glue(&self, tools: &Tools, log: &Path) -> Result<(), ProcessError> {
        let mut bindgen = tools.command(tools.wasm_bindgen());
        bindgen.args(self.bindgen_options).args([
            "--remove-name-section",
            "--out-name",
            self.out_name,
        ]);
        bindgen
            .arg("--out-dir")
            .arg(tools.workspace().path(self.out_folder));
        bindgen.arg(self.compiled(tools));
        run_logged(&mut bindgen, log)
    }

    fn shrink(&self, tools: &Tools, log: &Path) -> Result<(), BuildError> {
        let module = self.path(tools);
        let shrunk = module.with_extension("shrunk");
        let mut wasm_opt = tools.package_program("wasm-opt");
        wasm_opt.arg(&module).arg("-o").arg(&shrunk);
        wasm_opt.args(self.goal.passes());
        wasm_opt.args(["--strip-debug", "--strip-producers"]);
        wasm_opt.args(FEATURES).args(self.extra_features);
        run_logged(&mut wasm_opt, log)?;
        fs::rename(&shrunk, &module).map_err(|source| BuildError::Write {
            path: module,
            source,
        })
    }
}

/// Flags, in cargo's encoding, that keep the folders of this machine out of panic messages and so
/// out of what we ship; the bytes then do not depend on who built them either.
fn without_local_paths(tools: &Tools) -> OsString {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    // Of SHA-256 the rolled form, which is a tenth of the size: little is hashed anywhere.
    let mut flags = OsString::from("--cfg=sha2_backend_soft=\"compact\"\u{1f}--remap-path-prefix=");
    flags.push(tools.workspace().path(""));
    flags.push("=");
    if let Some(cargo_home) = cargo_home {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(cargo_home);
        flags.push("=cargo");
    }
    flags
}
