//! What a batch tells of its session, as the edge passes it to the session object.

use serde::{Deserialize, Serialize};
use wire_format::BatchHeader;
use wire_format::summary::BatchSummary;

use super::runs::Runs;
use crate::ingest::Sender;
use crate::limits;

/// The facts of one batch. Texts are cut to what the index keeps of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct BatchFacts {
    pub(crate) project_id: String,
    pub(crate) session_id: String,
    pub(crate) place: BatchPlace,
    pub(crate) ended_at_ms: u64,
    pub(crate) records: u64,
    pub(crate) size_bytes: u64,
    pub(crate) views: u64,
    pub(crate) clicks: u64,
    pub(crate) errors: u64,
    pub(crate) rage_clicks: u64,
    pub(crate) failed_requests: u64,
    /// When the visitor was active, in units of `ACTIVE_SLOT_MS`.
    pub(crate) active_slots: Runs,
    pub(crate) first_url: Option<String>,
    pub(crate) last_url: Option<String>,
    pub(crate) user_id: Option<String>,
    /// A JSON object.
    pub(crate) user_traits: Option<String>,
    pub(crate) user_agent: String,
    pub(crate) country: Option<String>,
    pub(crate) previous_id: Option<String>,
}

/// Where a batch stands among those of its session: by time, then by what makes it unique. Places
/// are ordered the same way whatever the order in which the batches arrive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct BatchPlace {
    pub(crate) started_at_ms: u64,
    pub(crate) window_id: String,
    pub(crate) view_id: String,
    pub(crate) batch_index: u32,
}

impl BatchFacts {
    pub(crate) fn of(
        header: &BatchHeader,
        summary: &BatchSummary,
        size_bytes: usize,
        sender: &Sender,
    ) -> Self {
        let cut = |text: &Option<String>, bytes| text.as_deref().map(|text| cut(text, bytes));
        Self {
            project_id: sender.project_id.clone(),
            session_id: header.session.to_string(),
            place: BatchPlace {
                started_at_ms: header.started_at_ms,
                window_id: header.window.to_string(),
                view_id: header.view.to_string(),
                batch_index: header.batch_index,
            },
            ended_at_ms: header.ended_at_ms,
            records: u64::from(header.record_count),
            size_bytes: size_bytes as u64,
            views: u64::from(summary.view_count),
            clicks: u64::from(summary.click_count),
            errors: u64::from(summary.error_count),
            rage_clicks: u64::from(summary.rage_click_count),
            failed_requests: u64::from(summary.failed_request_count),
            active_slots: summary.active_slots.iter().copied().collect(),
            first_url: cut(&summary.first_url, limits::INDEXED_URL_BYTES_MAX),
            last_url: cut(&summary.last_url, limits::INDEXED_URL_BYTES_MAX),
            user_id: cut(&summary.user_id, limits::INDEXED_USER_ID_BYTES_MAX),
            user_traits: summary.traits_json.as_deref().and_then(traits),
            user_agent: self::cut(&sender.user_agent, limits::INDEXED_USER_AGENT_BYTES_MAX),
            country: sender.country.clone(),
            previous_id: summary.previous_session.as_ref().map(ToString::to_string),
        }
    }
}

/// Traits as the index keeps them; `None` if they are no object, or too long: cut off they would be no
/// JSON any more.
fn traits(json: &str) -> Option<String> {
    let traits: serde_json::Map<_, _> = serde_json::from_str(json).ok()?;
    let json = serde_json::to_string(&traits).ok()?;
    (!traits.is_empty() && json.len() <= limits::INDEXED_TRAITS_BYTES_MAX).then_some(json)
}

/// The beginning of a text, not longer than the limit and not ending within a character.
fn cut(text: &str, bytes_max: usize) -> String {
    text.get(..text.floor_char_boundary(bytes_max))
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A batch of a visit, with one click and two failed requests in it.
    pub(in crate::session_object) fn batch(batch_index: u32) -> BatchFacts {
        BatchFacts {
            project_id: "demo".to_owned(),
            session_id: "s".to_owned(),
            place: BatchPlace {
                started_at_ms: 1_000,
                window_id: "w".to_owned(),
                view_id: "v".to_owned(),
                batch_index,
            },
            ended_at_ms: 1_010,
            records: 5,
            size_bytes: 100,
            views: 0,
            clicks: 1,
            errors: 0,
            rage_clicks: 0,
            failed_requests: 0,
            active_slots: [batch_index].into_iter().collect(),
            first_url: None,
            last_url: None,
            user_id: None,
            user_traits: None,
            user_agent: "browser".to_owned(),
            country: None,
            previous_id: None,
        }
    }

    #[test]
    fn traits_are_an_object_of_some_length() {
        assert_eq!(
            traits(r#"{ "plan": "pro" }"#).as_deref(),
            Some(r#"{"plan":"pro"}"#)
        );
        let long = "x".repeat(limits::INDEXED_TRAITS_BYTES_MAX);
        for json in [
            "",
            "{",
            "null",
            "[1]",
            "{}",
            &format!(r#"{{"a":"{long}"}}"#),
        ] {
            assert_eq!(traits(json), None, "{json}");
        }
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(cut("straße", 5), "stra");
        assert_eq!(cut("straße", 6), "straß");
        assert_eq!(cut("straße", 100), "straße");
        assert_eq!(cut("", 0), "");
    }
}
