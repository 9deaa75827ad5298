//! Which page of the list of sessions is asked for.

use crate::error::ApiError;
use crate::limits;
use crate::query::cursor;
use crate::storage::SessionPosition;

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) limit: u32,
    pub(super) before: Option<SessionPosition>,
}

impl Page {
    /// Reads `limit` and `before`; other fields mean nothing.
    pub(super) fn parse<'a>(
        fields: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, ApiError> {
        let mut page = Self {
            limit: limits::SESSIONS_PER_PAGE,
            before: None,
        };
        for (name, value) in fields {
            match name {
                "limit" => page.limit = parse_limit(value)?,
                "before" => page.before = Some(cursor::decode(value).ok_or_else(invalid_cursor)?),
                _ => {}
            }
        }
        Ok(page)
    }
}

fn parse_limit(value: &str) -> Result<u32, ApiError> {
    let limit = value
        .parse()
        .ok()
        .filter(|limit| (1..=limits::SESSIONS_PER_PAGE_MAX).contains(limit));
    limit.ok_or(ApiError::InvalidRequest {
        field: "limit",
        problem: "limit is a number from 1 to 100",
        limit: Some(limits::SESSIONS_PER_PAGE_MAX as u64),
    })
}

fn invalid_cursor() -> ApiError {
    ApiError::InvalidRequest {
        field: "before",
        problem: "before is not the \"next\" of an earlier page",
        limit: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(query: &[(&'static str, &'static str)]) -> Result<Page, ApiError> {
        Page::parse(query.iter().copied())
    }

    #[test]
    fn a_query_that_says_nothing_asks_for_the_newest() {
        assert_eq!(
            parse(&[]).unwrap(),
            Page {
                limit: 50,
                before: None
            }
        );
    }

    #[test]
    fn a_page_holds_one_to_a_hundred_sessions() {
        assert_eq!(parse(&[("limit", "100")]).unwrap().limit, 100);
        for limit in ["0", "101", "-1", "", "ten"] {
            assert!(parse(&[("limit", limit)]).is_err(), "{limit}");
        }
    }

    #[test]
    fn a_cursor_that_was_not_given_out_is_refused() {
        assert!(parse(&[("before", "yesterday")]).is_err());
    }
}
