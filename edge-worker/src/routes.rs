//! Every address of the edge on one page. What is not here is a file of the dashboard and never
//! reaches the worker (`run_worker_first` in `wrangler.toml`).

use wire_format::SessionId;
use worker::{Request, Response};

use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::{batches, settings, sheets};
use crate::projects::{IngestKeyId, ProjectId, ProjectOperation};
use crate::query::Query;
use crate::{
    accounting, answer, body, clock, cors, deletion, health, maintenance, metrics, origin,
    projects, query, sign_in, wanted,
};

/// What a request asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Route {
    Batch,
    Sheet,
    MissingSheets,
    Settings,
    IngestPreflight,
    Health,
    Metrics,
    Maintenance,
    CreateOwner,
    SignIn,
    CurrentSignIn,
    SignOut,
    /// Projects and ingest keys; for the owner only.
    Projects(ProjectOperation),
    /// Deletes what was recorded; for the owner only.
    DeleteSession(SessionId),
    DeleteUser(ProjectId, String),
    /// Has a session sent that may be held back; for the owner only.
    Want(SessionId),
    /// Whatever shows data; only who is signed in gets an answer.
    Query(Query),
}

/// The table of routes: path, method, and what they ask for. `HEAD` is as `GET`.
fn find(method: &str, path: &str) -> Result<Route, ApiError> {
    let method = if method == "HEAD" { "GET" } else { method };
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    match (segments.as_slice(), method) {
        // What agents send, with an ingest key.
        (["v1", "batches"], "POST") => Ok(Route::Batch),
        (["v1", "sheets"], "POST") => Ok(Route::Sheet),
        (["v1", "sheets", "missing"], "POST") => Ok(Route::MissingSheets),
        (["v1", "settings"], "GET") => Ok(Route::Settings),
        (["v1", "settings"], _) => Err(ApiError::MethodNotAllowed { allow: "GET, HEAD" }),
        (["v1", "batches"] | ["v1", "sheets"] | ["v1", "sheets", "missing"], "OPTIONS") => {
            Ok(Route::IngestPreflight)
        }
        (["v1", "batches"] | ["v1", "sheets"] | ["v1", "sheets", "missing"], _) => {
            Err(ApiError::MethodNotAllowed {
                allow: "POST, OPTIONS",
            })
        }

        // For who operates the edge.
        (["healthz"], "GET") => Ok(Route::Health),
        (["metrics"], "GET") => Ok(Route::Metrics),
        (["healthz"] | ["metrics"], _) => Err(ApiError::MethodNotAllowed { allow: "GET, HEAD" }),

        // Becoming the owner, signing in and out.
        (["api", "owner"], "POST") => Ok(Route::CreateOwner),
        (["api", "owner"], _) => Err(ApiError::MethodNotAllowed { allow: "POST" }),
        (["api", "sign-in"], "POST") => Ok(Route::SignIn),
        (["api", "sign-in"], "GET") => Ok(Route::CurrentSignIn),
        (["api", "sign-in"], "DELETE") => Ok(Route::SignOut),
        (["api", "sign-in"], _) => Err(ApiError::MethodNotAllowed {
            allow: "GET, HEAD, POST, DELETE",
        }),

        // What the owner sets up, or has done.
        (["api", "maintenance"], "POST") => Ok(Route::Maintenance),
        (["api", "maintenance"], _) => Err(ApiError::MethodNotAllowed { allow: "POST" }),
        (["api", "projects", project, "users", user], "DELETE") => Ok(Route::DeleteUser(
            ProjectId::parse(project)?,
            decoded(user)?,
        )),
        (["api", "projects", _, "users", _], _) => {
            Err(ApiError::MethodNotAllowed { allow: "DELETE" })
        }
        (["api", "projects", rest @ ..], _) => find_project_operation(method, rest),

        // What the dashboard reads, behind a sign-in.
        (["api", "outcomes"], "GET") => Ok(Route::Query(Query::Outcomes)),
        (["api", "sessions"], "GET") => Ok(Route::Query(Query::Sessions)),
        (["api", "sessions", id], "DELETE") => Ok(Route::DeleteSession(session_id(id)?)),
        (["api", "sessions", _], method) if method != "GET" => Err(ApiError::MethodNotAllowed {
            allow: "GET, HEAD, DELETE",
        }),
        (["api", "sessions", id], "GET") => Ok(Route::Query(Query::Session(session_id(id)?))),
        (["api", "sessions", id, "records"], "GET") => {
            Ok(Route::Query(Query::Records(session_id(id)?)))
        }
        (["api", "sessions", id, "live"], "GET") => Ok(Route::Query(Query::Live(session_id(id)?))),
        (["api", "sessions", id, "wanted"], "PUT") => Ok(Route::Want(session_id(id)?)),
        (["api", "sessions", _, "wanted"], _) => Err(ApiError::MethodNotAllowed { allow: "PUT" }),
        (["api", "sessions", id, "sheets", hash], "GET") => {
            let hash = hash.parse().map_err(|_| ApiError::SheetNotFound)?;
            Ok(Route::Query(Query::Sheet(session_id(id)?, hash)))
        }
        (
            ["api", "outcomes" | "sessions"]
            | ["api", "sessions", _, "records" | "live"]
            | ["api", "sessions", _, "sheets", _],
            _,
        ) => Err(ApiError::MethodNotAllowed { allow: "GET, HEAD" }),
        _ => Err(ApiError::NotFound),
    }
}

/// The part of the table below `/api/projects`.
fn find_project_operation(method: &str, rest: &[&str]) -> Result<Route, ApiError> {
    let project = |id: &str| ProjectId::parse(id).map_err(|_| ApiError::ProjectNotFound);
    let key = |id: &str| IngestKeyId::parse(id);
    let operation = match (rest, method) {
        ([], "GET") => ProjectOperation::List,
        ([], _) => return Err(ApiError::MethodNotAllowed { allow: "GET, HEAD" }),
        ([id], "PUT") => ProjectOperation::Put(ProjectId::parse(id)?),
        ([id], "DELETE") => ProjectOperation::Delete(project(id)?),
        ([_], _) => {
            return Err(ApiError::MethodNotAllowed {
                allow: "PUT, DELETE",
            });
        }
        ([id, "ingest-keys"], "GET") => ProjectOperation::ListKeys(project(id)?),
        ([id, "ingest-keys"], "POST") => ProjectOperation::CreateKey(project(id)?),
        ([_, "ingest-keys"], _) => {
            return Err(ApiError::MethodNotAllowed {
                allow: "GET, HEAD, POST",
            });
        }
        ([id, "ingest-keys", name], "PUT") => ProjectOperation::PutKey(project(id)?, key(name)?),
        ([id, "ingest-keys", name], "DELETE") => {
            ProjectOperation::RevokeKey(project(id)?, key(name)?)
        }
        ([_, "ingest-keys", _], _) => {
            return Err(ApiError::MethodNotAllowed {
                allow: "PUT, DELETE",
            });
        }
        ([id, "ingest-keys", name, "rotation"], "POST") => {
            ProjectOperation::RotateKey(project(id)?, key(name)?)
        }
        ([_, "ingest-keys", _, "rotation"], _) => {
            return Err(ApiError::MethodNotAllowed { allow: "POST" });
        }
        _ => return Err(ApiError::NotFound),
    };
    Ok(Route::Projects(operation))
}

/// Answers a request; every error has become an answer.
pub(crate) async fn answer(mut request: Request, edge: &Bindings) -> worker::Result<Response> {
    let cors_headers = cors_headers(&request);
    let started_at_ms = clock::now_ms();
    let route = find(&request.inner().method(), &request.path());
    let name = route.as_ref().map_or("none", Route::name);
    let response = match follow(route, &mut request, edge).await {
        Ok(response) => Ok(response),
        Err(error) => {
            body::discard(&mut request).await;
            answer::error(&error)
        }
    };
    let response = response.and_then(|response| answer::with_headers(response, &cors_headers));
    let response = response.map_err(|error| worker::Error::RustError(error.to_string()))?;
    let duration_ms = clock::now_ms().saturating_sub(started_at_ms);
    accounting::count_request(name, response.status_code(), duration_ms);
    let is_head = request.inner().method() == "HEAD";
    Ok(if is_head {
        answer::without_body(response)
    } else {
        response
    })
}

async fn follow(
    route: Result<Route, ApiError>,
    request: &mut Request,
    edge: &Bindings,
) -> Result<Response, ApiError> {
    let route = route?;
    sign_in::check_configuration(edge).await?;
    match route {
        Route::Batch => batches::ingest(request, edge).await,
        Route::Sheet => sheets::ingest(request, edge).await,
        Route::MissingSheets => sheets::missing(request, edge).await,
        Route::Settings => settings::settings(request, edge).await,
        Route::IngestPreflight => {
            answer::with_headers(answer::empty(204)?, &cors::preflight_headers())
        }
        Route::Health => health::health(edge).await,
        Route::Metrics => {
            sign_in::authorize(request, edge).await?;
            metrics::metrics(edge).await
        }
        Route::CreateOwner => sign_in::create_owner(from_dashboard(request)?, edge).await,
        Route::SignIn => sign_in::start(from_dashboard(request)?, edge).await,
        Route::SignOut => sign_in::end(from_dashboard(request)?, edge).await,
        Route::CurrentSignIn => sign_in::current(request, edge).await,
        Route::Maintenance => {
            sign_in::authorize(request, edge).await?;
            maintenance::run_now(edge).await
        }
        Route::Projects(operation) => {
            sign_in::authorize(request, edge).await?;
            projects::answer(operation, request, edge).await
        }
        Route::DeleteSession(session) => {
            sign_in::authorize(request, edge).await?;
            deletion::session(session, edge).await
        }
        Route::DeleteUser(project, user) => {
            sign_in::authorize(request, edge).await?;
            deletion::user(&project, &user, edge).await
        }
        Route::Want(session) => {
            sign_in::authorize(request, edge).await?;
            wanted::want(session, edge).await
        }
        Route::Query(query) => {
            sign_in::authorize(request, edge).await?;
            query::answer(query, request, edge).await
        }
    }
}

impl Route {
    /// Under which requests are counted.
    fn name(&self) -> &'static str {
        match self {
            Self::Batch => "batches",
            Self::Sheet | Self::MissingSheets => "sheets",
            Self::Settings => "settings",
            Self::IngestPreflight => "preflight",
            Self::Health => "health",
            Self::Metrics => "metrics",
            Self::Maintenance => "maintenance",
            Self::CreateOwner | Self::SignIn | Self::CurrentSignIn | Self::SignOut => "sign-in",
            Self::Projects(_) => "projects",
            Self::DeleteSession(_) | Self::DeleteUser(..) => "deletion",
            Self::Want(_) | Self::Query(_) => "query",
        }
    }
}

/// The request, if it may change something here.
fn from_dashboard(request: &mut Request) -> Result<&mut Request, ApiError> {
    sign_in::check_same_origin(origin::of(request)?.as_deref(), &origin::own(request)?)?;
    Ok(request)
}

fn cors_headers(request: &Request) -> Vec<cors::Header> {
    if !request.path().starts_with("/v1/") {
        return Vec::new();
    }
    cors::headers(origin::of(request).ok().flatten().as_deref())
}

/// A part of the path as it is meant.
fn decoded(part: &str) -> Result<String, ApiError> {
    let decoded = worker::js_sys::decode_uri_component(part);
    decoded.map(String::from).map_err(|_| ApiError::NotFound)
}

fn session_id(text: &str) -> Result<SessionId, ApiError> {
    text.parse().map_err(|_| ApiError::SessionNotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

    fn is_not_found(path: &str) -> bool {
        matches!(find("GET", path), Err(ApiError::NotFound))
    }

    #[test]
    fn an_address_leads_to_what_it_names() {
        let id = ID.parse().unwrap();
        assert_eq!(find("POST", "/v1/batches").unwrap(), Route::Batch);
        assert_eq!(
            find("GET", &format!("/api/sessions/{ID}/records")).unwrap(),
            Route::Query(Query::Records(id))
        );
        assert_eq!(
            find("HEAD", &format!("/api/sessions/{ID}")).unwrap(),
            Route::Query(Query::Session(id))
        );
    }

    #[test]
    fn other_addresses_lead_nowhere() {
        for path in [
            "/",
            "/v1",
            "/v1/batches/",
            "/v1/batches/1",
            "/api",
            "//v1/batches",
            "/api/sessions/a/b/c",
            "/V1/batches",
        ] {
            assert!(is_not_found(path), "{path}");
        }
    }

    #[test]
    fn another_method_is_told_which_ones_there_are() {
        let refused = find("GET", "/v1/batches");
        assert!(matches!(
            refused,
            Err(ApiError::MethodNotAllowed {
                allow: "POST, OPTIONS"
            })
        ));
        let refused = find("PUT", &format!("/api/sessions/{ID}"));
        assert!(matches!(
            refused,
            Err(ApiError::MethodNotAllowed {
                allow: "GET, HEAD, DELETE"
            })
        ));
    }

    #[test]
    fn what_is_no_id_names_no_session() {
        assert!(matches!(
            find("GET", "/api/sessions/1"),
            Err(ApiError::SessionNotFound)
        ));
    }
}
