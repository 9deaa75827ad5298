//! Whether package-lock.json answers what the package.json files ask for.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::npm_manifest::NpmManifest;

/// The parts of a package.json that a lock file repeats.
const REPEATED: [&str; 4] = [
    "dependencies",
    "devDependencies",
    "optionalDependencies",
    "peerDependencies",
];

/// Whether the lock file was made from the manifests as they are now.
pub(super) fn is_in_step(folder: &Path) -> bool {
    let Some(lock) = read_json(&folder.join("package-lock.json")) else {
        return false;
    };
    let members = NpmManifest::read(folder)
        .unwrap_or_default()
        .workspace_folders(folder);
    [folder.to_path_buf()].iter().chain(&members).all(|member| {
        let name_in_lock = member
            .strip_prefix(folder)
            .unwrap_or(member)
            .to_string_lossy();
        let manifest = read_json(&member.join("package.json"));
        asks_for_the_same(
            manifest.as_ref(),
            lock.pointer("/packages")
                .and_then(|all| all.get(&*name_in_lock)),
        )
    })
}

fn asks_for_the_same(manifest: Option<&Value>, locked: Option<&Value>) -> bool {
    let (Some(manifest), Some(locked)) = (manifest, locked) else {
        return false;
    };
    REPEATED
        .iter()
        .all(|part| dependencies(manifest, part) == dependencies(locked, part))
}

/// An empty table and none at all ask for the same.
fn dependencies<'json>(package: &'json Value, part: &str) -> Option<&'json Value> {
    package
        .get(part)
        .filter(|table| table.as_object().is_some_and(|entries| !entries.is_empty()))
}

fn read_json(path: &Path) -> Option<Value> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::asks_for_the_same;

    #[test]
    fn compares_what_is_asked_for_and_nothing_else() {
        let manifest = json!({"scripts": {"a": "b"}, "dependencies": {"react": "19.3.1"}, "devDependencies": {}});
        let locked = json!({"version": "0.1.0", "dependencies": {"react": "19.3.1"}});
        assert!(asks_for_the_same(Some(&manifest), Some(&locked)));
    }

    #[test]
    fn notices_an_edited_manifest() {
        let manifest = json!({"dependencies": {"react": "19.3.2"}});
        let locked = json!({"dependencies": {"react": "19.3.1"}});
        assert!(!asks_for_the_same(Some(&manifest), Some(&locked)));
    }

    #[test]
    fn notices_a_workspace_the_lock_file_does_not_know() {
        assert!(!asks_for_the_same(Some(&json!({})), None));
    }
}
