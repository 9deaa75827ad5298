//! What a batch tells of its session, as the edge passes it to the session object.

use serde::{Deserialize, Serialize};
use wire_format::BatchHeader;
use wire_format::summary::BatchSummary;

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
    pub(crate) first_url: Option<String>,
    pub(crate) user_id: Option<String>,
    pub(crate) user_agent: String,
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
            first_url: cut(&summary.first_url, limits::INDEXED_URL_BYTES_MAX),
            user_id: cut(&summary.user_id, limits::INDEXED_USER_ID_BYTES_MAX),
            user_agent: self::cut(&sender.user_agent, limits::INDEXED_USER_AGENT_BYTES_MAX),
            previous_id: summary.previous_session.as_ref().map(ToString::to_string),
        }
    }
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
            first_url: None,
            user_id: None,
            user_agent: "browser".to_owned(),
            previous_id: None,
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
