//! Random texts that nobody can guess.

use std::fs::File;
use std::io::{self, Read};

use crate::limits;

/// A secret for people: in groups, so that it can be copied by hand.
pub(crate) fn generate() -> io::Result<String> {
    let groups: Vec<String> = random::<{ limits::SECRET_BYTES }>()?
        .chunks(3)
        .map(hexadecimal)
        .collect();
    Ok(groups.join("-"))
}

/// A secret for programs.
pub(crate) fn generate_long() -> io::Result<String> {
    Ok(hexadecimal(&random::<{ limits::LONG_SECRET_BYTES }>()?))
}

fn random<const LENGTH: usize>() -> io::Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
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
