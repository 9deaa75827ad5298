//! E-mail addresses and new passwords, checked before anything is done with them.

use crate::error::ApiError;
use crate::limits;

/// An e-mail address in the form in which addresses are compared: without space around it and in
/// lower case. Whether mail reaches it is not the edge's business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Email(String);

impl Email {
    pub(super) fn parse(text: &str) -> Result<Self, ApiError> {
        let text = text.trim().to_lowercase();
        let has_two_parts = text
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
        if has_two_parts && text.len() <= limits::EMAIL_BYTES_MAX {
            return Ok(Self(text));
        }
        let limit = Some(limits::EMAIL_BYTES_MAX as u64);
        Err(ApiError::InvalidRequest {
            field: "email",
            problem: "this is not an e-mail address",
            limit,
        })
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a password may be chosen.
pub(super) fn check_new_password(password: &str) -> Result<(), ApiError> {
    let refused = |problem, limit: usize| {
        Err(ApiError::InvalidRequest {
            field: "password",
            problem,
            limit: Some(limit as u64),
        })
    };
    if password.chars().count() < limits::PASSWORD_CHARACTERS_MIN {
        return refused(
            "the password must have at least 12 characters",
            limits::PASSWORD_CHARACTERS_MIN,
        );
    }
    if password.len() > limits::PASSWORD_BYTES_MAX {
        return refused(
            "the password may have at most 1,024 bytes",
            limits::PASSWORD_BYTES_MAX,
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_address_is_the_same_however_it_is_typed() {
        assert_eq!(
            Email::parse(" Ada@Example.com ").unwrap(),
            Email::parse("ada@example.com").unwrap()
        );
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "ada",
            "@example.com",
            "ada@",
            &format!("{}@example.com", "a".repeat(254)),
        ] {
            assert!(Email::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_password_has_twelve_characters_whatever_their_size_in_bytes() {
        assert!(check_new_password("elevenchars").is_err());
        assert!(check_new_password("twelve chars").is_ok());
        assert!(check_new_password("ääääää").is_err());
        assert!(check_new_password(&"x".repeat(1025)).is_err());
    }
}
