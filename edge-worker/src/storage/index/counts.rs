//! Counts of what became of what was sent, and of how the edge is doing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

/// What is counted of items.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct OutcomeKey {
    /// Empty where the ingest key does not tell.
    pub(crate) project_id: String,
    /// Minutes since the Unix epoch.
    pub(crate) minute: u64,
    pub(crate) item: &'static str,
    pub(crate) outcome: &'static str,
    /// The code of an error; empty where there is none.
    pub(crate) reason: &'static str,
}

/// What is counted of the edge, as Prometheus writes it: `name{labels}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct MetricKey {
    pub(crate) name: &'static str,
    pub(crate) labels: String,
}

/// What has been counted and is not written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) outcomes: BTreeMap<OutcomeKey, u64>,
    pub(crate) metrics: BTreeMap<MetricKey, u64>,
}

/// How often something became of items within a minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OutcomeRow {
    pub(crate) project_id: String,
    pub(crate) minute: u64,
    pub(crate) item: String,
    pub(crate) outcome: String,
    pub(crate) reason: String,
    pub(crate) count: u64,
}

/// A metric, since the edge was made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct MetricRow {
    pub(crate) name: String,
    pub(crate) labels: String,
    pub(crate) value: u64,
}

#[derive(Serialize)]
struct Counted<'a, K> {
    #[serde(flatten)]
    key: &'a K,
    count: u64,
}

const ADD_OUTCOMES: &str = "
insert into outcomes (project_id, minute, item, outcome, reason, count)
select value ->> 'project_id', cast(value ->> 'minute' as bigint), value ->> 'item',
  value ->> 'outcome', value ->> 'reason', cast(value ->> 'count' as bigint)
from json_each(?1) where true
on conflict (minute, project_id, item, outcome, reason)
do update set count = outcomes.count + excluded.count";

const ADD_METRICS: &str = "
insert into metrics (name, labels, value)
select value ->> 'name', value ->> 'labels', cast(value ->> 'count' as bigint)
from json_each(?1) where true
on conflict (name, labels) do update set value = metrics.value + excluded.value";

impl Index {
    /// Adds what has been counted, all of it or nothing.
    pub(crate) async fn add_counts(&self, counts: &Counts) -> Result<(), StorageError> {
        let statements = [
            Statement::new(ADD_OUTCOMES, [json(&counts.outcomes).as_str().into()]),
            Statement::new(ADD_METRICS, [json(&counts.metrics).as_str().into()]),
        ];
        self.database.run(&statements).await?;
        Ok(())
    }

    /// The outcomes of a project in a span of minutes, the newest first. An empty id is for items
    /// whose key does not tell the project.
    pub(crate) async fn outcomes(
        &self,
        project_id: &str,
        minutes: std::ops::Range<u64>,
        count_max: u32,
    ) -> Result<Vec<OutcomeRow>, StorageError> {
        let sql = "select project_id, minute, item, outcome, reason, count from outcomes
            where minute >= ?2 and minute < ?3 and project_id = ?1
            order by minute desc, item, outcome, reason limit ?4";
        let parameters = [
            project_id.into(),
            minutes.start.into(),
            minutes.end.into(),
            u64::from(count_max).into(),
        ];
        self.all(Statement::new(sql, parameters)).await
    }

    /// Forgets the outcomes of earlier minutes. Metrics go on counting them.
    pub(crate) async fn forget_outcomes(&self, before_minute: u64) -> Result<(), StorageError> {
        let sql = "delete from outcomes where minute < ?1";
        self.run(sql, [before_minute.into()]).await
    }

    /// All metrics, in the order of their names and labels. Outcomes are among them.
    pub(crate) async fn metrics(&self) -> Result<Vec<MetricRow>, StorageError> {
        let sql = "select name, labels, value from metrics order by name, labels";
        self.all(Statement::new(sql, [])).await
    }
}

fn json<K: Serialize>(counts: &BTreeMap<K, u64>) -> String {
    let counted: Vec<_> = counts
        .iter()
        .map(|(key, count)| Counted { key, count: *count })
        .collect();
    // None of it has a value that JSON cannot say.
    serde_json::to_string(&counted).unwrap_or_default()
}
