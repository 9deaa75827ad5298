//! What `wrangler.toml` binds to this worker, by name.

use std::fmt::Display;
use std::rc::Rc;

use wire_format::SessionId;
use worker::durable::Stub;
use worker::js_sys::Reflect;
use worker::{Env, RateLimiter};

use crate::storage::blobs::{Blobs, DiskBlobs, R2Blobs, S3Blobs, S3Settings};
use crate::storage::database::{D1, Database};
#[cfg(feature = "postgres")]
use crate::storage::database::{HeldConnection, Hyperdrive};
use crate::storage::{Index, Segments, Sheets, StorageError, Store};
use crate::{clock, limits, session_object};

const INDEX: &str = "INDEX";
#[cfg(feature = "postgres")]
const HYPERDRIVE: &str = "HYPERDRIVE";
#[cfg(feature = "postgres")]
const DATABASE: &str = "DATABASE";
#[cfg(feature = "postgres")]
const POSTGRES_URL: &str = "POSTGRES_URL";
const BLOBS: &str = "BLOBS";
const BLOBS_ON_DISK: &str = "BLOBS_ON_DISK";
const SESSIONS: &str = "SESSIONS";
const SETUP_TOKEN: &str = "SETUP_TOKEN";
const CLIENT_ADDRESS_HEADER: &str = "CLIENT_ADDRESS_HEADER";
const API_TOKEN: &str = "API_TOKEN";

/// What requests are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limiter {
    Key,
    Client,
}

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
    pub(crate) async fn index(&self) -> Result<Index, StorageError> {
        Index::open(self.database()?, clock::now_ms()).await
    }

    /// PostgreSQL if it is bound, else D1.
    fn database(&self) -> Result<Rc<dyn Database>, StorageError> {
        #[cfg(feature = "postgres")]
        if let Some(postgres) = self.postgres()? {
            return Ok(postgres);
        }
        let database = self.env.d1(INDEX);
        let database = database.map_err(|error| StorageError::new(Store::Index, error))?;
        Ok(Rc::new(D1::new(database)))
    }

    #[cfg(feature = "postgres")]
    fn postgres(&self) -> Result<Option<Rc<dyn Database>>, StorageError> {
        if let Ok(hyperdrive) = self.env.hyperdrive(HYPERDRIVE) {
            return Ok(Some(Rc::new(Hyperdrive::new(hyperdrive))));
        }
        let Ok(objects) = self.env.durable_object(DATABASE) else {
            return Ok(None);
        };
        let object = objects.get_by_name(DATABASE);
        let object = object.map_err(|error| StorageError::new(Store::Index, error))?;
        Ok(Some(Rc::new(HeldConnection::new(object))))
    }

    /// The address of PostgreSQL, with its password; `None` if it is missing or empty.
    #[cfg(feature = "postgres")]
    pub(crate) fn postgres_url(&self) -> Option<String> {
        self.text(POSTGRES_URL)
    }

    /// The store of segments.
    pub(crate) fn segments(&self) -> Result<Segments, StorageError> {
        self.blobs().map(Segments::new)
    }

    /// The archive of style sheets.
    pub(crate) fn sheets(&self) -> Result<Sheets, StorageError> {
        self.blobs().map(Sheets::new)
    }

    /// A store that speaks the protocol of S3 if one is set, else a folder of this machine if one is
    /// bound, else R2.
    fn blobs(&self) -> Result<Rc<dyn Blobs>, StorageError> {
        if let Some(settings) = S3Settings::read(|name| self.text(name))? {
            return Ok(Rc::new(S3Blobs::new(settings)));
        }
        if let Ok(folder) = self.env.service(BLOBS_ON_DISK) {
            return Ok(Rc::new(DiskBlobs::new(folder)));
        }
        let bucket = self.env.bucket(BLOBS);
        let bucket = bucket.map_err(|error| {
            let cause = format!("neither a store of S3 nor a folder is set, and {error}");
            StorageError::new(Store::Blobs, cause)
        })?;
        Ok(Rc::new(R2Blobs::new(bucket)))
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
        self.text(SETUP_TOKEN)
    }

    /// The secret with which programs do what the owner may do; `None` if it is missing, or so short
    /// that it could be guessed.
    pub(crate) fn api_token(&self) -> Option<String> {
        let token = self.text(API_TOKEN);
        token.filter(|token| token.len() >= limits::API_TOKEN_BYTES_MIN)
    }

    /// What the platform counts requests with; `None` where it does not.
    pub(crate) fn limiter(&self, limiter: Limiter) -> Option<RateLimiter> {
        let name = match limiter {
            Limiter::Key => "KEY_LIMIT",
            Limiter::Client => "CLIENT_LIMIT",
        };
        self.env.rate_limiter(name).ok()
    }

    /// The header in which the platform, or a proxy before the edge, says who sends.
    pub(crate) fn client_address_header(&self) -> Option<String> {
        self.text(CLIENT_ADDRESS_HEADER)
    }

    /// A text from outside; `None` if it is missing or empty.
    fn text(&self, name: &str) -> Option<String> {
        // Where the runtime takes it from an environment variable that is not set, it is `null`.
        let text = Reflect::get(self.env.as_ref(), &name.into()).ok()?;
        let text = text.as_string()?;
        (!text.trim().is_empty()).then_some(text)
    }
}
