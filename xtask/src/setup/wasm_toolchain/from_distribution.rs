//! A toolchain from the packages of Debian or Ubuntu, for machines where rustup may not download.

use std::path::PathBuf;

use super::layout::Layout;
use super::plan::OLDEST_COMPILER;
use super::standard_library;
use crate::console;
use crate::setup::distribution;
use crate::setup::error::SetupError;
use crate::workspace::Workspace;

/// The compiler, its cargo, its linter and the sources of its standard library; the linker comes on
/// top.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];

/// Installs the packages and builds the private toolchain from them.
pub(super) fn build(workspace: &Workspace, layout: &Layout) -> Result<(), SetupError> {
    console::note(
        "the compiler lacks the standard library for WebAssembly and rustup cannot fetch it: \
         building it once from the distribution's sources, into .toolchain/wasm",
    );
    let offered = distribution::offered_version(workspace, "rustc-web", OLDEST_COMPILER);
    if offered < Some(OLDEST_COMPILER) {
        let found = offered.map_or_else(|| "no version".to_owned(), |version| version.to_string());
        return Err(SetupError::DistributionCompilerTooOld {
            found,
            needed: OLDEST_COMPILER.to_string(),
        });
    }
    let llvm_version = llvm_version()?;
    let linker_package = format!("lld-{llvm_version}");
    let packages = [&PACKAGES[..], &[linker_package.as_str()]].concat();
    distribution::install(workspace, &packages, "a compiler for WebAssembly")?;
    let linker = PathBuf::from(format!("/usr/lib/llvm-{llvm_version}/bin/lld"));
    standard_library::build(workspace, layout, &linker)
}

/// The LLVM the compiler is built with: its linker reads everything the compiler writes.
fn llvm_version() -> Result<u32, SetupError> {
    let dependencies = distribution::dependencies("rust-web-llvm");
    find_llvm_version(&dependencies).ok_or(SetupError::NoLinker)
}

fn find_llvm_version(dependencies: &[String]) -> Option<u32> {
    dependencies
        .iter()
        .find_map(|name| name.strip_prefix("llvm-")?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::find_llvm_version;

    #[test]
    fn finds_the_llvm_among_the_dependencies() {
        let dependencies = ["libc6", "libgcc-s1", "llvm-22"].map(str::to_owned);
        assert_eq!(find_llvm_version(&dependencies), Some(22));
        assert_eq!(find_llvm_version(&[]), None);
    }
}
