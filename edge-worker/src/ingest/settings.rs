//! `GET /v1/settings`: what the owner of a project tells its recorders.

use scrubbing::Rules;
use serde::{Deserialize, Serialize};
use wire_format::SessionId;
use worker::{Request, Response, console_error};

use crate::answer;
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::sender::Sender;
use crate::limits::SETTINGS_CACHE_S;
use crate::projects::OriginPattern;

/// What may be set; what is absent is left to the options of the page. The names are those of the
/// options.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Settings {
    /// `false` ends all recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    recording: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sample_rate: Option<Rate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_sample_rate: Option<Rate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum_duration_ms: Option<u32>,
    /// Counts where it is stricter than that of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    privacy_level: Option<PrivacyLevel>,
    /// What the edge does itself; nobody is told, as it says what a project has to hide.
    #[serde(skip_serializing_if = "Option::is_none")]
    scrubbing: Option<Rules>,
}

/// What recorders are told.
#[derive(Debug, Serialize)]
struct Told {
    #[serde(flatten)]
    settings: Settings,
    /// The pages of the project: a recorder in a frame joins a page of these, and no other.
    origins: Vec<String>,
}

/// A share, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64")]
struct Rate(f64);

impl TryFrom<f64> for Rate {
    type Error = &'static str;

    fn try_from(rate: f64) -> Result<Self, Self::Error> {
        if (0.0..=1.0).contains(&rate) {
            Ok(Self(rate))
        } else {
            Err("a rate is from 0 to 1")
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PrivacyLevel {
    Mask,
    MaskUserInput,
    Allow,
}

/// What a recorder is told that asks whether a session is wanted.
#[derive(Debug, Serialize)]
struct Wanted {
    release: bool,
}

/// Answers with the settings of the sender's project, which browsers may keep for a while; or, where the
/// request names a `session`, with whether it is wanted.
pub(crate) async fn settings(request: &Request, edge: &Bindings) -> Result<Response, ApiError> {
    let sender = Sender::asking(request, edge).await?;
    let url = request.url()?;
    let named = url.query_pairs().find(|(field, _)| field == "session");
    if let Some((_, session)) = named {
        let session: SessionId = session.parse().map_err(|_| ApiError::SessionNotFound)?;
        let release = edge.index().await?.is_wanted(&session.to_string()).await?;
        return answer::json(200, &Wanted { release });
    }
    let told = Told {
        settings: for_recorders(&sender.settings),
        origins: sender
            .origins
            .into_iter()
            .filter(|origin| is_one_site(origin))
            .collect(),
    };
    let response = answer::json(200, &told)?;
    let caching = format!("private, max-age={SETTINGS_CACHE_S}");
    answer::with_headers(response, &[("cache-control", caching)])
}

/// Settings that cannot be read as a whole set nothing: half of them may be the wrong half.
fn for_recorders(stored: &str) -> Settings {
    let settings = serde_json::from_str(stored).unwrap_or_else(|error| {
        console_error!("the settings of a project are not valid: {error}");
        Settings::default()
    });
    Settings {
        scrubbing: None,
        ..settings
    }
}

/// Whether pages of exactly one site have this origin. `null`, say, is that of every sandboxed frame.
fn is_one_site(origin: &str) -> bool {
    OriginPattern::parse(origin).is_some_and(OriginPattern::is_exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_settings_are_said_as_they_are_stored() {
        for stored in [
            "{}",
            r#"{"recording":false}"#,
            r#"{"sampleRate":0.1,"errorSampleRate":1.0,"minimumDurationMs":5000,"privacyLevel":"mask-user-input"}"#,
        ] {
            let settings: Settings = serde_json::from_str(stored).unwrap();
            assert_eq!(serde_json::to_string(&settings).unwrap(), stored);
        }
    }

    #[test]
    fn recorders_are_not_told_what_is_scrubbed() {
        let settings = for_recorders(r#"{"recording":false,"scrubbing":{"keys":["customer"]}}"#);
        assert_eq!(
            serde_json::to_string(&settings).unwrap(),
            r#"{"recording":false}"#
        );
    }

    #[test]
    fn what_is_out_of_range_or_unknown_is_not_valid() {
        for stored in [
            r#"{"sampleRate":1.5}"#,
            r#"{"sampleRate":-0.1}"#,
            r#"{"errorSampleRate":"all"}"#,
            r#"{"minimumDurationMs":-1}"#,
            r#"{"privacyLevel":"none"}"#,
            r#"{"samplerate":0.1}"#,
        ] {
            assert!(
                serde_json::from_str::<Settings>(stored).is_err(),
                "{stored}"
            );
        }
    }

    #[test]
    fn only_what_names_one_site_is_told_as_an_origin() {
        for origin in ["https://shop.example", "http://localhost:4000"] {
            assert!(is_one_site(origin), "{origin}");
        }
        for other in [
            "*",
            "/",
            "null",
            "",
            "https://shop.example/",
            "file://",
            "https://*.example/",
        ] {
            assert!(!is_one_site(other), "{other}");
        }
    }
}
