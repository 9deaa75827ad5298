//! Hashing passwords, with Argon2id.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::error::ApiError;
use crate::limits;

/// A hash of no password anyone has. Comparing with it takes as long as with a real one, so that
/// the time of an answer does not tell whether an account exists.
const NOBODYS_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$bW9uaXRvcm1lLW5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The hash to store, with its parameters and a fresh salt, in the PHC string format.
pub(super) fn hash(password: &str) -> Result<String, ApiError> {
    let hash = argon2()?
        .hash_password(password.as_bytes())
        .map_err(failed)?;
    Ok(hash.to_string())
}

/// Whether the password is the one that was hashed. Without a hash the answer is no, and takes as
/// long.
pub(super) fn verify(password: &str, stored_hash: Option<&str>) -> Result<bool, ApiError> {
    let parsed = PasswordHash::new(stored_hash.unwrap_or(NOBODYS_HASH)).map_err(failed)?;
    let is_right = argon2()?
        .verify_password(password.as_bytes(), &parsed)
        .is_ok();
    Ok(is_right && stored_hash.is_some())
}

fn argon2() -> Result<Argon2<'static>, ApiError> {
    let params = Params::new(
        limits::PASSWORD_HASH_MEMORY_KIB,
        limits::PASSWORD_HASH_PASSES,
        limits::PASSWORD_HASH_LANES,
        None,
    );
    Ok(Argon2::new(
        Algorithm::Argon2id,
        Version::V0x13,
        params.map_err(failed)?,
    ))
}

fn failed(error: impl std::fmt::Display) -> ApiError {
    ApiError::Internal(format!("hashing a password: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_recognized_by_its_hash() {
        let stored = hash("correct horse battery").unwrap();
        assert!(verify("correct horse battery", Some(&stored)).unwrap());
        assert!(!verify("correct horse batterx", Some(&stored)).unwrap());
    }

    #[test]
    fn the_same_password_is_hashed_differently_each_time() {
        assert_ne!(
            hash("correct horse battery").unwrap(),
            hash("correct horse battery").unwrap()
        );
    }

    #[test]
    fn nobody_has_a_password_and_finding_that_out_costs_a_real_hash() {
        assert!(!verify("", None).unwrap());
        let real = hash("correct horse battery").unwrap();
        let parameters = |hash: &str| hash.split('$').nth(3).unwrap().to_owned();
        assert_eq!(parameters(NOBODYS_HASH), parameters(&real));
        assert_eq!(NOBODYS_HASH.len(), real.len());
    }
}
