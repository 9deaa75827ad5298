//! The request that carries a batch.

use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use wire_format::sheet::SheetHash;

use super::outbox::Attempt;
use super::retry;
use crate::environment;

#[wasm_bindgen]
extern "C" {
    /// `fetch` of whatever global scope the core runs in.
    #[wasm_bindgen(catch)]
    fn fetch(url: &str, init: &JsValue) -> Result<Promise, JsValue>;
}

/// How the browser treats a request when the page goes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keepalive {
    /// It is finished; all such requests of a page share 64 KiB.
    Yes,
    /// It is aborted.
    No,
}

/// An answer, read to its end: until then Chromium counts its request as in flight, and refuses those
/// with `keepalive` beyond 64 KiB.
struct Answer {
    attempt: Attempt,
    body: Vec<u8>,
}

/// Sends a batch or a sheet. Nothing in it makes the browser ask for permission first (no CORS preflight).
pub(crate) async fn send(url: &str, body: &[u8], keepalive: Keepalive) -> Attempt {
    request(url, body, keepalive).await.attempt
}

/// Asks which of these sheets the archive lacks; the answer is their hashes, one after the other.
pub(crate) async fn ask(url: &str, hashes: &[SheetHash]) -> (Attempt, Vec<SheetHash>) {
    let body: Vec<u8> = hashes
        .iter()
        .flat_map(SheetHash::as_bytes)
        .copied()
        .collect();
    let Answer { attempt, body } = request(url, &body, Keepalive::No).await;
    let lacking = match attempt {
        Attempt::Delivered => split_hashes(&body),
        _ => Vec::new(),
    };
    (attempt, lacking)
}

fn split_hashes(bytes: &[u8]) -> Vec<SheetHash> {
    let (hashes, _) = bytes.as_chunks();
    hashes.iter().copied().map(SheetHash::from_bytes).collect()
}

async fn request(url: &str, body: &[u8], keepalive: Keepalive) -> Answer {
    let answer = try_request(url, body, keepalive).await;
    answer.unwrap_or(Answer {
        attempt: Attempt::Failed {
            retry_after_ms: None,
        },
        body: Vec::new(),
    })
}

async fn try_request(url: &str, body: &[u8], keepalive: Keepalive) -> Result<Answer, JsValue> {
    let init = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&init, &name.into(), &value);
    set("method", "POST".into())?;
    set("body", Uint8Array::from(body).into())?;
    set("credentials", "omit".into())?;
    set("cache", "no-store".into())?;
    // The page's own requests go first.
    set("priority", "low".into())?;
    set("keepalive", (keepalive == Keepalive::Yes).into())?;
    let response: Response = JsFuture::from(fetch(url, &init)?).await?.dyn_into()?;
    let body = JsFuture::from(response.array_buffer()?).await?;
    Ok(Answer {
        attempt: Attempt::from_status(response.status(), retry_after_ms(&response)),
        body: Uint8Array::new(&body).to_vec(),
    })
}

fn retry_after_ms(response: &Response) -> Option<u32> {
    let header = response.headers().get("retry-after").ok()??;
    retry::retry_after_ms(&header, environment::now_ms(), |date| {
        let at_ms = js_sys::Date::parse(date);
        at_ms.is_finite().then_some(at_ms as u64)
    })
}
