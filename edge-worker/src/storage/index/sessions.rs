//! The row of each session: written by its session object, read by the dashboard.

use serde::{Deserialize, Serialize, Serializer};

use super::session_search::SessionPosition;
use crate::storage::database::Statement;
use crate::storage::{Index, StorageError};

/// A session as the index has it and as the API says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SessionRow {
    pub(crate) id: String,
    /// The session that had run out when this one began.
    pub(crate) previous_id: Option<String>,
    #[serde(skip_serializing)]
    pub(crate) project_id: String,
    pub(crate) started_at_ms: u64,
    pub(crate) ended_at_ms: u64,
    /// How long the visitor was active, in whichever tab.
    pub(crate) active_ms: u64,
    pub(crate) entry_url: String,
    /// The last address.
    pub(crate) exit_url: String,
    pub(crate) user_id: Option<String>,
    /// What the page's author said of the visitor: a JSON object.
    #[serde(serialize_with = "as_json")]
    pub(crate) user_traits: Option<String>,
    /// The code of a country, as in ISO 3166-1, where the platform tells it.
    pub(crate) country: Option<String>,
    pub(crate) browser: Option<String>,
    /// The major version.
    pub(crate) browser_version: Option<u32>,
    pub(crate) os: Option<String>,
    /// `desktop`, `phone`, `tablet` or `bot`.
    pub(crate) device: Option<String>,
    pub(crate) views: u64,
    pub(crate) clicks: u64,
    pub(crate) errors: u64,
    pub(crate) rage_clicks: u64,
    pub(crate) failed_requests: u64,
    pub(crate) batches: u64,
    /// Batches that have not arrived although later ones of the same view have.
    pub(crate) missing_batches: u64,
    pub(crate) records: u64,
    pub(crate) size_bytes: u64,
    pub(crate) user_agent: String,
}

fn as_json<S: Serializer>(json: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    let value: Option<serde_json::Value> = json
        .as_deref()
        .and_then(|json| serde_json::from_str(json).ok());
    value.serialize(serializer)
}

impl SessionRow {
    /// Where it stands in the list.
    pub(crate) fn position(&self) -> SessionPosition {
        SessionPosition {
            started_at_ms: self.started_at_ms,
            id: self.id.clone(),
            project_id: self.project_id.clone(),
        }
    }
}

/// What a session is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SessionName {
    pub(crate) project_id: String,
    pub(crate) id: String,
}

/// Values overwrite, they are never added up, so writing a row again is harmless. Two writes of the
/// same session can overtake each other on their way; the number of batches only grows and tells
/// which of them is the newer.
fn put() -> String {
    let values: Vec<_> = (1..=COLUMNS.len())
        .map(|number| format!("?{number}"))
        .collect();
    let updates: Vec<_> = COLUMNS
        .iter()
        .filter(|column| !KEY.contains(column))
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    format!(
        "insert into sessions ({}) values ({})
         on conflict ({}) do update set {}
         where excluded.batches > sessions.batches",
        COLUMNS.join(", "),
        values.join(", "),
        KEY.join(", "),
        updates.join(", "),
    )
}

const KEY: [&str; 2] = ["id", "project_id"];

pub(super) const COLUMNS: [&str; 25] = [
    "id",
    "project_id",
    "previous_id",
    "started_at_ms",
    "ended_at_ms",
    "active_ms",
    "entry_url",
    "exit_url",
    "user_id",
    "user_traits",
    "user_agent",
    "country",
    "browser",
    "browser_version",
    "os",
    "device",
    "views",
    "clicks",
    "errors",
    "rage_clicks",
    "failed_requests",
    "batches",
    "missing_batches",
    "records",
    "size_bytes",
];

impl Index {
    /// Writes the row of a session.
    pub(crate) async fn put_session(&self, row: &SessionRow) -> Result<(), StorageError> {
        let version = row.browser_version.map(u64::from);
        let values = [
            (&row.id).into(),
            (&row.project_id).into(),
            row.previous_id.as_ref().into(),
            row.started_at_ms.into(),
            row.ended_at_ms.into(),
            row.active_ms.into(),
            (&row.entry_url).into(),
            (&row.exit_url).into(),
            row.user_id.as_ref().into(),
            row.user_traits.as_ref().into(),
            (&row.user_agent).into(),
            row.country.as_ref().into(),
            row.browser.as_ref().into(),
            version.into(),
            row.os.as_ref().into(),
            row.device.as_ref().into(),
            row.views.into(),
            row.clicks.into(),
            row.errors.into(),
            row.rage_clicks.into(),
            row.failed_requests.into(),
            row.batches.into(),
            row.missing_batches.into(),
            row.records.into(),
            row.size_bytes.into(),
        ];
        self.run(put(), values).await
    }

    /// The session with this id.
    pub(crate) async fn session(&self, id: &str) -> Result<Option<SessionRow>, StorageError> {
        let columns = COLUMNS.join(", ");
        let sql =
            format!("select {columns} from sessions where id = ?1 order by project_id limit 1");
        self.first(Statement::new(sql, [id.into()])).await
    }

    /// Sessions of a visitor, up to so many.
    pub(crate) async fn sessions_of_user(
        &self,
        project_id: &str,
        user_id: &str,
        count_max: u32,
    ) -> Result<Vec<SessionName>, StorageError> {
        let sql = "select project_id, id from sessions where project_id = ?1 and user_id = ?2
            order by id limit ?3";
        let parameters = [
            project_id.into(),
            user_id.into(),
            u64::from(count_max).into(),
        ];
        self.all(Statement::new(sql, parameters)).await
    }

    /// The oldest sessions of a project that ended before this time, up to so many.
    pub(crate) async fn sessions_before(
        &self,
        project_id: &str,
        before_ms: u64,
        count_max: u32,
    ) -> Result<Vec<SessionName>, StorageError> {
        // No session ends before it begins, and the list is ordered by the beginning.
        let sql = "select project_id, id from sessions
            where started_at_ms < ?2 and ended_at_ms < ?2 and project_id = ?1
            order by started_at_ms limit ?3";
        let parameters = [
            project_id.into(),
            before_ms.into(),
            u64::from(count_max).into(),
        ];
        self.all(Statement::new(sql, parameters)).await
    }

    /// Removes the row of a session; one that is not there is removed.
    pub(crate) async fn delete_session(
        &self,
        project_id: &str,
        id: &str,
    ) -> Result<(), StorageError> {
        let sql = "delete from sessions where id = ?2 and project_id = ?1";
        self.run(sql, [project_id.into(), id.into()]).await
    }
}
