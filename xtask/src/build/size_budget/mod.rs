//! What a visitor's page and the edge have to load, held to `size-budget.toml`.

mod measure;

use std::fmt;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use self::measure::{Sizes, measure};
use super::error::BuildError;
use crate::console::{Style, on_stdout};
use crate::setup::Tools;

const EDGE: &str = "edge worker";

/// The whole file.
#[derive(Debug, Deserialize)]
struct SizeBudget {
    product: Vec<Product>,
}

/// Files that are loaded together, and how large they may be together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Product {
    name: String,
    /// Relative to the root.
    files: Vec<String>,
    compression: Compression,
    limit_bytes: u64,
}

/// How the files travel.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Compression {
    Gzip,
    Brotli,
}

impl fmt::Display for Compression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Gzip => "gzip",
            Self::Brotli => "brotli",
        })
    }
}

/// Prints the sizes of all products; an error names those that exceed their limit.
pub(crate) fn hold_to_size_budget(tools: &Tools) -> Result<(), BuildError> {
    hold(tools, |_| true)
}

/// The same of the edge alone, as it is deployed.
pub(crate) fn hold_edge_to_size_budget(tools: &Tools) -> Result<(), BuildError> {
    hold(tools, |product| product.name == EDGE)
}

fn hold(tools: &Tools, is_asked_for: impl Fn(&Product) -> bool) -> Result<(), BuildError> {
    let budget = read(&tools.workspace().path("size-budget.toml"))?;
    println!(
        "{:<28} {:>9} {:>9} {:>9}   limit",
        "size in bytes", "raw", "gzip", "brotli"
    );
    let mut exceeded = Vec::new();
    for product in budget
        .product
        .iter()
        .filter(|product| is_asked_for(product))
    {
        let sizes = measure(tools, &product.files)?;
        let is_within = product.allows(sizes);
        println!("{}", product.line(sizes, is_within));
        if !is_within {
            exceeded.push(product.name.as_str());
        }
    }
    match exceeded.is_empty() {
        true => Ok(()),
        false => Err(BuildError::OverBudget(exceeded.join(", "))),
    }
}

fn read(path: &Path) -> Result<SizeBudget, BuildError> {
    let text = fs::read_to_string(path).map_err(|source| BuildError::Read {
        path: path.to_path_buf(),
        source,
    })?;
    toml::from_str(&text).map_err(|source| BuildError::Configuration {
        path: path.to_path_buf(),
        source,
    })
}

impl Product {
    fn allows(&self, sizes: Sizes) -> bool {
        self.compressed(sizes) <= self.limit_bytes
    }

    fn compressed(&self, sizes: Sizes) -> u64 {
        match self.compression {
            Compression::Gzip => sizes.gzip_bytes,
            Compression::Brotli => sizes.brotli_bytes,
        }
    }

    fn line(&self, sizes: Sizes, is_within: bool) -> String {
        let share_percent = self.compressed(sizes) * 100 / self.limit_bytes.max(1);
        let verdict = format!(
            "{} {}, {share_percent} % used",
            self.limit_bytes, self.compression
        );
        let style = if is_within { Style::Good } else { Style::Bad };
        format!(
            "{:<28} {:>9} {:>9} {:>9}   {}",
            self.name,
            sizes.raw_bytes,
            sizes.gzip_bytes,
            sizes.brotli_bytes,
            on_stdout(style, &verdict),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{SizeBudget, Sizes};

    const BUDGET: &str = r#"
        [[product]]
        name = "loader"
        files = ["dist/loader.js"]
        compression = "brotli"
        limit_bytes = 12_000
    "#;

    #[test]
    fn the_limit_itself_is_allowed_and_one_byte_more_is_not() {
        let budget: SizeBudget = toml::from_str(BUDGET).unwrap();
        let sizes = Sizes {
            raw_bytes: 40_000,
            gzip_bytes: 14_000,
            brotli_bytes: 12_000,
        };
        assert!(budget.product[0].allows(sizes));
        assert!(!budget.product[0].allows(Sizes {
            brotli_bytes: 12_001,
            ..sizes
        }));
    }

    #[test]
    fn a_misspelled_limit_is_refused() {
        let misspelled = BUDGET.replace("limit_bytes", "limit");
        assert!(toml::from_str::<SizeBudget>(&misspelled).is_err());
    }
}
