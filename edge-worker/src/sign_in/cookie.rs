//! The cookie that carries a sign-in's token.

use crate::limits;

const NAME: &str = "monitorme_sign_in";

/// Whether the browser and the edge talk over TLS. Only then may the cookie be marked `Secure`:
/// a browser would not send it back otherwise, and the demo runs on plain HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Connection {
    Encrypted,
    Plain,
}

impl Connection {
    pub(super) fn of_scheme(scheme: &str) -> Self {
        if scheme == "https" {
            Self::Encrypted
        } else {
            Self::Plain
        }
    }
}

/// The value of `Set-Cookie` that begins a sign-in.
pub(super) fn set(token: &str, connection: Connection) -> String {
    with_attributes(token, limits::SIGN_IN_MS / 1000, connection)
}

/// The value of `Set-Cookie` that ends a sign-in.
pub(super) fn clear(connection: Connection) -> String {
    with_attributes("", 0, connection)
}

/// The token in the `Cookie` header of a request.
pub(super) fn find(header: &str) -> Option<&str> {
    header
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == NAME).then_some(value))
        .filter(|token| !token.is_empty())
}

fn with_attributes(token: &str, max_age_s: u64, connection: Connection) -> String {
    let secure = match connection {
        Connection::Encrypted => "; Secure",
        Connection::Plain => "",
    };
    format!("{NAME}={token}; Path=/; Max-Age={max_age_s}; HttpOnly; SameSite=Strict{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_other_sites_cannot_use_the_cookie() {
        assert_eq!(
            set("abc", Connection::Encrypted),
            "monitorme_sign_in=abc; Path=/; Max-Age=1209600; HttpOnly; SameSite=Strict; Secure"
        );
        assert!(!set("abc", Connection::Plain).contains("Secure"));
    }

    #[test]
    fn a_cleared_cookie_is_gone_at_once_and_carries_nothing() {
        assert!(clear(Connection::Plain).starts_with("monitorme_sign_in=; Path=/; Max-Age=0;"));
    }

    #[test]
    fn the_token_is_found_among_other_cookies() {
        assert_eq!(find("theme=dark; monitorme_sign_in=abc; x=y"), Some("abc"));
        assert_eq!(find("monitorme_sign_in=abc"), Some("abc"));
        for header in [
            "",
            "theme=dark",
            "xmonitorme_sign_in=abc",
            "monitorme_sign_in",
            "monitorme_sign_in=",
        ] {
            assert_eq!(find(header), None, "{header}");
        }
    }
}
