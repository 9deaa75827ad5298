//! A sheet as the archive keeps it; see "Archived sheet" in `docs/wire-format.md`.

use super::SheetHash;
use crate::codec::{self, Codec};
use crate::error::{DecodeError, Result};
use crate::limits::{SHEET_BYTES_MAX, SHEET_DECODED_BYTES_MAX};
use crate::message_pack::{Reader, Writer};
use crate::node::Text;

const MAGIC: [u8; 4] = *b"MMWC";
const VERSION: u8 = 1;

/// A sheet as it travels and as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedSheet {
    /// Its name in the archive.
    pub hash: SheetHash,
    /// The compressed sheet.
    pub bytes: Vec<u8>,
}

/// A sheet whose content has been read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSheet {
    /// Its name in the archive, as its content says.
    pub hash: SheetHash,
    /// Its rules in their order.
    pub rules: Vec<String>,
}

impl SealedSheet {
    /// Seals the rules of a sheet; `None` if they exceed a limit of the format.
    pub fn of(rules: &[Text<'_>]) -> Option<Self> {
        let mut content = Writer::default();
        content.array(rules.len());
        for rule in rules {
            content.str(rule);
        }
        let content = content.into_bytes();
        if content.len() > SHEET_DECODED_BYTES_MAX {
            return None;
        }
        let hash = SheetHash::of(&content);
        let decoded_length = u32::try_from(content.len()).ok()?;
        let (codec, content) = codec::compress(content);
        let mut bytes = Vec::with_capacity(content.len() + 10);
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&[VERSION, codec.byte()]);
        bytes.extend_from_slice(&decoded_length.to_le_bytes());
        bytes.extend_from_slice(&content);
        (bytes.len() <= SHEET_BYTES_MAX).then_some(Self { hash, bytes })
    }
}

impl OpenSheet {
    /// Reads a sealed sheet, within the limits of the format.
    pub fn open(bytes: &[u8]) -> Result<Self> {
        let content = decompress(bytes)?;
        let mut rules = Vec::new();
        read_rules(&content, |rule| rules.push(rule.to_owned()))?;
        let hash = SheetHash::of(&content);
        Ok(Self { hash, rules })
    }

    /// Reads all of a sealed sheet and keeps nothing but its name in the archive.
    pub fn check(bytes: &[u8]) -> Result<SheetHash> {
        let content = decompress(bytes)?;
        read_rules(&content, |_| ())?;
        Ok(SheetHash::of(&content))
    }
}

/// The content of a sealed sheet.
fn decompress(bytes: &[u8]) -> Result<Vec<u8>> {
    if bytes.len() > SHEET_BYTES_MAX {
        return Err(DecodeError::LimitExceeded {
            what: "bytes of a sheet",
            limit: SHEET_BYTES_MAX,
        });
    }
    let (magic, rest) = bytes
        .split_first_chunk::<4>()
        .ok_or(DecodeError::Truncated)?;
    if *magic != MAGIC {
        return Err(DecodeError::WrongMagic);
    }
    let (&[version, codec], rest) = rest.split_first_chunk().ok_or(DecodeError::Truncated)?;
    if version != VERSION {
        return Err(DecodeError::UnsupportedVersion(version));
    }
    let (decoded_length, content) = rest.split_first_chunk().ok_or(DecodeError::Truncated)?;
    let decoded_length = u32::from_le_bytes(*decoded_length) as usize;
    if decoded_length > SHEET_DECODED_BYTES_MAX {
        return Err(DecodeError::LimitExceeded {
            what: "bytes of a decoded sheet",
            limit: SHEET_DECODED_BYTES_MAX,
        });
    }
    Codec::from_byte(codec)?.decompress(content, decoded_length)
}

fn read_rules<'c>(content: &'c [u8], mut take: impl FnMut(&'c str)) -> Result<()> {
    let mut input = Reader::new(content);
    for _ in 0..input.array()? {
        take(input.str()?);
    }
    if input.remaining().is_empty() {
        Ok(())
    } else {
        Err(DecodeError::LeftOver)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> SealedSheet {
        let rules = ["a { color: red }", "b { color: \"größe\" }"].repeat(50);
        let rules: Vec<_> = rules.into_iter().map(Text::Borrowed).collect();
        SealedSheet::of(&rules).unwrap()
    }

    #[test]
    fn a_sheet_survives_the_archive_under_the_hash_of_its_content() {
        let sealed = sealed();
        let open = OpenSheet::open(&sealed.bytes).unwrap();
        assert_eq!(open.hash, sealed.hash);
        assert_eq!(open.rules.len(), 100);
        assert_eq!(open.rules[1], "b { color: \"größe\" }");
        assert!(sealed.bytes.len() < 200);
    }

    #[test]
    fn every_cut_is_noticed() {
        let bytes = sealed().bytes;
        for length in 0..bytes.len() {
            assert!(OpenSheet::open(&bytes[..length]).is_err(), "{length} bytes");
        }
    }

    #[test]
    fn a_changed_byte_is_refused_or_gives_another_hash() {
        let sealed = sealed();
        for place in 0..sealed.bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut bytes = sealed.bytes.clone();
                bytes[place] = value;
                if bytes != sealed.bytes
                    && let Ok(open) = OpenSheet::open(&bytes)
                {
                    assert_ne!(open.hash, sealed.hash);
                }
            }
        }
    }

    #[test]
    fn a_bomb_is_refused_before_anything_is_allocated() {
        let mut bytes = sealed().bytes;
        bytes[6..10].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(matches!(
            OpenSheet::open(&bytes),
            Err(DecodeError::LimitExceeded { .. })
        ));
    }
}
