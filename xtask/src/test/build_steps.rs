//! Building as steps, so that the tests of one part run even when another cannot be built.

use super::step::Step;
use crate::build;
use crate::exclusive::Exclusive;

pub(super) const RECORDER_AND_SHOP: &str = "build-recorder-and-shop";
pub(super) const DASHBOARD: &str = "build-dashboard";
pub(super) const EDGE: &str = "build-edge";
pub(super) const EDGE_WITH_POSTGRES: &str = "build-edge-with-postgres";

pub(super) fn all() -> Vec<Step> {
    let chain = |name: &'static str, chain: build::Chain| {
        Step::new(name, move |bench| {
            let _exclusive = Exclusive::wait(bench.tools().workspace())?;
            Ok(chain(bench.tools())?)
        })
        .in_parts()
    };
    vec![
        chain(RECORDER_AND_SHOP, build::build_recorder_and_shop),
        chain(DASHBOARD, build::build_dashboard),
        chain(EDGE, build::build_edge_worker),
        chain(EDGE_WITH_POSTGRES, build::build_edge_worker_with_postgres),
        Step::new("sizes", |bench| {
            Ok(build::hold_to_size_budget(bench.tools())?)
        })
        .after(&[RECORDER_AND_SHOP, EDGE, EDGE_WITH_POSTGRES]),
    ]
}
