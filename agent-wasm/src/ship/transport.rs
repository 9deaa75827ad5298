//! The request that carries a batch.

use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

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

/// Sends a batch. Nothing in it makes the browser ask for permission first (no CORS preflight).
pub(crate) async fn send(url: &str, batch: &[u8], keepalive: Keepalive) -> Attempt {
    match request(url, batch, keepalive).await {
        Ok(response) => Attempt::from_status(response.status(), retry_after_ms(&response)),
        Err(_) => Attempt::Failed {
            retry_after_ms: None,
        },
    }
}

async fn request(url: &str, batch: &[u8], keepalive: Keepalive) -> Result<Response, JsValue> {
    let init = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&init, &name.into(), &value);
    set("method", "POST".into())?;
    set("body", Uint8Array::from(batch).into())?;
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
