use rmp::Marker;
use rmp::decode;

use crate::error::{DecodeError, Result};
use crate::limits::SKIPPED_DEPTH_MAX;

/// Takes MessagePack values from untrusted bytes, without copying and without recursion.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) const fn remaining(&self) -> &'a [u8] {
        self.bytes
    }

    /// The number of elements of an array. Each takes at least a byte, so a larger number than
    /// there are bytes is a lie, and the result is safe to allocate for.
    pub(crate) fn array(&mut self) -> Result<usize> {
        let length =
            decode::read_array_len(&mut self.bytes).map_err(|_| self.unexpected("an array"))?;
        let length =
            usize::try_from(length).map_err(|_| DecodeError::OutOfRange("array length"))?;
        if length > self.bytes.len() {
            Err(DecodeError::Truncated)
        } else {
            Ok(length)
        }
    }

    /// The elements of an array of fixed shape that this version does not know: at most
    /// `length - known` values are skipped. Fewer than `known` elements are an error.
    pub(crate) fn array_of(&mut self, known: usize) -> Result<usize> {
        self.array()?
            .checked_sub(known)
            .ok_or(DecodeError::Unexpected("a longer array"))
    }

    pub(crate) fn uint(&mut self) -> Result<u64> {
        decode::read_int(&mut self.bytes).map_err(|_| self.unexpected("an unsigned integer"))
    }

    pub(crate) fn u32(&mut self, field: &'static str) -> Result<u32> {
        u32::try_from(self.uint()?).map_err(|_| DecodeError::OutOfRange(field))
    }

    pub(crate) fn int(&mut self) -> Result<i64> {
        decode::read_int(&mut self.bytes).map_err(|_| self.unexpected("an integer"))
    }

    pub(crate) fn i32(&mut self, field: &'static str) -> Result<i32> {
        i32::try_from(self.int()?).map_err(|_| DecodeError::OutOfRange(field))
    }

    /// A finite number.
    pub(crate) fn float(&mut self) -> Result<f64> {
        let value = decode::read_f64(&mut self.bytes).map_err(|_| self.unexpected("a float"))?;
        if value.is_finite() {
            Ok(value)
        } else {
            Err(DecodeError::OutOfRange("float"))
        }
    }

    pub(crate) fn bool(&mut self) -> Result<bool> {
        decode::read_bool(&mut self.bytes).map_err(|_| self.unexpected("a boolean"))
    }

    /// Consumes a nil if one stands here.
    pub(crate) fn take_nil(&mut self) -> bool {
        match self.bytes.split_first() {
            Some((&marker, rest)) if Marker::from_u8(marker) == Marker::Null => {
                self.bytes = rest;
                true
            }
            _ => false,
        }
    }

    pub(crate) fn str(&mut self) -> Result<&'a str> {
        let length =
            decode::read_str_len(&mut self.bytes).map_err(|_| self.unexpected("a string"))?;
        std::str::from_utf8(self.take(length)?).map_err(|_| DecodeError::InvalidUtf8)
    }

    pub(crate) fn bin(&mut self) -> Result<&'a [u8]> {
        let length =
            decode::read_bin_len(&mut self.bytes).map_err(|_| self.unexpected("binary"))?;
        self.take(length)
    }

    pub(crate) fn id16(&mut self) -> Result<[u8; 16]> {
        self.bin()?
            .try_into()
            .map_err(|_| DecodeError::Unexpected("an id of 16 bytes"))
    }

    /// Skips values of any type, as a reader does with what a newer writer added.
    pub(crate) fn skip(&mut self, count: usize) -> Result<()> {
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
        let marker = decode::read_marker(&mut self.bytes).map_err(|_| DecodeError::Truncated)?;
        let (bytes, inside) = match marker {
            Marker::Null | Marker::True | Marker::False | Marker::FixPos(_) | Marker::FixNeg(_) => {
                (0, 0)
            }
            Marker::U8 | Marker::I8 => (1, 0),
            Marker::U16 | Marker::I16 => (2, 0),
            Marker::U32 | Marker::I32 | Marker::F32 => (4, 0),
            Marker::U64 | Marker::I64 | Marker::F64 => (8, 0),
            Marker::FixStr(length) => (u32::from(length), 0),
            Marker::Str8 | Marker::Bin8 => (self.length::<1>()?, 0),
            Marker::Str16 | Marker::Bin16 => (self.length::<2>()?, 0),
            Marker::Str32 | Marker::Bin32 => (self.length::<4>()?, 0),
            Marker::FixExt1 => (2, 0),
            Marker::FixExt2 => (3, 0),
            Marker::FixExt4 => (5, 0),
            Marker::FixExt8 => (9, 0),
            Marker::FixExt16 => (17, 0),
            Marker::Ext8 => (self.length::<1>()?.saturating_add(1), 0),
            Marker::Ext16 => (self.length::<2>()?.saturating_add(1), 0),
            Marker::Ext32 => (self.length::<4>()?.saturating_add(1), 0),
            Marker::FixArray(length) => (0, u64::from(length)),
            Marker::Array16 => (0, u64::from(self.length::<2>()?)),
            Marker::Array32 => (0, u64::from(self.length::<4>()?)),
            Marker::FixMap(length) => (0, u64::from(length) * 2),
            Marker::Map16 => (0, u64::from(self.length::<2>()?) * 2),
            Marker::Map32 => (0, u64::from(self.length::<4>()?) * 2),
            Marker::Reserved => return Err(DecodeError::Unexpected("a MessagePack value")),
        };
        self.take(bytes)?;
        usize::try_from(inside).map_err(|_| DecodeError::OutOfRange("array length"))
    }

    fn length<const BYTES: usize>(&mut self) -> Result<u32> {
        let bytes = self.take(BYTES as u32)?;
        Ok(bytes
            .iter()
            .fold(0, |length, &byte| length << 8 | u32::from(byte)))
    }

    fn take(&mut self, length: u32) -> Result<&'a [u8]> {
        let length = usize::try_from(length).map_err(|_| DecodeError::Truncated)?;
        let (taken, rest) = self
            .bytes
            .split_at_checked(length)
            .ok_or(DecodeError::Truncated)?;
        self.bytes = rest;
        Ok(taken)
    }

    /// `rmp` consumes the marker before it finds it wrong, so at the very end of the bytes the
    /// two causes look alike; running out is told as such.
    const fn unexpected(&self, wanted: &'static str) -> DecodeError {
        if self.bytes.is_empty() {
            DecodeError::Truncated
        } else {
            DecodeError::Unexpected(wanted)
        }
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
