//! Addresses in a document. All else of it is the picture, which the recorder masks.

use wire_format::node::{Content, Node, Text};
use wire_format::record::Mutation;
use wire_format::state::State;

use crate::scrubber::Scrubber;

impl Scrubber {
    pub(crate) fn forest(&self, nodes: &mut [Node<'_>]) -> u32 {
        nodes.iter_mut().map(|node| self.node(node)).sum()
    }

    pub(crate) fn mutation(&self, mutation: &mut Mutation<'_>) -> u32 {
        let attributes = mutation.attributes.iter_mut();
        let values = attributes
            .filter(|change| is_address(&change.name))
            .filter_map(|change| change.value.as_mut());
        values.map(|value| self.address(value)).sum::<u32>() + self.forest(&mut mutation.forest)
    }

    pub(crate) fn state(&self, state: &mut State<'_>) -> u32 {
        match state {
            State::Address(address) | State::Source(address) => self.address(address),
            _ => 0,
        }
    }

    fn node(&self, node: &mut Node<'_>) -> u32 {
        let states = node.states.iter_mut().map(|state| self.state(state)).sum();
        let Content::Element(element) = &mut node.content else {
            return states;
        };
        let attributes = element.attributes.iter_mut();
        let addresses = attributes.filter(|attribute| is_address(&attribute.name));
        states
            + addresses
                .map(|address| self.address(&mut address.value))
                .sum::<u32>()
    }

    /// Pictures within the document are passed over: they are long, and no address.
    fn address(&self, address: &mut Text<'_>) -> u32 {
        if address.starts_with("data:") {
            0
        } else {
            self.text(address)
        }
    }
}

/// Whether an attribute holds an address, or several.
fn is_address(name: &str) -> bool {
    matches!(
        name,
        "action"
            | "background"
            | "cite"
            | "data"
            | "formaction"
            | "href"
            | "imagesrcset"
            | "longdesc"
            | "manifest"
            | "ping"
            | "poster"
            | "src"
            | "srcset"
            | "xlink:href"
    )
}
