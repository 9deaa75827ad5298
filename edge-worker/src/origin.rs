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

/// The origin under which the edge was asked.
pub(crate) fn own(request: &Request) -> Result<String, ApiError> {
    Ok(request.url()?.origin().ascii_serialization())
}
