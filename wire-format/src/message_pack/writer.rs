use rmp::encode::{self, RmpWrite};

/// Appends MessagePack values to a growing buffer.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn array(&mut self, length: usize) {
        // A buffer in memory is far below 2³² elements, and writing to one cannot fail.
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        let _ = encode::write_array_len(&mut self.bytes, length);
    }

    pub(crate) fn uint(&mut self, value: impl Into<u64>) {
        let _ = encode::write_uint(&mut self.bytes, value.into());
    }

    pub(crate) fn int(&mut self, value: impl Into<i64>) {
        let _ = encode::write_sint(&mut self.bytes, value.into());
    }

    pub(crate) fn float(&mut self, value: f64) {
        let _ = encode::write_f64(&mut self.bytes, value);
    }

    pub(crate) fn bool(&mut self, value: bool) {
        let _ = encode::write_bool(&mut self.bytes, value);
    }

    pub(crate) fn nil(&mut self) {
        let _ = encode::write_nil(&mut self.bytes);
    }

    pub(crate) fn str(&mut self, text: &str) {
        let _ = encode::write_str(&mut self.bytes, text);
    }

    pub(crate) fn bin(&mut self, bytes: &[u8]) {
        let _ = encode::write_bin(&mut self.bytes, bytes);
    }

    /// Appends values that are MessagePack already.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        let _ = self.bytes.write_bytes(bytes);
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
}
