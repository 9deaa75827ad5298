//! The id of a project.

use crate::error::ApiError;
use crate::limits;

/// Small letters, digits and hyphens: it becomes part of the names of objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProjectId(String);

impl ProjectId {
    pub(crate) fn parse(text: &str) -> Result<Self, ApiError> {
        let is_allowed =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_id = (1..=limits::PROJECT_ID_BYTES_MAX).contains(&text.len())
            && text.bytes().all(is_allowed)
            && !text.starts_with('-');
        if is_id {
            return Ok(Self(text.to_owned()));
        }
        Err(ApiError::InvalidRequest {
            field: "project",
            problem: "the id of a project is made of small letters, digits and hyphens",
            limit: Some(limits::PROJECT_ID_BYTES_MAX as u64),
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_can_be_part_of_any_name() {
        for id in ["shop", "shop-2", "7"] {
            assert_eq!(ProjectId::parse(id).unwrap().as_str(), id);
        }
        for other in [
            "",
            "-shop",
            "Shop",
            "shop/2",
            "shop.2",
            "sch\u{f6}n",
            &"s".repeat(65),
        ] {
            assert!(ProjectId::parse(other).is_err(), "{other}");
        }
    }
}
