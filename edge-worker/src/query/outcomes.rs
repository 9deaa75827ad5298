//! What became of what was sent to a project.

use serde::Serialize;
use worker::{Request, Response};

use crate::accounting::MINUTE_MS;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::storage::OutcomeRow;
use crate::{answer, clock, limits};

#[derive(Debug, Serialize)]
struct OutcomeList {
    outcomes: Vec<OutcomeRow>,
}

/// `GET /api/outcomes?project=…&from_ms=…&to_ms=…`: counts by minute, the newest first; of the last
/// hour unless the query says otherwise. Without a project: of items whose key named none.
pub(super) async fn outcomes(request: &Request, edge: &Bindings) -> Result<Response, ApiError> {
    let url = request.url()?;
    let (mut project, mut to_ms) = (String::new(), clock::now_ms());
    let mut from_ms = to_ms.saturating_sub(limits::OUTCOMES_SHOWN_MS);
    for (field, value) in url.query_pairs() {
        match field.as_ref() {
            "project" => project = value.into_owned(),
            "from_ms" => from_ms = time(&value, "from_ms")?,
            "to_ms" => to_ms = time(&value, "to_ms")?,
            _ => {}
        }
    }
    let minutes = from_ms / MINUTE_MS..to_ms / MINUTE_MS + 1;
    let index = edge.index().await?;
    let outcomes = index
        .outcomes(&project, minutes, limits::OUTCOMES_PER_ANSWER_MAX)
        .await?;
    answer::json(200, &OutcomeList { outcomes })
}

fn time(value: &str, field: &'static str) -> Result<u64, ApiError> {
    value.parse().map_err(|_| ApiError::InvalidRequest {
        field,
        problem: "a time is milliseconds since the Unix epoch",
        limit: None,
    })
}
