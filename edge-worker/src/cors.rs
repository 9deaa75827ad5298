//! Which headers let a page of another origin read the answers of the ingest routes.
//!
//! The origin is always echoed, also where the request is refused: a recorder must be able to read
//! why. That gives nothing away, as these routes use no cookie and answer nothing but a status, and
//! settings to those who may have them.

/// How long a browser may remember a preflight, in seconds: 24 hours, the most any of them accepts.
const PREFLIGHT_MAX_AGE_S: &str = "86400";

/// A header of an answer.
pub(crate) type Header = (&'static str, String);

/// The headers of every answer below `/v1`, whatever its status.
pub(crate) fn headers(origin: Option<&str>) -> Vec<Header> {
    let mut headers = vec![("vary", "Origin".to_owned())];
    if let Some(origin) = origin {
        headers.push(("access-control-allow-origin", origin.to_owned()));
        headers.push(("access-control-expose-headers", "Retry-After".to_owned()));
    }
    headers
}

/// What a preflight is told beside [`headers`]. Recorders need none; other senders may.
pub(crate) fn preflight_headers() -> Vec<Header> {
    vec![
        ("access-control-allow-methods", "POST".to_owned()),
        ("access-control-allow-headers", "content-type".to_owned()),
        ("access-control-max-age", PREFLIGHT_MAX_AGE_S.to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_echoed_and_caches_are_told_so() {
        let headers = headers(Some("https://shop.example"));
        assert!(headers.contains(&(
            "access-control-allow-origin",
            "https://shop.example".to_owned()
        )));
        assert!(headers.contains(&("vary", "Origin".to_owned())));
    }

    #[test]
    fn without_an_origin_caches_are_still_told_that_it_matters() {
        assert_eq!(headers(None), [("vary", "Origin".to_owned())]);
    }
}
