use crate::error::{DecodeError, Result};
use crate::limits::SKIPPED_DEPTH_MAX;

/// Takes MessagePack values from untrusted bytes, without copying and without recursion.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

/// What a value begins with: all of a number, the length of anything else.
enum Head {
    Nil,
    Bool(bool),
    Uint(u64),
    Int(i64),
    Float(f64),
    Str(usize),
    Bin(usize),
    Array(usize),
    Map(usize),
    /// Of a type that the format does not use, with its length in bytes.
    Other(usize),
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) const fn remaining(&self) -> &'a [u8] {
        self.bytes
    }

    /// The number of elements of an array. Each takes at least a byte, so a larger number than
    /// there are bytes is a lie.
    pub(crate) fn array(&mut self) -> Result<usize> {
        match self.head()? {
            Head::Array(length) if length <= self.bytes.len() => Ok(length),
            Head::Array(_) => Err(DecodeError::Truncated),
            _ => Err(DecodeError::Unexpected("an array")),
        }
    }

    /// The elements of an array of fixed shape that this version does not know: at most
    /// `length - known` values are skipped. Fewer than `known` elements are an error.
    pub(crate) fn array_of(&mut self, known: usize) -> Result<usize> {
        self.array()?
            .checked_sub(known)
            .ok_or(DecodeError::Unexpected("a longer array"))
    }

    #[inline]
    pub(crate) fn uint(&mut self) -> Result<u64> {
        match self.take_small() {
            Some(value) => Ok(value.into()),
            None => self.large_uint(),
        }
    }

    fn large_uint(&mut self) -> Result<u64> {
        let value = match self.head()? {
            Head::Uint(value) => Some(value),
            Head::Int(value) => value.try_into().ok(),
            _ => None,
        };
        value.ok_or(DecodeError::Unexpected("an unsigned integer"))
    }

    #[inline]
    pub(crate) fn u32(&mut self, field: &'static str) -> Result<u32> {
        u32::try_from(self.uint()?).map_err(|_| DecodeError::OutOfRange(field))
    }

    #[inline]
    pub(crate) fn int(&mut self) -> Result<i64> {
        match self.take_small() {
            Some(value) => Ok(value.into()),
            None => self.large_int(),
        }
    }

    fn large_int(&mut self) -> Result<i64> {
        let value = match self.head()? {
            Head::Uint(value) => value.try_into().ok(),
            Head::Int(value) => Some(value),
            _ => None,
        };
        value.ok_or(DecodeError::Unexpected("an integer"))
    }

    pub(crate) fn i32(&mut self, field: &'static str) -> Result<i32> {
        i32::try_from(self.int()?).map_err(|_| DecodeError::OutOfRange(field))
    }

    /// A finite number.
    pub(crate) fn float(&mut self) -> Result<f64> {
        match self.head()? {
            Head::Float(value) if value.is_finite() => Ok(value),
            Head::Float(_) => Err(DecodeError::OutOfRange("float")),
            _ => Err(DecodeError::Unexpected("a float")),
        }
    }

    pub(crate) fn bool(&mut self) -> Result<bool> {
        match self.head()? {
            Head::Bool(value) => Ok(value),
            _ => Err(DecodeError::Unexpected("a boolean")),
        }
    }

    /// Consumes a nil if one stands here.
    pub(crate) fn take_nil(&mut self) -> bool {
        let mut behind = *self;
        let is_nil = matches!(behind.head(), Ok(Head::Nil));
        if is_nil {
            *self = behind;
        }
        is_nil
    }

    /// Whether binary stands here.
    pub(crate) fn is_bin(&self) -> bool {
        matches!({ *self }.head(), Ok(Head::Bin(_)))
    }

    pub(crate) fn str(&mut self) -> Result<&'a str> {
        match self.head()? {
            Head::Str(length) => {
                std::str::from_utf8(self.take(length)?).map_err(|_| DecodeError::InvalidUtf8)
            }
            _ => Err(DecodeError::Unexpected("a string")),
        }
    }

    pub(crate) fn bin(&mut self) -> Result<&'a [u8]> {
        match self.head()? {
            Head::Bin(length) => self.take(length),
            _ => Err(DecodeError::Unexpected("binary")),
        }
    }

    pub(crate) fn id16(&mut self) -> Result<[u8; 16]> {
        self.bin()?
            .try_into()
            .map_err(|_| DecodeError::Unexpected("an id of 16 bytes"))
    }

    /// Skips values of any type, as a reader does with what a newer writer added.
    #[inline]
    pub(crate) fn skip(&mut self, count: usize) -> Result<()> {
        match count {
            0 => Ok(()),
            count => self.skip_some(count),
        }
    }

    fn skip_some(&mut self, count: usize) -> Result<()> {
        // Per open array or map, how many values are still to come in it.
        let mut open = vec![count];
        while let Some(left) = open.last_mut() {
            if *left == 0 {
                open.pop();
                continue;
            }
            *left -= 1;
            let inside = self.skip_one()?;
            if inside > 0 {
                if open.len() >= SKIPPED_DEPTH_MAX {
                    return Err(DecodeError::LimitExceeded {
                        what: "nesting of an unknown value",
                        limit: SKIPPED_DEPTH_MAX,
                    });
                }
                open.push(inside);
            }
        }
        Ok(())
    }

    /// Skips the head of one value and its own bytes; tells how many values it contains.
    fn skip_one(&mut self) -> Result<usize> {
        match self.head()? {
            Head::Nil | Head::Bool(_) | Head::Uint(_) | Head::Int(_) | Head::Float(_) => Ok(0),
            Head::Str(length) | Head::Bin(length) | Head::Other(length) => {
                self.take(length).map(|_| 0)
            }
            Head::Array(length) => Ok(length),
            Head::Map(length) => length
                .checked_mul(2)
                .ok_or(DecodeError::OutOfRange("map length")),
        }
    }

    /// Takes a number below 128, which is its own marker: nearly every number of a batch is one.
    #[inline]
    fn take_small(&mut self) -> Option<u8> {
        let (&value @ 0..0x80, rest) = self.bytes.split_first()? else {
            return None;
        };
        self.bytes = rest;
        Some(value)
    }

    fn head(&mut self) -> Result<Head> {
        let marker = self.number(0)? as u8;
        let low = |bits: u8| usize::from(marker & bits);
        Ok(match marker {
            0x00..=0x7f => Head::Uint(marker.into()),
            0x80..=0x8f => Head::Map(low(0x0f)),
            0x90..=0x9f => Head::Array(low(0x0f)),
            0xa0..=0xbf => Head::Str(low(0x1f)),
            0xc0 => Head::Nil,
            0xc1 => return Err(DecodeError::Unexpected("a MessagePack value")),
            0xc2 | 0xc3 => Head::Bool(marker == 0xc3),
            0xc4..=0xc6 => Head::Bin(self.length(marker - 0xc4)?),
            // A byte that names the type comes on top.
            0xc7..=0xc9 => Head::Other(self.length(marker - 0xc7)?.saturating_add(1)),
            0xca => Head::Other(4),
            0xcb => Head::Float(f64::from_bits(self.number(3)?)),
            0xcc..=0xcf => Head::Uint(self.number(marker - 0xcc)?),
            0xd0..=0xd3 => {
                let width = marker - 0xd0;
                let unused_bits = 64 - (8 << width);
                Head::Int((self.number(width)? << unused_bits).cast_signed() >> unused_bits)
            }
            0xd4..=0xd8 => Head::Other(1 + (1 << (marker - 0xd4))),
            0xd9..=0xdb => Head::Str(self.length(marker - 0xd9)?),
            0xdc | 0xdd => Head::Array(self.length(marker - 0xdb)?),
            0xde | 0xdf => Head::Map(self.length(marker - 0xdd)?),
            0xe0..=0xff => Head::Int(marker.cast_signed().into()),
        })
    }

    /// A length of 1, 2 or 4 bytes.
    fn length(&mut self, width: u8) -> Result<usize> {
        usize::try_from(self.number(width)?).map_err(|_| DecodeError::Truncated)
    }

    /// A number of 1, 2, 4 or 8 bytes: two to the power of `width`.
    fn number(&mut self, width: u8) -> Result<u64> {
        Ok(match width {
            0 => u8::from_be_bytes(self.take_chunk()?).into(),
            1 => u16::from_be_bytes(self.take_chunk()?).into(),
            2 => u32::from_be_bytes(self.take_chunk()?).into(),
            _ => u64::from_be_bytes(self.take_chunk()?),
        })
    }

    fn take_chunk<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH]> {
        let (taken, rest) = self
            .bytes
            .split_first_chunk()
            .ok_or(DecodeError::Truncated)?;
        self.bytes = rest;
        Ok(*taken)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .bytes
            .split_at_checked(length)
            .ok_or(DecodeError::Truncated)?;
        self.bytes = rest;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message_pack::Writer;

    #[test]
    fn every_kind_of_value_can_be_skipped() {
        let mut writer = Writer::default();
        writer.array(4);
        writer.uint(70_000_u32);
        writer.str("text");
        writer.array(2);
        writer.nil();
        writer.bin(&[1, 2, 3]);
        writer.int(-5);
        writer.bool(true);
        let mut reader = Reader::new(writer.as_bytes());
        reader.skip(1).unwrap();
        assert_eq!(reader.bool(), Ok(true));
    }

    #[test]
    fn an_array_longer_than_its_bytes_is_refused() {
        let mut reader = Reader::new(&[0xdd, 0xff, 0xff, 0xff, 0xff, 0x01]);
        assert_eq!(reader.array(), Err(DecodeError::Truncated));
    }

    #[test]
    fn nesting_without_end_is_refused() {
        let bytes = [0x91; 1000];
        assert!(matches!(
            Reader::new(&bytes).skip(1),
            Err(DecodeError::LimitExceeded { .. })
        ));
    }
}
