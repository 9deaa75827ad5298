//! Who sends, before any of what is sent is read.

use worker::{Cf, Request};

use crate::accounting::{Item, ItemKind};
use crate::bindings::Bindings;
use crate::error::ApiError;
use crate::ingest::ingest_key::IngestKey;
use crate::ingest::rate_limit;
use crate::{clock, origin};

/// Who may send: a key that is valid for the page the request comes from.
#[derive(Clone, Debug)]
pub(crate) struct Sender {
    pub(crate) project_id: String,
    pub(crate) user_agent: String,
    /// The code of the country that the platform takes the request to come from.
    pub(crate) country: Option<String>,
    /// The quota of the project; `None` if it has none.
    pub(crate) batches_per_day_max: Option<u64>,
    /// The settings of the project, as stored.
    pub(crate) settings: String,
    /// The origins whose pages may use the key.
    pub(crate) origins: Vec<String>,
}

impl Sender {
    /// Who sends an item: checks key, origin and how much they send.
    pub(super) async fn of(
        item: &mut Item,
        request: &Request,
        edge: &Bindings,
    ) -> Result<Self, ApiError> {
        let url = request.url()?;
        let name = url
            .query_pairs()
            .find_map(|(field, value)| (field == "ingest_key").then_some(value));
        let key = IngestKey::find(name.as_deref(), &edge.index().await?, clock::now_ms()).await?;
        item.belongs_to(&key.project_id);
        key.check_page(origin::of_page(request)?.as_deref())?;
        rate_limit::check(name.as_deref().unwrap_or_default(), request, edge).await?;
        let user_agent = request.headers().get("user-agent")?.unwrap_or_default();
        Ok(Self {
            project_id: key.project_id,
            user_agent,
            country: request.cf().and_then(Cf::country),
            batches_per_day_max: key.batches_per_day_max,
            settings: key.settings,
            origins: key.allowed_origins,
        })
    }

    /// Who asks, and sends nothing that is counted.
    pub(super) async fn asking(request: &Request, edge: &Bindings) -> Result<Self, ApiError> {
        Self::of(&mut Item::begin(ItemKind::Batch), request, edge).await
    }
}
