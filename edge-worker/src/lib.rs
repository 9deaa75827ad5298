//! The edge: takes in what recorders send, keeps it, and answers the dashboard's queries.
//!
//! Runs in the Workers runtime, on Cloudflare's network or on one machine.
//!
//! # Layout
//!
//! - `routes`: every address on one page.
//! - `ingest`: receive → validate → store, for what agents send.
//! - `session_object`: the Durable Object that is the one writer of a session.
//! - `storage`: the index, segments and style sheets, in whatever keeps them.
//! - `query`: what the dashboard reads. It never writes.
//! - `projects`: the projects of the owner, and their ingest keys.
//! - `deletion`: of a session, and of all of a visitor's.
//! - `wanted`: sessions that the owner wants to see although recorders may hold them back.
//! - `sign_in`: the owner, passwords, cookies, and the API token of programs.
//! - `accounting`: what became of what was sent, and how the edge is doing.
//! - `health`, `metrics`, `maintenance`: for whoever operates the edge.
//! - `bindings`, `limits`, `error`, `refusal`, `answer`, `body`, `origin`, `cors`, `clock`,
//!   `hash`, `token`: what all of them use.
//!
//! What decides (facts of a session, compaction, keys, cookies, cursors, routes, errors) knows no
//! `worker` type and is tested natively; the rest is tested over HTTP in `tests/edge`.

mod accounting;
mod answer;
mod bindings;
mod body;
mod clock;
mod cors;
mod deletion;
mod error;
mod hash;
mod health;
mod ingest;
mod limits;
mod maintenance;
mod metrics;
mod origin;
mod projects;
mod query;
mod refusal;
mod routes;
mod session_object;
mod sign_in;
mod storage;
mod token;
mod wanted;

use worker::{Context, Env, Request, Response, ScheduleContext, ScheduledEvent, event};

use crate::bindings::Bindings;

#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> worker::Result<Response> {
    let edge = Bindings::new(env);
    let response = routes::answer(request, &edge).await;
    accounting::flush_later(&context, &edge);
    response
}

#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    maintenance::run(&Bindings::new(env)).await;
}
