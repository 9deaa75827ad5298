//! Whose pages may use a key.

use worker::Url;

use crate::error::ApiError;
use crate::limits;

/// One origin, as a browser names it; or every subdomain of a host, with `*.` in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OriginPattern<'a> {
    text: &'a str,
}

impl<'a> OriginPattern<'a> {
    /// `None` if no page can have such an origin.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let origin = text.replacen("://*.", "://", 1);
        let url = Url::parse(&origin).ok()?;
        let is_web = matches!(url.scheme(), "http" | "https");
        let is_origin = is_web && !origin.contains('*');
        (is_origin && url.origin().ascii_serialization() == origin).then_some(Self { text })
    }

    /// Whether a text is a pattern that means pages of this origin. Only one that matches is parsed, as
    /// this is asked with every request.
    pub(crate) fn allows(text: &'a str, origin: &str) -> bool {
        Self { text }.matches(origin) && Self::parse(text).is_some()
    }

    fn matches(self, origin: &str) -> bool {
        let Some((scheme, host)) = self.text.split_once("*.") else {
            return self.text == origin;
        };
        let subdomain = origin
            .strip_prefix(scheme)
            .and_then(|rest| rest.strip_suffix(host))
            .and_then(|rest| rest.strip_suffix('.'));
        let is_label =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
        subdomain.is_some_and(|name| !name.is_empty() && name.bytes().all(is_label))
    }

    /// Whether exactly one origin is meant.
    pub(crate) fn is_exact(self) -> bool {
        !self.text.contains('*')
    }
}

/// Refuses a list with anything that is no origin, and one that is too long.
pub(super) fn check(origins: &[String]) -> Result<(), ApiError> {
    if origins.len() > limits::ALLOWED_ORIGINS_MAX {
        return Err(ApiError::InvalidRequest {
            field: "allowed_origins",
            problem: "these are too many origins for one key",
            limit: Some(limits::ALLOWED_ORIGINS_MAX as u64),
        });
    }
    let is_origin = |origin: &String| {
        origin.len() <= limits::ORIGIN_BYTES_MAX && OriginPattern::parse(origin).is_some()
    };
    if origins.iter().all(is_origin) {
        return Ok(());
    }
    Err(ApiError::InvalidRequest {
        field: "allowed_origins",
        problem: "an origin is like https://shop.example or https://*.shop.example, without a path",
        limit: Some(limits::ORIGIN_BYTES_MAX as u64),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, origin: &str) -> bool {
        OriginPattern::parse(pattern).unwrap().matches(origin)
    }

    #[test]
    fn an_origin_means_itself_only() {
        assert!(matches("https://shop.example", "https://shop.example"));
        for other in [
            "http://shop.example",
            "https://www.shop.example",
            "https://shop.example:8443",
            "https://shop.example.evil",
        ] {
            assert!(!matches("https://shop.example", other), "{other}");
        }
    }

    #[test]
    fn a_star_means_every_subdomain_and_nothing_else() {
        for origin in ["https://www.shop.example", "https://a.b.shop.example"] {
            assert!(matches("https://*.shop.example", origin), "{origin}");
        }
        for other in [
            "https://shop.example",
            "https://.shop.example",
            "https://evilshop.example",
            "http://www.shop.example",
            "https://www.shop.example:8443",
            "https://evil.example/.shop.example",
            "https://evil.example?.shop.example",
            "https://user@www.shop.example",
            "null",
        ] {
            assert!(!matches("https://*.shop.example", other), "{other}");
        }
        assert!(matches(
            "http://*.localhost:4000",
            "http://a.localhost:4000"
        ));
    }

    #[test]
    fn what_no_page_can_have_is_no_origin() {
        for other in [
            "",
            "*",
            "null",
            "shop.example",
            "https://shop.example/",
            "https://SHOP.example",
            "https://shop.example:443",
            "file://",
            "https://*",
            "https://shop.*",
            "https://a.*.example",
            "https://*.*.example",
            "ftp://shop.example",
        ] {
            assert_eq!(OriginPattern::parse(other), None, "{other}");
        }
    }
}
