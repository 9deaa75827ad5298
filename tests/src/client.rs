//! Requests to an edge, and its answers.

use serde_json::Value;
use ureq::http::{Request, Response};
use ureq::{Agent, AsSendBody, Body, SendBody};

use crate::edge::{SHOP_KEY, SHOP_ORIGIN};

/// Talks to one edge, perhaps signed in.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
    address: String,
    cookie: Option<String>,
}

/// An answer, whatever its status.
#[derive(Debug)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Vec<u8>,
}

impl Client {
    /// A client of the edge on this port, not signed in.
    pub fn new(port: u16) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true);
        Self {
            agent: config.build().into(),
            address: format!("http://localhost:{port}"),
            cookie: None,
        }
    }

    /// This client, signed in.
    pub fn signed_in(mut self, email: &str, password: &str) -> Self {
        let answer = self.post_json(
            "/api/sign-in",
            &serde_json::json!({ "email": email, "password": password }),
        );
        assert_eq!(answer.status, 204, "{answer:?}");
        self.cookie = Some(answer.cookie());
        self
    }

    /// This client with a cookie.
    pub fn with_cookie(mut self, cookie: &str) -> Self {
        self.cookie = Some(cookie.to_owned());
        self
    }

    /// What signs it in.
    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// Where the edge is, as a browser names it.
    pub fn origin(&self) -> &str {
        &self.address
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], ())
    }

    /// `None` if nobody answers, or not to the end.
    pub fn try_get(&self, path: &str) -> Option<Answer> {
        self.try_send("GET", path, &[], ()).ok()
    }

    /// Sends JSON to a path.
    pub fn post_json(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, &[], body.to_string().as_str())
    }

    /// Makes a project or changes it, as its owner.
    #[track_caller]
    pub fn put_project(&self, id: &str, project: &Value) {
        let answer = self.put_json(&format!("/api/projects/{id}"), project);
        assert_eq!(answer.status, 200, "{answer:?}");
    }

    /// Makes a browser's key or changes its origins, as the owner of the project.
    #[track_caller]
    pub fn put_key(&self, project: &str, key: &str, origins: &[&str]) {
        let body = serde_json::json!({ "allowed_origins": origins });
        let answer = self.put_json(&format!("/api/projects/{project}/ingest-keys/{key}"), &body);
        assert_eq!(answer.status, 204, "{answer:?}");
    }

    /// Puts JSON under a path.
    pub fn put_json(&self, path: &str, body: &Value) -> Answer {
        self.send("PUT", path, &[], body.to_string().as_str())
    }

    /// Sends a batch as the shop's pages do.
    pub fn post_batch(&self, batch: &[u8]) -> Answer {
        self.post_batch_as(Some(SHOP_KEY), Some(SHOP_ORIGIN), batch)
    }

    /// Sends a batch with this key, from this origin.
    pub fn post_batch_as(&self, key: Option<&str>, origin: Option<&str>, batch: &[u8]) -> Answer {
        let query = key
            .map(|key| format!("?ingest_key={key}"))
            .unwrap_or_default();
        let headers: Vec<_> = origin
            .into_iter()
            .map(|origin| ("origin", origin))
            .collect();
        self.send("POST", &format!("/v1/batches{query}"), &headers, batch)
    }

    /// Sends a batch without saying how long it is.
    pub fn post_batch_in_chunks(&self, mut batch: &[u8]) -> Answer {
        let path = format!("/v1/batches?ingest_key={SHOP_KEY}");
        self.send(
            "POST",
            &path,
            &[("origin", SHOP_ORIGIN)],
            SendBody::from_reader(&mut batch),
        )
    }

    /// Sends a request and reads the whole answer.
    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl AsSendBody,
    ) -> Answer {
        self.try_send(method, path, headers, body)
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl AsSendBody,
    ) -> Result<Answer, ureq::Error> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        let request = request.body(body).unwrap();
        Answer::of(self.agent.run(request)?)
    }
}

impl Answer {
    fn of(response: Response<Body>) -> Result<Self, ureq::Error> {
        let (parts, mut body) = response.into_parts();
        let header = |(name, value): (&ureq::http::HeaderName, &ureq::http::HeaderValue)| {
            (name.to_string(), value.to_str().unwrap().to_owned())
        };
        Ok(Self {
            status: parts.status.as_u16(),
            headers: parts.headers.iter().map(header).collect(),
            body: body.with_config().limit(u64::MAX).read_to_vec()?,
        })
    }

    /// A header of the answer.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find_map(|(found, value)| (found == name).then_some(value.as_str()))
    }

    /// The body as JSON, which it must be.
    pub fn json(&self) -> Value {
        let text = String::from_utf8_lossy(&self.body);
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {text:?}"))
    }

    /// The code of an error.
    pub fn code(&self) -> String {
        self.json()["error"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The cookie that an answer sets, as a request carries it.
    pub fn cookie(&self) -> String {
        let header = self.header("set-cookie").expect("a cookie");
        header.split(';').next().unwrap().to_owned()
    }
}
