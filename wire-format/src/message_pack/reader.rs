use crate::error::{DecodeError, Result};
use crate::limits::SKIPPED_DEPTH_MAX;

/// Takes MessagePack values from untrusted bytes, without copying and without recursion.
///
/// What nearly all values of a batch are, small numbers, short strings and short arrays, is told by one
/// byte and read where it is asked for; everything else goes through [`split_head`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

/// What a value begins with: all of a number, the length of anything else.
enum Head {
    /// Nil, or a boolean.
    Simple,
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
    #[inline]
    pub(crate) fn array(&mut self) -> Result<usize> {
        let length = match *self.bytes {
            [marker @ 0x90..=0x9f, ref rest @ ..] => {
                self.bytes = rest;
                usize::from(marker & 0x0f)
            }
            [0xdc, high, low, ref rest @ ..] => {
                self.bytes = rest;
                u16::from_be_bytes([high, low]).into()
            }
            _ => match self.head()? {
                Head::Array(length) => length,
                _ => return Err(DecodeError::Unexpected("an array")),
            },
        };
        if length > self.bytes.len() {
            return Err(DecodeError::Truncated);
        }
        Ok(length)
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
        match *self.bytes {
            [value @ 0x00..=0x7f, ref rest @ ..] | [0xcc, value, ref rest @ ..] => {
                self.bytes = rest;
                return Ok(value.into());
            }
            [0xcd, high, low, ref rest @ ..] => {
                self.bytes = rest;
                return Ok(u16::from_be_bytes([high, low]).into());
            }
            _ => {}
        }
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

    #[inline(always)]
    pub(crate) fn int(&mut self) -> Result<i64> {
        match *self.bytes {
            [value @ (0x00..=0x7f | 0xe0..=0xff), ref rest @ ..] | [0xd0, value, ref rest @ ..] => {
                self.bytes = rest;
                return Ok(value.cast_signed().into());
            }
            [0xcc, value, ref rest @ ..] => {
                self.bytes = rest;
                return Ok(value.into());
            }
            [0xcd, high, low, ref rest @ ..] => {
                self.bytes = rest;
                return Ok(u16::from_be_bytes([high, low]).into());
            }
            [0xd1, high, low, ref rest @ ..] => {
                self.bytes = rest;
                return Ok(i16::from_be_bytes([high, low]).into());
            }
            _ => {}
        }
        let value = match self.head()? {
            Head::Uint(value) => value.try_into().ok(),
            Head::Int(value) => Some(value),
            _ => None,
        };
        value.ok_or(DecodeError::Unexpected("an integer"))
    }

    #[inline]
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
        match *self.bytes {
            [marker @ 0xc2..=0xc3, ref rest @ ..] => {
                self.bytes = rest;
                Ok(marker == 0xc3)
            }
            [] => Err(DecodeError::Truncated),
            _ => Err(DecodeError::Unexpected("a boolean")),
        }
    }

    /// Consumes a nil if one stands here.
    pub(crate) fn take_nil(&mut self) -> bool {
        let behind = self.bytes.strip_prefix(&[0xc0]);
        self.bytes = behind.unwrap_or(self.bytes);
        behind.is_some()
    }

    /// Whether binary stands here.
    pub(crate) fn is_bin(&self) -> bool {
        matches!(self.bytes.first(), Some(0xc4..=0xc6))
    }

    #[inline]
    pub(crate) fn str(&mut self) -> Result<&'a str> {
        let length = match *self.bytes {
            [marker @ 0xa0..=0xbf, ref rest @ ..] => {
                self.bytes = rest;
                usize::from(marker & 0x1f)
            }
            _ => match self.head()? {
                Head::Str(length) => length,
                _ => return Err(DecodeError::Unexpected("a string")),
            },
        };
        std::str::from_utf8(self.take(length)?).map_err(|_| DecodeError::InvalidUtf8)
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
            Head::Simple | Head::Uint(_) | Head::Int(_) | Head::Float(_) => Ok(0),
            Head::Str(length) | Head::Bin(length) | Head::Other(length) => {
                self.take(length).map(|_| 0)
            }
            Head::Array(length) => Ok(length),
            Head::Map(length) => length
                .checked_mul(2)
                .ok_or(DecodeError::OutOfRange("map length")),
        }
    }

    #[inline]
    fn head(&mut self) -> Result<Head> {
        let (head, behind) = split_head(self.bytes)?;
        self.bytes = behind;
        Ok(head)
    }

    #[inline]
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .bytes
            .split_at_checked(length)
            .ok_or(DecodeError::Truncated)?;
        self.bytes = rest;
        Ok(taken)
    }
}

/// The head of a value, and what stands behind it. It is given bytes and no reader, so that readers can
/// be kept in registers.
fn split_head(bytes: &[u8]) -> Result<(Head, &[u8])> {
    let (&marker, rest) = bytes.split_first().ok_or(DecodeError::Truncated)?;
    let low = |bits: u8| usize::from(marker & bits);
    let number = |width: u8| split_number(rest, width);
    let length = |width: u8| {
        let (length, rest) = split_number(rest, width)?;
        let length = usize::try_from(length).map_err(|_| DecodeError::Truncated)?;
        Ok((length, rest))
    };
    Ok(match marker {
        0x00..=0x7f => (Head::Uint(marker.into()), rest),
        0x80..=0x8f => (Head::Map(low(0x0f)), rest),
        0x90..=0x9f => (Head::Array(low(0x0f)), rest),
        0xa0..=0xbf => (Head::Str(low(0x1f)), rest),
        0xc0 | 0xc2 | 0xc3 => (Head::Simple, rest),
        0xc1 => return Err(DecodeError::Unexpected("a MessagePack value")),
        0xc4..=0xc6 => length(marker - 0xc4).map(|(length, rest)| (Head::Bin(length), rest))?,
        // A byte that names the type comes on top.
        0xc7..=0xc9 => length(marker - 0xc7)
            .map(|(length, rest)| (Head::Other(length.saturating_add(1)), rest))?,
        0xca => (Head::Other(4), rest),
        0xcb => number(3).map(|(bits, rest)| (Head::Float(f64::from_bits(bits)), rest))?,
        0xcc..=0xcf => number(marker - 0xcc).map(|(value, rest)| (Head::Uint(value), rest))?,
        0xd0..=0xd3 => {
            let width = marker - 0xd0;
            let unused_bits = 64 - (8 << width);
            let (bits, rest) = number(width)?;
            let value = (bits << unused_bits).cast_signed() >> unused_bits;
            (Head::Int(value), rest)
        }
        0xd4..=0xd8 => (Head::Other(1 + (1 << (marker - 0xd4))), rest),
        0xd9..=0xdb => length(marker - 0xd9).map(|(length, rest)| (Head::Str(length), rest))?,
        0xdc | 0xdd => length(marker - 0xdb).map(|(length, rest)| (Head::Array(length), rest))?,
        0xde | 0xdf => length(marker - 0xdd).map(|(length, rest)| (Head::Map(length), rest))?,
        0xe0..=0xff => (Head::Int(marker.cast_signed().into()), rest),
    })
}

/// A number of 1, 2, 4 or 8 bytes, two to the power of `width`, and what stands behind it.
fn split_number(bytes: &[u8], width: u8) -> Result<(u64, &[u8])> {
    fn split<const WIDTH: usize>(
        bytes: &[u8],
        number: impl Fn([u8; WIDTH]) -> u64,
    ) -> Result<(u64, &[u8])> {
        let (taken, rest) = bytes.split_first_chunk().ok_or(DecodeError::Truncated)?;
        Ok((number(*taken), rest))
    }
    match width {
        0 => split(bytes, |bytes| u8::from_be_bytes(bytes).into()),
        1 => split(bytes, |bytes| u16::from_be_bytes(bytes).into()),
        2 => split(bytes, |bytes| u32::from_be_bytes(bytes).into()),
        _ => split(bytes, u64::from_be_bytes),
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
