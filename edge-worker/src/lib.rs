//! The edge: takes in what recorders send, keeps it, and answers the dashboard's queries.
//!
//! Runs in the Workers runtime, on Cloudflare's network or on one machine.
//!
//! # Layout
//!
//! - `routes`: every address on one page.
//! - `ingest`: receive → validate → store, for what agents send.
//! - `session_object`: the Durable Object that is the one writer of a session.
//! - `storage`: the index in D1 and the segments in R2.
//! - `query`: what the dashboard reads. It never writes.
//! - `wanted`: sessions that the owner wants to see although recorders may hold them back.
//! - `sign_in`: the owner, passwords, cookies.
//! - `health`, `maintenance`: for whoever operates the edge.
//! - `bindings`, `limits`, `error`, `refusal`, `answer`, `body`, `origin`, `cors`, `clock`:
//!   what all of them use.
//!
//! What decides (facts of a session, compaction, keys, cookies, cursors, routes, errors) knows no
//! `worker` type and is tested natively; the rest is tested over HTTP in `tests/edge`.

mod answer;
mod bindings;
mod body;
mod clock;
mod cors;
mod error;
mod health;
mod ingest;
mod limits;
mod maintenance;
mod origin;
mod query;
mod refusal;
mod routes;
mod session_object;
mod sign_in;
mod storage;
mod wanted;

use worker::{Context, Env, Request, Response, ScheduleContext, ScheduledEvent, event};

use crate::bindings::Bindings;

#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> worker::Result<Response> {
    routes::answer(request, &Bindings::new(env)).await
}

#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    maintenance::run(&Bindings::new(env)).await;
}
