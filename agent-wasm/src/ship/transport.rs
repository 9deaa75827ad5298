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

/// Sends a batch or a sheet. Nothing in it makes the browser ask for permission first (no CORS preflight).
pub(crate) async fn send(url: &str, body: &[u8], keepalive: Keepalive) -> Attempt {
    match request(url, body, keepalive).await {
        Ok(response) => {
            // Chromium counts a request as in flight until its answer has been read, and refuses those with
            // `keepalive` beyond 64 KiB. Whatever the answer says more, its status has told.
            let _read = read_bytes(&response).await;
            Attempt::from_status(response.status(), retry_after_ms(&response))
        }
        Err(_) => Attempt::Failed {
            retry_after_ms: None,
        },
    }
}

/// Asks which of these sheets the archive lacks; the answer is their hashes, one after the other.
pub(crate) async fn ask(url: &str, hashes: &[SheetHash]) -> (Attempt, Vec<SheetHash>) {
    let body: Vec<u8> = hashes
        .iter()
        .flat_map(SheetHash::as_bytes)
        .copied()
        .collect();
    let failed = Attempt::Failed {
        retry_after_ms: None,
    };
    let Ok(response) = request(url, &body, Keepalive::No).await else {
        return (failed, Vec::new());
    };
    let attempt = Attempt::from_status(response.status(), retry_after_ms(&response));
    if attempt != Attempt::Delivered {
        return (attempt, Vec::new());
    }
    match read_bytes(&response).await {
        Ok(bytes) => (attempt, split_hashes(&bytes)),
        Err(_) => (failed, Vec::new()),
    }
}

async fn read_bytes(response: &Response) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn split_hashes(bytes: &[u8]) -> Vec<SheetHash> {
    let (hashes, _) = bytes.as_chunks();
    hashes.iter().copied().map(SheetHash::from_bytes).collect()
}

async fn request(url: &str, body: &[u8], keepalive: Keepalive) -> Result<Response, JsValue> {
    let init = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&init, &name.into(), &value);
    set("method", "POST".into())?;
    set("body", Uint8Array::from(body).into())?;
    set("credentials", "omit".into())?;
    set("cache", "no-store".into())?;
    // The page's own requests go first.
    set("priority", "low".into())?;
    set("keepalive", (keepalive == Keepalive::Yes).into())?;
    JsFuture::from(fetch(url, &init)?).await?.dyn_into()
}

fn retry_after_ms(response: &Response) -> Option<u32> {
    let header = response.headers().get("retry-after").ok()??;
    retry::retry_after_ms(&header, environment::now_ms(), |date| {
        let at_ms = js_sys::Date::parse(date);
        at_ms.is_finite().then_some(at_ms as u64)
    })
}
