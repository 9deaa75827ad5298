//! Capture messages for tests, written the way the collector writes them.

use wire_format::state::PrivacyMark;

use super::op;

/// The three parts of a capture message.
#[derive(Debug, Default)]
pub(crate) struct Script {
    pub(crate) ops: Vec<u32>,
    pub(crate) lengths: Vec<u32>,
    pub(crate) text: String,
}

impl Script {
    pub(crate) fn op(&mut self, code: u32, at: u32, body: &[u32]) {
        self.ops.extend([code, body.len() as u32, at]);
        self.ops.extend(body);
    }

    /// The reference to a string; every mention is a string of its own.
    pub(crate) fn string(&mut self, text: &str) -> u32 {
        self.lengths.push(text.encode_utf16().count() as u32);
        self.text.push_str(text);
        self.lengths.len() as u32
    }

    /// An element entry.
    pub(crate) fn element(
        &mut self,
        id: u32,
        parent: u32,
        tag: &str,
        attributes: &[(&str, &str)],
    ) -> Vec<u32> {
        let mut entry = vec![
            3 | (attributes.len() as u32) << 8,
            id,
            parent,
            self.string(tag),
        ];
        for (name, value) in attributes {
            entry.extend([self.string(name), self.string(value)]);
        }
        entry
    }

    /// An element entry with a privacy mark.
    pub(crate) fn marked(
        &mut self,
        id: u32,
        parent: u32,
        tag: &str,
        mark: PrivacyMark,
    ) -> Vec<u32> {
        let mut entry = self.element(id, parent, tag, &[]);
        if let Some(head) = entry.first_mut() {
            *head |= 1 << 24;
        }
        entry.extend([26, mark.number()]);
        entry
    }

    /// A text entry.
    pub(crate) fn text_node(&mut self, id: u32, parent: u32, content: &str) -> Vec<u32> {
        vec![6, id, parent, self.string(content)]
    }

    /// The ops of a page with the document 1, whose only child is the body 2, with these entries
    /// below it.
    pub(crate) fn page(&mut self, entries: &[Vec<u32>]) {
        let url = self.string("https://shop.example/cart");
        self.op(op::DOCUMENT, 0, &[url, 800, 600]);
        let mut insert = vec![0, 0, 1, 1, 0];
        insert.extend(self.element(2, 1, "body", &[]));
        insert.extend(entries.iter().flatten());
        self.op(op::INSERT, 1, &insert);
        self.op(op::SNAPSHOT_COMPLETE, 2, &[]);
    }
}
