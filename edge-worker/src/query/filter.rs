//! Which sessions are asked for.

use crate::error::ApiError;
use crate::storage::{SessionFilter, Trouble};

/// Reads all fields of a query but those of the page. A field that means nothing is refused, as whoever
/// mistypes one would take the answer for another.
pub(super) fn parse<'a>(
    fields: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<SessionFilter, ApiError> {
    let mut filter = SessionFilter::default();
    for (name, value) in fields {
        let text = || Some(value.to_owned());
        match name {
            "project" => filter.project_id = text(),
            "from_ms" => filter.from_ms = Some(number(value, "from_ms")?),
            "to_ms" => filter.to_ms = Some(number(value, "to_ms")?),
            "user" => filter.user_id = text(),
            "country" => filter.country = text(),
            "browser" => filter.browser = text(),
            "os" => filter.os = text(),
            "device" => filter.device = text(),
            "url" => filter.url = text(),
            "duration_ms_min" => filter.duration_ms_min = Some(number(value, "duration_ms_min")?),
            "has" => filter.troubles.push(trouble(value)?),
            "limit" | "before" => {}
            _ => {
                return Err(refusal(
                    "query",
                    "this address does not know one of the fields",
                ));
            }
        }
    }
    Ok(filter)
}

fn trouble(value: &str) -> Result<Trouble, ApiError> {
    match value {
        "errors" => Ok(Trouble::Errors),
        "failed_requests" => Ok(Trouble::FailedRequests),
        "rage_clicks" => Ok(Trouble::RageClicks),
        _ => Err(refusal(
            "has",
            "has is errors, failed_requests or rage_clicks",
        )),
    }
}

/// Beyond 2⁵³ the index would compare another number than was asked for.
fn number(value: &str, field: &'static str) -> Result<u64, ApiError> {
    let number = value.parse().ok().filter(|number| *number <= 1 << 53);
    number.ok_or_else(|| refusal(field, "it is a number of milliseconds"))
}

fn refusal(field: &'static str, problem: &'static str) -> ApiError {
    ApiError::InvalidRequest {
        field,
        problem,
        limit: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_that_says_nothing_asks_for_all() {
        assert_eq!(parse([].into_iter()).unwrap(), SessionFilter::default());
        let page = [("limit", "5"), ("before", "x")];
        assert_eq!(parse(page.into_iter()).unwrap(), SessionFilter::default());
    }

    #[test]
    fn a_query_may_ask_for_several_things_at_once() {
        let fields = [
            ("user", "ada@shop.example"),
            ("has", "errors"),
            ("has", "rage_clicks"),
            ("from_ms", "5"),
        ];
        let filter = parse(fields.into_iter()).unwrap();
        assert_eq!(filter.user_id.as_deref(), Some("ada@shop.example"));
        assert_eq!(filter.troubles, [Trouble::Errors, Trouble::RageClicks]);
        assert_eq!(filter.from_ms, Some(5));
    }

    #[test]
    fn what_means_nothing_is_refused() {
        for field in [
            ("usr", "ada"),
            ("has", "error"),
            ("from_ms", "yesterday"),
            ("to_ms", "-1"),
            ("duration_ms_min", "99999999999999999"),
        ] {
            assert!(parse([field].into_iter()).is_err(), "{field:?}");
        }
    }
}
