//! Where a page of sessions ended, as a text that means nothing to its holder:
//! `<started_at_ms>.<session id>.<project id>`.

use wire_format::SessionId;

use crate::storage::SessionPosition;

/// Beyond 2⁵³ the index would compare another number than was written.
const MAX_EXACT_MS: u64 = 1 << 53;

/// The text that leads to the page after this position.
pub(super) fn encode(last: &SessionPosition) -> String {
    format!("{}.{}.{}", last.started_at_ms, last.id, last.project_id)
}

/// The position a text stands for; `None` if it is no cursor of ours.
pub(super) fn decode(text: &str) -> Option<SessionPosition> {
    let (started_at_ms, rest) = text.split_once('.')?;
    let (id, project_id) = rest.split_once('.')?;
    let started_at_ms = started_at_ms
        .parse()
        .ok()
        .filter(|time| *time <= MAX_EXACT_MS)?;
    let id: SessionId = id.parse().ok()?;
    Some(SessionPosition {
        started_at_ms,
        id: id.to_string(),
        project_id: project_id.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

    #[test]
    fn a_cursor_leads_to_where_it_was_made() {
        let position = SessionPosition {
            started_at_ms: 1_800_000_000_000,
            id: ID.to_owned(),
            project_id: "shop.example".to_owned(),
        };
        let text = format!("1800000000000.{ID}.shop.example");
        assert_eq!(encode(&position), text);
        assert_eq!(decode(&text), Some(position));
    }

    #[test]
    fn anything_else_is_no_cursor() {
        for text in [
            "",
            "..",
            "1",
            &format!("1.{ID}"),
            &format!(".{ID}.demo"),
            &format!("-1.{ID}.demo"),
            "1.x.demo",
            &format!("99999999999999999.{ID}.demo"),
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
