//! What the core takes from the global scope of its worker: time, chance and crypto.

use wasm_bindgen::prelude::*;
use wire_format::ViewId;

#[wasm_bindgen]
extern "C" {
    /// Fills bytes with random ones, as <https://w3c.github.io/webcrypto/#Crypto-method-getRandomValues>
    /// says.
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn fill_randomly(bytes: &mut [u8]) -> Result<(), JsValue>;
}

/// Milliseconds since the Unix epoch.
pub(crate) fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

/// A number in [0, 1).
pub(crate) fn random() -> f64 {
    js_sys::Math::random()
}

/// Makes ids that no other view has and that sort by time: version 7 UUIDs (RFC 9562), whose
/// 12 bits behind the version count the ids made here.
pub(crate) fn view_ids() -> impl FnMut() -> ViewId {
    let mut count: u16 = 0;
    move || {
        count = count.wrapping_add(1);
        let time_and_count = now_ms() << 16 | 0x7000 | u64::from(count & 0x0fff);
        let random = u64::from_be_bytes(random_bytes());
        let variant_and_random = 1 << 63 | random >> 2;
        let id = u128::from(time_and_count) << 64 | u128::from(variant_and_random);
        ViewId::from_bytes(id.to_be_bytes())
    }
}

fn random_bytes() -> [u8; 8] {
    let mut bytes = std::array::from_fn(|_| (random() * 256.0) as u8);
    // Where it fails, the bytes drawn above stand; a view id is no secret.
    let _ = fill_randomly(&mut bytes);
    bytes
}
