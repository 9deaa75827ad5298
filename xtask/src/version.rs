//! Versions of tools, as far as deciding "new enough" needs them.

use std::fmt;

/// Major, minor and patch number; whatever follows is not compared.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Version {
    major: u32,
    minor: u32,
    patch: u32,
}

impl Version {
    pub(crate) const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self {
            major,
            minor,
            patch,
        }
    }

    /// Reads `v22.12.0`, `1.96` or a distribution's `1.96.0+dfsg1-1`. Missing numbers count as
    /// zero.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let numbers = text.trim().trim_start_matches('v');
        let end = numbers
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(numbers.len());
        let mut parts = numbers.get(..end)?.split('.').map(str::parse);
        let major = parts.next()?.ok()?;
        let minor = parts.next().and_then(Result::ok).unwrap_or(0);
        let patch = parts.next().and_then(Result::ok).unwrap_or(0);
        Some(Self {
            major,
            minor,
            patch,
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn reads_what_tools_print() {
        assert_eq!(Version::parse("v24.21.0\n"), Some(Version::new(24, 21, 0)));
        assert_eq!(
            Version::parse("1.96.0+dfsg1-1~deb12u2"),
            Some(Version::new(1, 96, 0))
        );
        assert_eq!(Version::parse("22.12"), Some(Version::new(22, 12, 0)));
        assert_eq!(Version::parse("(none)"), None);
        assert_eq!(Version::parse(""), None);
    }

    #[test]
    fn compares_as_numbers_not_as_text() {
        assert!(Version::parse("20.20.2") < Version::parse("22.12.0"));
        assert!(Version::parse("22.9.0") < Version::parse("22.12.0"));
        assert!(Version::parse("22.12.0") >= Version::parse("22.12"));
    }
}
