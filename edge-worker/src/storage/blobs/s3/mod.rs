//! Objects in a store that speaks the protocol of Amazon S3.

mod refusal;
mod settings;
mod signature;

use std::fmt::Display;

use async_trait::async_trait;
use futures_util::{StreamExt, stream};
use worker::js_sys::Uint8Array;
use worker::{AbortController, Fetch, Headers, Method, RequestInit, RequestRedirect, Response};

use self::refusal::Refusal;
use super::{Blobs, Pieces, body, failed};
use crate::clock::in_time;
use crate::hash::sha256;
use crate::limits;
use crate::storage::StorageError;

pub(crate) use settings::S3Settings;

/// The hash of what is sent. It is signed, and the store takes nothing that has another one.
const CONTENT_HASH: &str = "x-amz-content-sha256";

/// A bucket of such a store.
#[derive(Debug)]
pub(crate) struct S3Blobs {
    settings: S3Settings,
}

impl S3Blobs {
    pub(crate) fn new(settings: S3Settings) -> Self {
        Self { settings }
    }

    async fn send(&self, name: &str, mut init: RequestInit) -> Result<Response, StorageError> {
        // What is meant for this store goes to no other one.
        init.with_redirect(RequestRedirect::Manual);
        let address = self.settings.address(name);
        let request = signature::sign(&self.settings, &address, &init).await;
        let request = Fetch::Request(request.map_err(failed)?);
        let abort = AbortController::default();
        let signal = abort.signal();
        match in_time(limits::S3_ANSWER_MS_MAX, request.send_with_signal(&signal)).await {
            Some(answer) => answer.map_err(out_of_reach),
            None => {
                abort.abort();
                Err(out_of_reach(SLOW))
            }
        }
    }

    /// Asks without sending anything.
    async fn ask(&self, method: Method, name: &str) -> Result<Response, StorageError> {
        let mut init = RequestInit::new();
        init.with_method(method);
        self.send(name, init).await
    }
}

#[async_trait(?Send)]
impl Blobs for S3Blobs {
    async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), StorageError> {
        let headers = Headers::new();
        let hash = sha256(&bytes);
        headers.set(CONTENT_HASH, &hash).map_err(failed)?;
        let mut put = RequestInit::new();
        put.with_method(Method::Put)
            .with_headers(headers)
            .with_body(Some(Uint8Array::from(bytes.as_slice()).into()));
        let response = self.send(name, put).await?;
        match response.status_code() {
            200..300 => Ok(()),
            _ => Err(Refusal::of(response).await.error(name)),
        }
    }

    /// A bucket that is not there shows when something is put into it: answers to `HEAD` do not tell
    /// the one from the other.
    async fn has(&self, name: &str) -> Result<bool, StorageError> {
        let response = self.ask(Method::Head, name).await?;
        match response.status_code() {
            200 => Ok(true),
            404 => Ok(false),
            _ => Err(Refusal::of(response).await.error(name)),
        }
    }

    async fn delete(&self, name: &str) -> Result<(), StorageError> {
        let response = self.ask(Method::Delete, name).await?;
        if (200..300).contains(&response.status_code()) {
            return Ok(());
        }
        let refusal = Refusal::of(response).await;
        match refusal.is_missing_object() {
            true => Ok(()),
            false => Err(refusal.error(name)),
        }
    }

    async fn get(&self, name: &str) -> Result<Option<Pieces>, StorageError> {
        let response = self.ask(Method::Get, name).await?;
        if response.status_code() == 200 {
            return body::pieces(name, response).map(patiently).map(Some);
        }
        let refusal = Refusal::of(response).await;
        match refusal.is_missing_object() {
            true => Ok(None),
            false => Err(refusal.error(name)),
        }
    }
}

/// Waits for each piece, but not for ever. The time that the reader takes does not count.
fn patiently(pieces: Pieces) -> Pieces {
    let next = async |mut pieces: Pieces| {
        let piece = in_time(limits::S3_ANSWER_MS_MAX, pieces.next()).await;
        let piece = piece.unwrap_or_else(|| Some(Err(out_of_reach(SLOW).to_string().into())));
        piece.map(|piece| (piece, pieces))
    };
    stream::unfold(pieces, next).boxed_local()
}

const SLOW: &str = "it does not answer in time";

fn out_of_reach(cause: impl Display) -> StorageError {
    failed(format!("{} is out of reach: {cause}", settings::ENDPOINT))
}
