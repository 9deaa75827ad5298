//! What a package.json says, as far as the commands need it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// One npm package of the project.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NpmManifest {
    pub(crate) name: String,
    pub(crate) scripts: BTreeMap<String, String>,
    workspaces: Vec<String>,
}

impl NpmManifest {
    /// Reads the package.json of a folder.
    pub(crate) fn read(folder: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(folder.join("package.json"))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// The folders of the workspaces below `folder`, sorted. Only names and a last `*` are
    /// understood.
    pub(crate) fn workspace_folders(&self, folder: &Path) -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> = Vec::new();
        for pattern in &self.workspaces {
            match pattern.strip_suffix("/*") {
                Some(parent) => {
                    let members = fs::read_dir(folder.join(parent))
                        .into_iter()
                        .flatten()
                        .flatten();
                    found.extend(members.map(|member| member.path()));
                }
                None => found.push(folder.join(pattern)),
            }
        }
        found.retain(|member| member.join("package.json").is_file());
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::NpmManifest;

    #[test]
    fn reads_scripts_and_ignores_the_rest() {
        let manifest: NpmManifest =
            serde_json::from_str(r#"{"name":"a","private":true,"scripts":{"test":"node --test"}}"#)
                .unwrap();
        assert_eq!(manifest.name, "a");
        assert!(manifest.scripts.contains_key("test"));
    }
}
