//! Secrets of a demo on this machine.

use std::fs::File;
use std::io::Read;

use super::error::DemoError;
use crate::limits;

/// A random text of digits and letters, in groups so that it can be copied by hand.
pub(super) fn generate() -> Result<String, DemoError> {
    let mut bytes = [0; limits::SECRET_BYTES];
    File::open("/dev/urandom")
        .and_then(|mut random| random.read_exact(&mut bytes))
        .map_err(DemoError::Random)?;
    let groups: Vec<String> = bytes
        .chunks(3)
        .map(|group| group.iter().map(|byte| format!("{byte:02x}")).collect())
        .collect();
    Ok(groups.join("-"))
}

#[cfg(test)]
mod tests {
    use super::generate;

    #[test]
    fn is_long_enough_and_never_the_same() {
        let secret = generate().unwrap();
        assert_eq!(secret.len(), "012345-6789ab-cdef01-234567".len());
        assert_ne!(secret, generate().unwrap());
    }
}
