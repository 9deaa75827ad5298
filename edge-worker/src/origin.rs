//! Where a request comes from, and where the edge itself is.

use worker::Request;

use crate::error::ApiError;
use crate::limits;

/// The origin of the page that sends a request. What no browser would send as one counts as none.
pub(crate) fn of(request: &Request) -> Result<Option<String>, ApiError> {
    let origin = request.headers().get("origin")?;
    let is_plausible =
        |origin: &String| origin.is_ascii() && origin.len() <= limits::ORIGIN_BYTES_MAX;
    Ok(origin.filter(is_plausible))
}

/// The same, also where browsers leave it out because the page is of the edge's own origin, as they
/// do with `GET`. No script can set the header that tells it.
pub(crate) fn of_page(request: &Request) -> Result<Option<String>, ApiError> {
    let named = of(request)?;
    let site = request.headers().get("sec-fetch-site")?;
    if named.is_none() && site.as_deref() == Some("same-origin") {
        return own(request).map(Some);
    }
    Ok(named)
}

/// The origin under which the edge was asked.
pub(crate) fn own(request: &Request) -> Result<String, ApiError> {
    Ok(request.url()?.origin().ascii_serialization())
}
