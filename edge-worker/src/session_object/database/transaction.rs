//! A transaction that an error rolls back.

use worker::durable::Storage;
use worker::wasm_bindgen::prelude::wasm_bindgen;
use worker::wasm_bindgen::{self, JsCast, JsValue};

use super::{Result, failed};

#[wasm_bindgen]
extern "C" {
    /// `DurableObjectStorage`, with the method the `worker` crate does not bind.
    type TransactionalStorage;

    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(
        this: &TransactionalStorage,
        body: &mut dyn FnMut() -> std::result::Result<(), JsValue>,
    ) -> std::result::Result<(), JsValue>;
}

/// Runs `body` within a transaction: what it wrote is kept if it succeeds, else none of it.
pub(super) fn run<T>(storage: &Storage, mut body: impl FnMut() -> Result<T>) -> Result<T> {
    let mut outcome = None;
    let storage: &TransactionalStorage = storage.as_raw().unchecked_ref();
    let transaction = storage.transaction_sync(&mut || {
        let result = body();
        let signal = result
            .as_ref()
            .map(|_| ())
            .map_err(|_| JsValue::from_str("rolled back"));
        outcome = Some(result);
        signal
    });
    match (outcome, transaction) {
        (Some(Err(error)), _) => Err(error),
        (Some(Ok(value)), Ok(())) => Ok(value),
        (_, Err(error)) => Err(failed(worker::Error::from(error))),
        (None, Ok(())) => Err(failed("the transaction did not run")),
    }
}
