//! Secrets: 256 random bits, known to whoever was given them. The edge keeps their [hash](crate::hash).

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::error::ApiError;
use crate::hash::hexadecimal;

const TOKEN_BYTES: usize = 32;

/// A fresh token, as hexadecimal text.
pub(crate) fn generate() -> Result<String, ApiError> {
    let mut bytes = [0; TOKEN_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| ApiError::Internal(error.to_string()))?;
    Ok(hexadecimal(&bytes))
}

/// Whether two secrets are the same, in a time that tells nothing of where or whether they differ.
pub(crate) fn are_equal(one: &str, other: &str) -> bool {
    // Hashes have the same length, whatever the secrets have.
    Sha256::digest(one)
        .as_slice()
        .ct_eq(Sha256::digest(other).as_slice())
        .into()
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
    fn secrets_are_equal_only_to_themselves() {
        assert!(are_equal("token", "token"));
        assert!(!are_equal("token", "token "));
        assert!(!are_equal("token", ""));
    }
}
