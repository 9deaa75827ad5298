//! The session object: a Durable Object, the one writer of a session.
//!
//! Every batch of a session comes to the same object, wherever in the world it was received, and
//! nobody else touches its database. That is what makes "stored exactly once" simple:
//!
//! 1. [`database`]: the batch, and what it adds to the facts of its session, are written in one
//!    transaction, or recognized as known.
//! 2. [`SessionObject::store_batch`]: the session's row in the index is overwritten with the facts.
//!    If that fails the sender is told to come back; the batch is then known, the row is written.
//! 3. [`compaction`]: batches wait in the object's database, the *tail*. When they are enough, or
//!    nothing came for a while, an alarm turns them into a segment in R2.
//!
//! The edge talks to the object by [`store`] and [`tail`]; [`protocol`] is what they say.

mod batch_facts;
mod client;
mod compaction;
mod compaction_policy;
mod database;
mod protocol;
mod session_facts;

use wire_format::{SessionId, segment};
use worker::{DurableObject, Env, Request, Response, State, durable_object};

use crate::bindings::Bindings;
use crate::clock;
use crate::session_object::database::Database;
use crate::storage::{StorageError, Store};

pub(crate) use batch_facts::BatchFacts;
pub(crate) use client::{store, tail};
pub(crate) use protocol::{SessionLimit, StoreOutcome};

/// The name of the object that writes a session.
pub(crate) fn name(project_id: &str, session: SessionId) -> String {
    format!("{project_id}/{session}")
}

/// One session. All its state is in its database, so that an instance can be replaced at any time.
#[durable_object(alarm)]
pub struct SessionObject {
    state: State,
    bindings: Bindings,
}

impl DurableObject for SessionObject {
    fn new(state: State, env: Env) -> Self {
        Self {
            state,
            bindings: Bindings::new(env),
        }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let answer = match request.path().as_str() {
            protocol::BATCHES_PATH => self.store_batch(&request.bytes().await?).await,
            protocol::TAIL_PATH => self.read_tail(),
            _ => return Response::error("no such operation", 404),
        };
        // An error that is thrown would reach the caller as well, but would also end the object.
        answer.or_else(|error| protocol::failure(&error))
    }

    async fn alarm(&self) -> worker::Result<Response> {
        compaction::on_alarm(&self.state, &self.bindings).await;
        Response::empty()
    }
}

impl SessionObject {
    async fn store_batch(&self, message: &[u8]) -> Result<Response, StorageError> {
        let (facts, batch) = protocol::split(message).map_err(failed)?;
        let database = Database::open(&self.state)?;
        let outcome = database.insert(&facts, batch, clock::now_ms())?;
        // Whatever the outcome: a duplicate may be here again because one of these failed the last
        // time, and a full tail is emptied by compaction only.
        compaction::schedule(&self.state, &database).await?;
        put_in_index(&database, &self.bindings).await?;
        protocol::outcome(&outcome).map_err(failed)
    }

    fn read_tail(&self) -> Result<Response, StorageError> {
        let database = Database::open(&self.state)?;
        let batches = database.tail()?;
        let bytes = if batches.is_empty() {
            Vec::new()
        } else {
            segment::encode(batches.iter().map(Vec::as_slice)).map_err(failed)?
        };
        protocol::tail(database.segment_count()?, bytes).map_err(failed)
    }
}

/// Overwrites the session's row in the index with what the object knows.
async fn put_in_index(database: &Database, bindings: &Bindings) -> Result<(), StorageError> {
    match database.facts()? {
        Some(facts) => bindings.index()?.put_session(&facts.row()).await,
        None => Ok(()),
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
