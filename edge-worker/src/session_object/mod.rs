//! The session object: a Durable Object, the one writer of a session.
//!
//! Every batch of a session comes to the same object, wherever in the world it was received, and
//! nobody else touches its database. That is what makes "stored exactly once" simple:
//!
//! 1. [`state`]: a batch is recognized if it is known.
//! 2. [`database`]: if not, it is written to the open tail, in one transaction.
//! 3. [`index_policy`]: the session's row in the index is overwritten with its facts, at once if the
//!    index does not know the session. If that fails the sender is told to come back; the batch is
//!    then known, and the row is written.
//! 4. [`compaction`]: when a tail is large enough, or nothing came for a while, an alarm turns it into
//!    a segment.
//!
//! [`viewers`] get each batch when it is stored; [`deletion`] ends all that. The edge talks to the object by
//! [`store`], [`tail`], [`row`], [`watch`] and [`delete`]; [`protocol`] is what they say.

mod alarm;
mod batch_facts;
mod client;
mod compaction;
mod compaction_policy;
mod database;
mod deletion;
mod index_policy;
mod protocol;
mod runs;
mod seen_batches;
mod session_facts;
mod state;
mod user_agent;
mod viewers;

use std::cell::RefCell;

use wire_format::{SessionId, segment};
use worker::{
    DurableObject, Env, Request, Response, State, WebSocket, WebSocketIncomingMessage,
    console_error, durable_object,
};

use self::alarm::Alarm;
use self::database::Database;
use self::index_policy::{Indexed, Urgency};
use self::session_facts::SessionFacts;
use self::state::SessionState;
use crate::bindings::Bindings;
use crate::clock;
use crate::storage::{SessionName, StorageError, Store};

pub(crate) use batch_facts::BatchFacts;
pub(crate) use client::{delete, row, store, tail, watch};
pub(crate) use protocol::{SessionLimit, StoreOutcome};

/// The name of the object that writes a session.
pub(crate) fn name(project_id: &str, session: SessionId) -> String {
    format!("{project_id}/{session}")
}

/// One session. All that matters is in its database, so that an instance can be replaced at any time;
/// an instance that stays awake need not read it again for each batch.
#[durable_object]
pub struct SessionObject {
    platform: State,
    bindings: Bindings,
    /// `None` until it has been read.
    state: RefCell<Option<SessionState>>,
    /// What this instance has written to the index.
    indexed: RefCell<Option<Indexed>>,
    alarm: Alarm,
}

impl DurableObject for SessionObject {
    fn new(platform: State, env: Env) -> Self {
        Self {
            platform,
            bindings: Bindings::new(env),
            state: RefCell::default(),
            indexed: RefCell::default(),
            alarm: Alarm::default(),
        }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let answer = match request.path().as_str() {
            protocol::BATCHES_PATH => self.store_batch(&request.bytes().await?).await,
            protocol::TAIL_PATH => self.read_tail(),
            protocol::FACTS_PATH => self.read_facts(),
            protocol::LIVE_PATH => viewers::admit(&self.platform),
            protocol::DELETION_PATH => self.delete(&request.bytes().await?).await,
            _ => return Response::error("no such operation", 404),
        };
        // An error that is thrown would reach the caller as well, but would also end the object.
        answer.or_else(|error| protocol::failure(&error))
    }

    async fn alarm(&self) -> worker::Result<Response> {
        compaction::on_alarm(self).await;
        Response::empty()
    }

    /// Viewers have nothing to say.
    async fn websocket_message(
        &self,
        _viewer: WebSocket,
        _message: WebSocketIncomingMessage,
    ) -> worker::Result<()> {
        Ok(())
    }

    async fn websocket_close(
        &self,
        viewer: WebSocket,
        code: usize,
        reason: String,
        _was_clean: bool,
    ) -> worker::Result<()> {
        viewers::close(&viewer, u16::try_from(code).unwrap_or_default(), &reason);
        Ok(())
    }

    async fn websocket_error(
        &self,
        _viewer: WebSocket,
        _error: worker::Error,
    ) -> worker::Result<()> {
        Ok(())
    }
}

impl SessionObject {
    async fn store_batch(&self, message: &[u8]) -> Result<Response, StorageError> {
        let (facts, batch) = protocol::split(message).map_err(failed)?;
        let outcome = self.insert(&facts, batch)?;
        // Whatever the outcome: a duplicate may be here again because one of these failed the last
        // time, and a full tail is emptied by compaction only.
        compaction::schedule(self).await?;
        if let Err(error) = self.put_in_index(Urgency::Soon).await {
            if self.indexed.borrow().is_none() {
                return Err(error);
            }
            console_error!("the row of a session is left to the next segment: {error}");
        }
        protocol::outcome(&outcome).map_err(failed)
    }

    /// Stores a batch unless it is known or there is no room.
    fn insert(&self, facts: &BatchFacts, batch: &[u8]) -> Result<StoreOutcome, StorageError> {
        let (database, now_ms) = (Database::open(&self.platform), clock::now_ms());
        self.with_state(&database, |state| {
            if let Some(refusal) = state.refusal(facts) {
                return Ok(refusal);
            }
            if state.needs_tail(facts) {
                state.add_tail(&database)?;
            }
            database.append(state.last_tail(), facts, batch, now_ms)?;
            state.note(facts, now_ms);
            viewers::tell(&self.platform, batch);
            Ok(StoreOutcome::Accepted)
        })
    }

    async fn delete(&self, name: &[u8]) -> Result<Response, StorageError> {
        let SessionName { project_id, id } = serde_json::from_slice(name).map_err(failed)?;
        deletion::delete(self, project_id, id).await?;
        protocol::done().map_err(failed)
    }

    fn read_tail(&self) -> Result<Response, StorageError> {
        let database = Database::open(&self.platform);
        let (segment_count, tails) = self.with_state(&database, |state| {
            Ok((state.segment_count, state.tail_numbers()))
        })?;
        let mut batches = Vec::new();
        for number in tails {
            batches.append(&mut database.batches(number)?);
        }
        let bytes = if batches.is_empty() {
            Vec::new()
        } else {
            segment::encode(batches.iter().map(Vec::as_slice)).map_err(failed)?
        };
        protocol::tail(segment_count, bytes).map_err(failed)
    }

    fn read_facts(&self) -> Result<Response, StorageError> {
        let database = Database::open(&self.platform);
        let known = self.with_state(&database, |state| {
            let facts = state.contents.facts.clone();
            Ok(facts.map(|facts| (facts, state.contents.seen.missing_count())))
        })?;
        protocol::facts(known.as_ref()).map_err(failed)
    }

    /// Overwrites the session's row in the index with what the object knows, if that is urgent
    /// enough.
    async fn put_in_index(&self, at_least: Urgency) -> Result<(), StorageError> {
        let now_ms = clock::now_ms();
        // Most batches are not urgent, and the facts are not copied for them.
        let urgent = self.with_state(&Database::open(&self.platform), |state| {
            let indexed = self.indexed.borrow();
            let is_urgent = |facts: &&SessionFacts| {
                index_policy::urgency(facts, indexed.as_ref(), now_ms) >= at_least
            };
            let facts = state.contents.facts.as_ref().filter(is_urgent);
            Ok(facts.map(|facts| (facts.clone(), state.contents.seen.missing_count())))
        })?;
        let Some((facts, missing_batches)) = urgent else {
            return Ok(());
        };
        let index = self.bindings.index().await?;
        index.put_session(&facts.row(missing_batches)).await?;
        self.indexed.replace(Some(Indexed::of(&facts, now_ms)));
        Ok(())
    }

    /// Does something with the state, which is read from the database first if it is not known.
    fn with_state<T>(
        &self,
        database: &Database,
        body: impl FnOnce(&mut SessionState) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let mut state = self.state.borrow_mut();
        let mut known = match state.take() {
            Some(known) => known,
            None => database.load()?,
        };
        // An error leaves nothing known: what the database has is read again.
        let result = body(&mut known)?;
        *state = Some(known);
        Ok(result)
    }
}

fn failed(cause: impl std::fmt::Display) -> StorageError {
    StorageError::new(Store::SessionObject, cause)
}

impl std::fmt::Debug for SessionObject {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("SessionObject")
            .finish_non_exhaustive()
    }
}
