//! Files that only the user who runs us may read.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

const OWNER_ONLY: u32 = 0o600;

/// Writes the file and the folders above it; a file that was there loses its wider permissions.
pub(crate) fn write(path: &Path, content: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options
        .create(true)
        .truncate(true)
        .write(true)
        .mode(OWNER_ONLY);
    let mut file = options.open(path)?;
    file.set_permissions(Permissions::from_mode(OWNER_ONLY))?;
    file.write_all(content.as_bytes())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::write;

    #[test]
    fn nobody_else_may_read_it_even_if_they_could_before() {
        let path = std::env::temp_dir().join(format!("xtask-private-{}", std::process::id()));
        fs::write(&path, "old").unwrap();
        write(&path, "secret").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "secret");
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        fs::remove_file(path).unwrap();
    }
}
