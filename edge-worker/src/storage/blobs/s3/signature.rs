//! Requests with AWS Signature Version 4, which `aws4fetch` makes.
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html>

use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;
use worker::js_sys::{JSON, Promise};
use worker::wasm_bindgen::{JsCast, JsValue};
use worker::wasm_bindgen_futures::JsFuture;
use worker::{Request, RequestInit, Url, web_sys};

use super::settings::S3Settings;

#[wasm_bindgen(module = "aws4fetch")]
extern "C" {
    type AwsClient;

    #[wasm_bindgen(constructor)]
    fn new(options: &JsValue) -> AwsClient;

    #[wasm_bindgen(method)]
    fn sign(this: &AwsClient, address: &str, init: &web_sys::RequestInit) -> Promise;
}

/// A request that proves who sends it.
pub(super) async fn sign(
    settings: &S3Settings,
    address: &Url,
    init: &RequestInit,
) -> worker::Result<Request> {
    let options = json!({
        "service": "s3",
        "region": settings.region,
        "accessKeyId": settings.access_key_id,
        "secretAccessKey": settings.secret_access_key,
    });
    let client = AwsClient::new(&JSON::parse(&options.to_string())?);
    let signed = JsFuture::from(client.sign(address.as_str(), &init.into())).await?;
    Ok(signed.dyn_into::<web_sys::Request>()?.into())
}
