//! Whether files changed, told by their content: dates change with every checkout.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Folders below an input that are made from it, or fetched.
const NOT_SOURCE: [&str; 6] = [
    ".wrangler",
    "build",
    "dist",
    "node_modules",
    "pkg",
    "target",
];

/// A short text that is equal only for equal names and contents of all files in and below `inputs`.
///
/// A missing input counts as an empty one, so that its appearance is noticed.
pub(super) fn fingerprint(inputs: &[PathBuf]) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        add(input, &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    path.hash(hasher);
    if path.is_dir() {
        for entry in source_entries(path)? {
            add(&entry, hasher)?;
        }
        return Ok(());
    }
    match fs::read(path) {
        Ok(content) => content.hash(hasher),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

fn source_entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_source = !NOT_SOURCE.iter().any(|name| entry.file_name() == *name);
        if is_source {
            entries.push(entry.path());
        }
    }
    entries.sort();
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::fingerprint;

    /// A folder that is removed with the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(path.join("src")).unwrap();
            fs::write(path.join("src/a"), "one").unwrap();
            Self(path)
        }

        fn fingerprint(&self) -> String {
            fingerprint(std::slice::from_ref(&self.0)).unwrap()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn changes_with_content_and_names_only() {
        let folder = Folder::new("content");
        let before = folder.fingerprint();
        fs::write(folder.0.join("src/a"), "one").unwrap();
        assert_eq!(folder.fingerprint(), before);
        fs::write(folder.0.join("src/a"), "two").unwrap();
        let edited = folder.fingerprint();
        assert_ne!(edited, before);
        fs::rename(folder.0.join("src/a"), folder.0.join("src/b")).unwrap();
        assert_ne!(folder.fingerprint(), edited);
    }

    #[test]
    fn ignores_what_is_made_from_the_input() {
        let folder = Folder::new("made");
        let before = folder.fingerprint();
        fs::create_dir(folder.0.join("dist")).unwrap();
        fs::write(folder.0.join("dist/index.js"), "").unwrap();
        assert_eq!(folder.fingerprint(), before);
    }

    #[test]
    fn an_input_that_is_a_product_itself_counts() {
        let folder = Folder::new("product");
        fs::create_dir(folder.0.join("dist")).unwrap();
        let product = [folder.0.join("dist")];
        let before = fingerprint(&product).unwrap();
        fs::write(folder.0.join("dist/index.js"), "").unwrap();
        assert_ne!(fingerprint(&product).unwrap(), before);
    }
}
