//! JSON text, written piece by piece: the trees of a page are too deep for recursion and too
//! large to be built as values first.

use super::ids::IdRange;
use crate::id::NodeId;

/// Appends JSON values and puts the commas between them.
#[derive(Debug, Default)]
pub(super) struct Json {
    text: String,
    /// The numbers that nodes get.
    pub(super) ids: IdRange,
}

impl Json {
    pub(super) fn open_object(&mut self) {
        self.separate();
        self.text.push('{');
    }

    pub(super) fn close_object(&mut self) {
        self.text.push('}');
    }

    pub(super) fn open_array(&mut self, key: &str) {
        self.key(key);
        self.text.push('[');
    }

    pub(super) fn close_array(&mut self) {
        self.text.push(']');
    }

    pub(super) fn open_object_at(&mut self, key: &str) {
        self.key(key);
        self.text.push('{');
    }

    /// An element of an array.
    pub(super) fn element(&mut self, value: &str) {
        self.separate();
        self.quoted(value);
    }

    pub(super) fn string(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quoted(value);
    }

    pub(super) fn number(&mut self, key: &str, value: impl Into<i64>) {
        self.key(key);
        self.text.push_str(&value.into().to_string());
    }

    pub(super) fn float(&mut self, key: &str, value: f64) {
        self.key(key);
        self.text.push_str(&value.to_string());
    }

    /// The id that a node has in the replay.
    pub(super) fn node(&mut self, key: &str, node: NodeId) {
        self.number(key, self.ids.of(node));
    }

    /// The id of a node, or 0 if there is none.
    pub(super) fn optional_node(&mut self, key: &str, node: Option<NodeId>) {
        self.number(key, node.map_or(0, |node| self.ids.of(node)));
    }

    pub(super) fn node_or_null(&mut self, key: &str, node: Option<NodeId>) {
        match node {
            Some(node) => self.node(key, node),
            None => self.null(key),
        }
    }

    pub(super) fn node_element(&mut self, node: NodeId) {
        self.separate();
        self.text.push_str(&self.ids.of(node).to_string());
    }

    /// A value that is known to be JSON.
    pub(super) fn raw(&mut self, key: &str, value: &str) {
        self.key(key);
        self.text.push_str(value);
    }

    pub(super) fn bool(&mut self, key: &str, value: bool) {
        self.key(key);
        self.text.push_str(if value { "true" } else { "false" });
    }

    pub(super) fn null(&mut self, key: &str) {
        self.key(key);
        self.text.push_str("null");
    }

    /// A value that is JSON already; `null` if it is not.
    pub(super) fn checked_json(&mut self, key: &str, value: Option<&str>) {
        let value =
            value.filter(|value| serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok());
        self.key(key);
        self.text.push_str(value.unwrap_or("null"));
    }

    /// Takes over what another one holds, behind what is there.
    pub(super) fn append(&mut self, other: &mut Self) {
        if !other.text.is_empty() {
            self.separate();
            self.text.push_str(&other.text);
            other.text.clear();
        }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn key(&mut self, key: &str) {
        self.separate();
        self.quoted(key);
        self.text.push(':');
    }

    fn separate(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }

    fn quoted(&mut self, value: &str) {
        // Quoting a string into memory cannot fail.
        self.text
            .push_str(&serde_json::to_string(value).unwrap_or_default());
    }
}
