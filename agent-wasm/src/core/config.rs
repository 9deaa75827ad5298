//! What the collector hands over when recording starts. Reading a field that is not there, or is
//! not of its type, throws.

use wasm_bindgen::prelude::*;

use crate::privacy::{Privacy, UnknownLevel};
use crate::text::split;

#[wasm_bindgen]
extern "C" {
    /// `CoreConfig` in `agent-wasm/collector/messages.ts`.
    pub type Config;

    #[wasm_bindgen(method, getter, js_name = batchesUrl)]
    pub(super) fn batches_url(this: &Config) -> String;
    #[wasm_bindgen(method, getter, js_name = sessionId)]
    pub(super) fn session_id(this: &Config) -> String;
    #[wasm_bindgen(method, getter, js_name = previousSessionId)]
    pub(super) fn previous_session_id(this: &Config) -> String;
    #[wasm_bindgen(method, getter, js_name = isHeldBack)]
    pub(super) fn is_held_back(this: &Config) -> bool;
    #[wasm_bindgen(method, getter, js_name = releasesOnError)]
    pub(super) fn releases_on_error(this: &Config) -> bool;
    #[wasm_bindgen(method, getter, js_name = windowId)]
    pub(super) fn window_id(this: &Config) -> String;
    #[wasm_bindgen(method, getter, js_name = framingWindowId)]
    pub(super) fn framing_window_id(this: &Config) -> String;
    #[wasm_bindgen(method, getter, js_name = framingNode)]
    pub(super) fn framing_node(this: &Config) -> u32;
    #[wasm_bindgen(method, getter, js_name = originMs)]
    pub(super) fn origin_ms(this: &Config) -> f64;
    #[wasm_bindgen(method, getter, js_name = recorderVersion)]
    pub(super) fn recorder_version(this: &Config) -> String;
    #[wasm_bindgen(method, getter, js_name = knownSheets)]
    pub(super) fn known_sheets(this: &Config) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn privacy(this: &Config) -> PrivacyConfig;

    /// `PrivacyConfig` in `agent-wasm/collector/privacy/privacy-config.ts`.
    pub(super) type PrivacyConfig;

    #[wasm_bindgen(method, getter)]
    fn level(this: &PrivacyConfig) -> String;
    #[wasm_bindgen(method, getter, js_name = keptParameters)]
    fn kept_parameters(this: &PrivacyConfig) -> String;
    #[wasm_bindgen(method, getter, js_name = shownAttributes)]
    fn shown_attributes(this: &PrivacyConfig) -> String;
    #[wasm_bindgen(method, getter, js_name = maskedAttributes)]
    fn masked_attributes(this: &PrivacyConfig) -> String;
    #[wasm_bindgen(method, getter, js_name = hiddenFields)]
    fn hidden_fields(this: &PrivacyConfig) -> String;
}

impl PrivacyConfig {
    pub(super) fn read(&self) -> Result<Privacy, UnknownLevel> {
        Ok(Privacy {
            level: self.level().parse()?,
            kept_parameters: lines(&self.kept_parameters()),
            shown_attributes: lines(&self.shown_attributes()),
            masked_attributes: lines(&self.masked_attributes()),
            hidden_fields: lines(&self.hidden_fields()),
        })
    }
}

fn lines(text: &str) -> Vec<String> {
    split(text, "\n")
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
