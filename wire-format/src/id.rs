//! Sessions, windows, views and nodes, as types that cannot be mixed up.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

/// A node of a recorded document: 1 … 2³²−1, stable for the life of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(NonZeroU32);

impl NodeId {
    /// The lowest id there is.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// The id with this number; `None` for 0, which on the wire means "no node".
    pub const fn new(number: u32) -> Option<Self> {
        match NonZeroU32::new(number) {
            Some(number) => Some(Self(number)),
            None => None,
        }
    }

    /// The number on the wire.
    pub const fn get(self) -> u32 {
        self.0.get()
    }
}

/// The text is not a UUID in its canonical form of 36 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a UUID of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")]
pub struct ParseIdError;

macro_rules! uuid_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name([u8; 16]);

        impl $name {
            /// The id with these bytes.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The bytes on the wire.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_uuid(&self.0, formatter)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_uuid(&self.0, formatter)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                parse_uuid(text).map(Self)
            }
        }
    };
}

uuid_type!(
    /// One visitor's activity until 30 minutes idle or 4 hours of age.
    SessionId
);
uuid_type!(
    /// One browser tab of a session.
    WindowId
);
uuid_type!(
    /// One page load or client-side navigation of a window.
    ViewId
);

fn write_uuid(bytes: &[u8; 16], formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (position, byte) in bytes.iter().enumerate() {
        if matches!(position, 4 | 6 | 8 | 10) {
            formatter.write_str("-")?;
        }
        write!(formatter, "{byte:02x}")?;
    }
    Ok(())
}

fn parse_uuid(text: &str) -> Result<[u8; 16], ParseIdError> {
    if text.len() != 36 {
        return Err(ParseIdError);
    }
    let mut bytes = [0; 16];
    let mut digits = 0;
    for (position, character) in text.bytes().enumerate() {
        let is_hyphen_place = matches!(position, 8 | 13 | 18 | 23);
        if is_hyphen_place != (character == b'-') {
            return Err(ParseIdError);
        }
        if is_hyphen_place {
            continue;
        }
        let digit = char::from(character).to_digit(16).ok_or(ParseIdError)?;
        let byte = bytes.get_mut(digits / 2).ok_or(ParseIdError)?;
        *byte = *byte << 4 | digit as u8;
        digits += 1;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_survives_its_text_form() {
        let text = "0f8fad5b-d9cb-469f-a165-70867728950e";
        let id: SessionId = text.parse().unwrap();
        assert_eq!(id.to_string(), text);
    }

    #[test]
    fn text_that_is_no_uuid_is_refused() {
        for text in [
            "",
            "0f8fad5bd9cb469fa16570867728950e",
            "0f8fad5b-d9cb-469f-a165-70867728950g",
            "0f8fad5b-d9cb-469f-a165_70867728950e",
        ] {
            assert_eq!(text.parse::<WindowId>(), Err(ParseIdError), "{text}");
        }
    }
}
