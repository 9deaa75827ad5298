//! Which store it is, and who the edge is there.

use std::fmt::{self, Debug, Display};

use worker::Url;

use crate::storage::StorageError;
use crate::storage::blobs::failed;

/// The address of the store. Without it there is none.
pub(super) const ENDPOINT: &str = "S3_ENDPOINT";
pub(super) const REGION: &str = "S3_REGION";
pub(super) const BUCKET: &str = "S3_BUCKET";
pub(super) const ACCESS_KEY_ID: &str = "S3_ACCESS_KEY_ID";
pub(super) const SECRET_ACCESS_KEY: &str = "S3_SECRET_ACCESS_KEY";

/// All that must be known of a store.
pub(crate) struct S3Settings {
    /// Objects are addressed by their path below it, which every store understands.
    bucket: Url,
    pub(super) region: String,
    pub(super) access_key_id: String,
    pub(super) secret_access_key: String,
}

impl S3Settings {
    /// What is set from outside; `None` if no store is.
    pub(crate) fn read(
        setting: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<Self>, StorageError> {
        let Some(endpoint) = setting(ENDPOINT) else {
            return Ok(None);
        };
        let needed = |name: &str| {
            let value = setting(name);
            value.ok_or_else(|| failed(format!("{ENDPOINT} is set, but {name} is not")))
        };
        Ok(Some(Self {
            bucket: bucket(&endpoint, &needed(BUCKET)?)?,
            region: needed(REGION)?,
            access_key_id: needed(ACCESS_KEY_ID)?,
            secret_access_key: needed(SECRET_ACCESS_KEY)?,
        }))
    }

    /// Where an object of this name is.
    pub(super) fn address(&self, name: &str) -> Url {
        let mut address = self.bucket.clone();
        if let Ok(mut path) = address.path_segments_mut() {
            path.extend(name.split('/'));
        }
        address
    }
}

fn bucket(endpoint: &str, name: &str) -> Result<Url, StorageError> {
    let mut address: Url = endpoint.parse().map_err(wrong_endpoint)?;
    if !matches!(address.scheme(), "http" | "https") {
        return Err(wrong_endpoint("it must begin with http:// or https://"));
    }
    if let Ok(mut path) = address.path_segments_mut() {
        path.pop_if_empty().push(name);
    }
    Ok(address)
}

fn wrong_endpoint(problem: impl Display) -> StorageError {
    failed(format!("{ENDPOINT} is no address of a store: {problem}"))
}

impl Debug for S3Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("S3Settings")
            .field("bucket", &self.bucket.as_str())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMPLETE: [(&str, &str); 5] = [
        (ENDPOINT, "https://store.example:9000"),
        (REGION, "eu-central-1"),
        (BUCKET, "recordings"),
        (ACCESS_KEY_ID, "id"),
        (SECRET_ACCESS_KEY, "secret"),
    ];

    fn read_with(name: &str, value: Option<&str>) -> Result<Option<S3Settings>, StorageError> {
        S3Settings::read(|asked| {
            let mut settings = COMPLETE.iter();
            let found = settings.find(|(name, _)| *name == asked);
            let found = found.map(|(_, value)| *value);
            let value = if asked == name { value } else { found };
            value.map(str::to_owned)
        })
    }

    #[test]
    fn objects_are_addressed_by_their_path() {
        let store = read_with("", None).unwrap().unwrap();
        assert_eq!(
            store.address("demo/sheets/1").as_str(),
            "https://store.example:9000/recordings/demo/sheets/1"
        );
        let behind = read_with(ENDPOINT, Some("http://[::1]/s3/")).unwrap();
        assert_eq!(
            behind.unwrap().address("a/b").as_str(),
            "http://[::1]/s3/recordings/a/b"
        );
    }

    #[test]
    fn without_an_endpoint_there_is_no_store() {
        assert!(read_with(ENDPOINT, None).unwrap().is_none());
    }

    #[test]
    fn what_is_missing_is_named() {
        for (name, _) in &COMPLETE[1..] {
            let error = read_with(name, None).unwrap_err().to_string();
            assert!(error.ends_with(&format!("{name} is not")), "{error}");
        }
    }

    #[test]
    fn an_endpoint_is_an_address_of_http() {
        for endpoint in ["store.example", "store.example:9000", "s3://store.example"] {
            let error = read_with(ENDPOINT, Some(endpoint)).unwrap_err();
            assert!(error.to_string().contains(ENDPOINT), "{endpoint}");
        }
    }

    #[test]
    fn the_secret_is_not_printed() {
        let store = read_with(SECRET_ACCESS_KEY, Some("tell-nobody")).unwrap();
        assert!(!format!("{store:?}").contains("tell-nobody"));
    }
}
