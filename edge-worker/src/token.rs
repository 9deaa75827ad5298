//! Secrets: 256 random bits, known to whoever was given them. The edge keeps their hash.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::error::ApiError;

const TOKEN_BYTES: usize = 32;

/// A fresh token, as hexadecimal text.
pub(crate) fn generate() -> Result<String, ApiError> {
    let mut bytes = [0; TOKEN_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| ApiError::Internal(error.to_string()))?;
    Ok(hexadecimal(&bytes))
}

/// Under what a token is stored.
pub(crate) fn sha256(token: &str) -> String {
    hexadecimal(&Sha256::digest(token))
}

/// Whether two secrets are the same, in a time that tells nothing of where or whether they differ.
pub(crate) fn are_equal(one: &str, other: &str) -> bool {
    // Hashes have the same length, whatever the secrets have.
    Sha256::digest(one)
        .as_slice()
        .ct_eq(Sha256::digest(other).as_slice())
        .into()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_and_never_the_same() {
        let (one, other) = (generate().unwrap(), generate().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, other);
    }

    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(
            sha256("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn secrets_are_equal_only_to_themselves() {
        assert!(are_equal("token", "token"));
        assert!(!are_equal("token", "token "));
        assert!(!are_equal("token", ""));
    }
}
