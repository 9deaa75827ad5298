//! What `wrangler.toml` binds to this worker, by name.

use std::fmt::Display;

use wire_format::SessionId;
use worker::Env;
use worker::durable::Stub;

use crate::session_object;
use crate::storage::{Index, Segments, Sheets, StorageError, Store};

const INDEX: &str = "INDEX";
const SEGMENTS: &str = "SEGMENTS";
const SESSIONS: &str = "SESSIONS";
const SETUP_TOKEN: &str = "SETUP_TOKEN";

/// Access to everything outside the worker.
#[derive(Clone, Debug)]
pub(crate) struct Bindings {
    env: Env,
}

impl Bindings {
    pub(crate) fn new(env: Env) -> Self {
        Self { env }
    }

    /// The index of sessions, keys and sign-ins.
    pub(crate) fn index(&self) -> Result<Index, StorageError> {
        self.env
            .d1(INDEX)
            .map(Index::new)
            .map_err(|error| StorageError::new(Store::Index, error))
    }

    /// The store of segments.
    pub(crate) fn segments(&self) -> Result<Segments, StorageError> {
        self.env
            .bucket(SEGMENTS)
            .map(Segments::new)
            .map_err(|error| StorageError::new(Store::Segments, error))
    }

    /// The archive of style sheets.
    pub(crate) fn sheets(&self) -> Result<Sheets, StorageError> {
        self.env
            .bucket(SEGMENTS)
            .map(Sheets::new)
            .map_err(|error| StorageError::new(Store::Sheets, error))
    }

    /// The one writer of a session.
    pub(crate) fn session_object(
        &self,
        project_id: &str,
        session: SessionId,
    ) -> Result<Stub, StorageError> {
        let name = session_object::name(project_id, session);
        let failed = |error: &dyn Display| StorageError::new(Store::SessionObject, error);
        let namespace = self
            .env
            .durable_object(SESSIONS)
            .map_err(|error| failed(&error))?;
        namespace.get_by_name(&name).map_err(|error| failed(&error))
    }

    /// The secret that lets the first visitor of the dashboard become its owner; `None` if it is
    /// missing or empty.
    pub(crate) fn setup_token(&self) -> Option<String> {
        let token = self.env.secret(SETUP_TOKEN).ok()?.to_string();
        (!token.trim().is_empty()).then_some(token)
    }
}
