//! The list of sessions, newest first, and the search in it.
//!
//! A search goes through the list in its order, through so many sessions at a time: what nobody asks for by
//! an index of its own takes as long in a large index as in a small one, and who searches sees what has been
//! found so far.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::read;
use super::sessions::{COLUMNS, SessionRow};
use crate::limits::SESSIONS_SEARCHED_MAX;
use crate::storage::database::{Parameter, Statement};
use crate::storage::{Index, StorageError};

/// Where a session stands in the list. The project is part of it: two projects can have sessions with the
/// same id, if one of them forges it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SessionPosition {
    pub(crate) started_at_ms: u64,
    pub(crate) id: String,
    pub(crate) project_id: String,
}

/// Which sessions are wanted. What is `None` does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SessionFilter {
    pub(crate) project_id: Option<String>,
    /// Sessions that began then or later, in milliseconds since the Unix epoch.
    pub(crate) from_ms: Option<u64>,
    /// Sessions that began before.
    pub(crate) to_ms: Option<u64>,
    pub(crate) user_id: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) browser: Option<String>,
    pub(crate) os: Option<String>,
    pub(crate) device: Option<String>,
    /// Part of the first or the last address, in upper or lower case.
    pub(crate) url: Option<String>,
    pub(crate) duration_ms_min: Option<u64>,
    /// All of these have happened.
    pub(crate) troubles: Vec<Trouble>,
}

/// What may have gone wrong in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    Errors,
    FailedRequests,
    RageClicks,
}

/// What a search has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundSessions {
    /// The newest first.
    pub(crate) sessions: Vec<SessionRow>,
    /// Behind what the search goes on; `None` if it has come to the end.
    pub(crate) next: Option<SessionPosition>,
}

const ORDER: &str = "order by started_at_ms desc, id desc, project_id desc";

/// As the index of these sessions has it: another way to say it would not find the index.
const IN_TROUBLE: &str = "errors + failed_requests + rage_clicks > 0";

impl Index {
    /// The newest sessions that pass the filter, or those that follow `before` in the order of the list: up
    /// to so many, found among the next [`SESSIONS_SEARCHED_MAX`].
    pub(crate) async fn search_sessions(
        &self,
        filter: &SessionFilter,
        before: Option<&SessionPosition>,
        count: u32,
    ) -> Result<FoundSessions, StorageError> {
        let found = self.database.run(&search(filter, before, count)).await?;
        let mut found = found.into_iter();
        let rows = found.next().unwrap_or_default().into_iter();
        let mut sessions = rows.map(read).collect::<Result<Vec<SessionRow>, _>>()?;
        let end_of_search = found.next().unwrap_or_default().into_iter().next();
        let next = if sessions.len() > count as usize {
            sessions.truncate(count as usize);
            sessions.last().map(SessionRow::position)
        } else {
            end_of_search.map(read).transpose()?
        };
        Ok(FoundSessions { sessions, next })
    }
}

/// A statement for the sessions, one more than asked for, and one for where the search ends if the list does
/// not end before.
fn search(filter: &SessionFilter, before: Option<&SessionPosition>, count: u32) -> [Statement; 2] {
    let mut searched = Conditions::default();
    if let Some(before) = before {
        let [started_at, id, project] = [
            searched.parameter(before.started_at_ms),
            searched.parameter(&before.id),
            searched.parameter(&before.project_id),
        ];
        searched.add(&format!(
            "(started_at_ms, id, project_id) < ({started_at}, {id}, {project})"
        ));
    }
    searched.compare("started_at_ms >=", filter.from_ms);
    searched.compare("started_at_ms <", filter.to_ms);
    searched.compare("user_id =", filter.user_id.as_ref());
    if !filter.troubles.is_empty() {
        searched.add(IN_TROUBLE);
    }
    let Conditions {
        sql: where_searched,
        parameters: places,
    } = searched;

    let mut wanted = Conditions {
        parameters: places.clone(),
        ..Conditions::default()
    };
    wanted.compare("project_id =", filter.project_id.as_ref());
    wanted.compare("country =", filter.country.as_ref());
    wanted.compare("browser =", filter.browser.as_ref());
    wanted.compare("os =", filter.os.as_ref());
    wanted.compare("device =", filter.device.as_ref());
    wanted.compare("ended_at_ms - started_at_ms >=", filter.duration_ms_min);
    if let Some(url) = &filter.url {
        let url = wanted.parameter(&containing(url));
        wanted.add(&format!(
            r"(lower(entry_url) like {url} escape '\' or lower(exit_url) like {url} escape '\')"
        ));
    }
    for trouble in &filter.troubles {
        wanted.add(trouble.condition());
    }
    let limit = wanted.parameter(u64::from(count) + 1);

    let columns = COLUMNS.join(", ");
    let next = format!("from sessions {where_searched} {ORDER}");
    let (where_wanted, last) = (wanted.sql, SESSIONS_SEARCHED_MAX - 1);
    [
        Statement::new(
            format!(
                "select {columns} from (select {columns} {next} limit {SESSIONS_SEARCHED_MAX}) as searched
                 {where_wanted} {ORDER} limit {limit}"
            ),
            wanted.parameters,
        ),
        Statement::new(
            format!("select started_at_ms, id, project_id {next} limit 1 offset {last}"),
            places,
        ),
    ]
}

impl Trouble {
    const fn condition(self) -> &'static str {
        match self {
            Self::Errors => "errors > 0",
            Self::FailedRequests => "failed_requests > 0",
            Self::RageClicks => "rage_clicks > 0",
        }
    }
}

/// What all of must be true.
#[derive(Debug, Default)]
struct Conditions {
    sql: String,
    parameters: Vec<Parameter>,
}

impl Conditions {
    fn parameter(&mut self, value: impl Into<Parameter>) -> String {
        self.parameters.push(value.into());
        format!("?{}", self.parameters.len())
    }

    fn add(&mut self, condition: &str) {
        let word = if self.sql.is_empty() { "where" } else { " and" };
        // Writing to a string does not fail.
        let _ = write!(self.sql, "{word} {condition}");
    }

    fn compare(&mut self, comparison: &str, value: Option<impl Into<Parameter>>) {
        if let Some(value) = value {
            let value = self.parameter(value);
            self.add(&format!("{comparison} {value}"));
        }
    }
}

/// The pattern of `like` for texts that contain this one.
fn containing(text: &str) -> String {
    let mut pattern = String::from("%");
    for character in text.to_lowercase().chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern + "%"
}

#[cfg(test)]
mod tests;
