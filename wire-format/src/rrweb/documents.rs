//! Which document a node is in: that of the page or that of a frame.

use std::borrow::Cow;

use super::addresses::Addresses;
use super::trees::is_shown;
use crate::limits::DOCUMENT_DEPTH_MAX;
use crate::mirror::MirrorNode;
use crate::node::Content;
use crate::state::State;

/// What is known of the page that a window shows, beside its nodes.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) addresses: Addresses,
    pub(super) stage: Stage,
}

/// Where in the replay a window is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    /// It is the replay.
    #[default]
    Whole,
    /// In the frame that has this id.
    Frame(i64),
    /// Nowhere: it is the window of a frame that is not there.
    Nowhere,
}

/// A document, as far as it shows in the events of its nodes.
#[derive(Clone, Debug)]
pub(super) struct Document<'m> {
    node: MirrorNode<'m>,
    is_in_frame: bool,
    /// Against which addresses in it are resolved.
    pub(super) addresses: Cow<'m, Addresses>,
}

impl<'m> Document<'m> {
    /// The document of a node; `None` for one that nobody sees.
    pub(super) fn of(node: MirrorNode<'m>, page: &'m Page) -> Option<Self> {
        let is_document = |node: &MirrorNode<'_>| *node.content() == Content::Document;
        let documents = node.and_ancestors().filter(is_document);
        let documents: Vec<_> = documents.take(DOCUMENT_DEPTH_MAX + 1).collect();
        let (outermost, in_frames) = documents.split_last()?;
        if in_frames.len() == DOCUMENT_DEPTH_MAX || outermost.parent().is_some() || !is_shown(node)
        {
            return None;
        }
        let page = Self {
            node: *outermost,
            is_in_frame: page.stage != Stage::Whole,
            addresses: Cow::Borrowed(&page.addresses),
        };
        Some(in_frames.iter().rev().fold(page, Self::in_frame_of))
    }

    /// The document of a frame in this one. One without an address of its own, as written by a script,
    /// has that of the document around it.
    fn in_frame_of(mut self, document: &MirrorNode<'m>) -> Self {
        let addresses = self.addresses.to_mut();
        if let Some(address) = address_of(*document) {
            addresses.set_page(address);
        }
        addresses.set_base_element(*document);
        Self {
            node: *document,
            is_in_frame: true,
            ..self
        }
    }

    /// Its node, if it is the document of a frame.
    pub(super) fn in_frame(&self) -> Option<MirrorNode<'m>> {
        self.is_in_frame.then_some(self.node)
    }

    /// Whether a custom element of this name is defined in it.
    pub(super) fn defines(&self, tag: &str) -> bool {
        // Every name of a custom element has a hyphen.
        tag.contains('-') && defined_elements(self.node).any(|name| name == tag)
    }
}

/// The names of the custom elements that are defined in a document.
pub(super) fn defined_elements<'m>(document: MirrorNode<'m>) -> impl Iterator<Item = &'m str> {
    document.states().iter().filter_map(|state| match state {
        State::DefinedElement(name) => Some(name.as_ref()),
        _ => None,
    })
}

fn address_of(document: MirrorNode<'_>) -> Option<&str> {
    document.states().iter().find_map(|state| match state {
        State::Address(address) if !address.starts_with("about:") => Some(address.as_ref()),
        _ => None,
    })
}
