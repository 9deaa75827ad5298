//! Short names for what a module and its glue call each other: those that wasm-bindgen gives hold
//! hashes, which do not compress.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::BuildError;
use super::part::write;
use super::web_assembly::FEATURES;
use crate::process::read_stdout;
use crate::setup::Tools;

/// What `wasm-opt` says it has renamed.
#[derive(Debug, Deserialize)]
struct Renamed {
    /// The module, the name in it, and the short one; all are of the module `a` afterwards.
    imports: Vec<[String; 3]>,
    exports: Vec<[String; 2]>,
}

/// Renames imports and exports in a module and its glue.
pub(super) fn give(tools: &Tools, module: &Path, glue: &PathBuf) -> Result<(), BuildError> {
    let mut wasm_opt = tools.package_program("wasm-opt");
    wasm_opt.arg(module).arg("-o").arg(module).args(FEATURES);
    wasm_opt.arg("--minify-imports-and-exports-and-modules");
    let renamed = read_stdout(&mut wasm_opt)?;
    let renamed: Renamed =
        serde_json::from_str(&renamed).map_err(|source| BuildError::ShortNames { source })?;
    let text = fs::read_to_string(glue).map_err(|source| BuildError::Read {
        path: glue.clone(),
        source,
    })?;
    write(glue, &renamed.within(text))
}

impl Renamed {
    fn within(self, mut glue: String) -> String {
        let mut names = Vec::new();
        for [module, name, short] in self.imports {
            names.push((format!("{name}: "), format!("{short}: ")));
            names.push((format!("\"{module}\": "), "\"a\": ".to_owned()));
        }
        for [name, short] in self.exports {
            names.push((format!("wasm.{name}"), format!("wasm.{short}")));
        }
        // A name may begin with another one.
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        for (name, short) in names {
            glue = glue.replace(&name, &short);
        }
        glue
    }
}

#[cfg(test)]
mod tests {
    use super::Renamed;

    #[test]
    fn the_glue_follows_the_module() {
        let renamed = r#"{
            "imports": [["./core.js", "__wbg_now_00ff", "b"]],
            "exports": [["core_capture", "c"], ["core_captureBitmap", "d"], ["memory", "e"]]
        }"#;
        let glue = "{ __wbg_now_00ff: function() {} }; { \"./core.js\": import0 }; \
             wasm.core_capture(wasm.memory); wasm.core_captureBitmap();";
        let renamed: Renamed = serde_json::from_str(renamed).unwrap();
        assert_eq!(
            renamed.within(glue.to_owned()),
            "{ b: function() {} }; { \"a\": import0 }; wasm.c(wasm.e); wasm.d();"
        );
    }
}
