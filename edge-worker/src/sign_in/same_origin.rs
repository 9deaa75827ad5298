//! Requests that change something must come from the dashboard itself.
//!
//! The cookie is `SameSite=Strict` already; but another port or a subdomain is the same *site*, and
//! only the `Origin` header tells them apart. Programs send none.

use crate::error::ApiError;

/// Refuses a request whose origin is not the edge's own.
pub(crate) fn check_same_origin(origin: Option<&str>, own_origin: &str) -> Result<(), ApiError> {
    match origin {
        Some(origin) if origin != own_origin => Err(ApiError::WrongOrigin),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_origin_or_none_may_change_anything() {
        let own = "http://localhost:8787";
        assert!(check_same_origin(None, own).is_ok());
        assert!(check_same_origin(Some(own), own).is_ok());
        for other in [
            "http://localhost:4000",
            "https://localhost:8787",
            "null",
            "",
        ] {
            assert!(check_same_origin(Some(other), own).is_err(), "{other}");
        }
    }
}
