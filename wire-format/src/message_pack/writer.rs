/// Appends MessagePack values to a growing buffer, each in its shortest form
/// (<https://github.com/msgpack/msgpack/blob/master/spec.md>).
#[derive(Clone, Debug, Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn array(&mut self, length: usize) {
        match length {
            0..16 => self.bytes.push(0x90 | length as u8),
            _ => self.wide(0xdb, length as u64, 2),
        }
    }

    pub(crate) fn uint(&mut self, value: impl Into<u64>) {
        self.uint64(value.into());
    }

    pub(crate) fn int(&mut self, value: impl Into<i64>) {
        self.int64(value.into());
    }

    pub(crate) fn float(&mut self, value: f64) {
        self.bytes.push(0xcb);
        self.bytes.extend_from_slice(&value.to_be_bytes());
    }

    pub(crate) fn bool(&mut self, value: bool) {
        self.bytes.push(0xc2 | u8::from(value));
    }

    pub(crate) fn nil(&mut self) {
        self.bytes.push(0xc0);
    }

    pub(crate) fn str(&mut self, text: &str) {
        match text.len() {
            length @ 0..32 => self.bytes.push(0xa0 | length as u8),
            length => self.wide(0xd9, length as u64, 1),
        }
        self.raw(text.as_bytes());
    }

    pub(crate) fn bin(&mut self, bytes: &[u8]) {
        self.wide(0xc4, bytes.len() as u64, 1);
        self.raw(bytes);
    }

    /// Appends values that are MessagePack already.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    fn uint64(&mut self, value: u64) {
        match value {
            0..128 => self.bytes.push(value as u8),
            _ => self.wide(0xcc, value, 1),
        }
    }

    fn int64(&mut self, value: i64) {
        match value {
            0.. => self.uint64(value as u64),
            -32..0 => self.bytes.push(value as u8),
            // The sign takes a bit.
            _ => self.number(0xd0, value as u64, width((!value as u64) << 1)),
        }
    }

    fn wide(&mut self, marker: u8, value: u64, width_min: usize) {
        self.number(marker, value, width(value).max(width_min));
    }

    /// The lowest bytes of a number behind their marker: those for 1, 2, 4 and 8 bytes stand in a
    /// row, the first of which is given.
    fn number(&mut self, marker: u8, value: u64, width: usize) {
        self.bytes.push(marker + width.trailing_zeros() as u8);
        let bytes = value.to_be_bytes();
        self.raw(bytes.get(bytes.len() - width..).unwrap_or_default());
    }
}

/// Bytes that hold a number: 1, 2, 4 or 8.
const fn width(value: u64) -> usize {
    match value {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        0x1_0000..=0xffff_ffff => 4,
        _ => 8,
    }
}
