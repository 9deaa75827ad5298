//! Which of its candidates an `img` showed.
//!
//! The screen of a replay would choose another one. So the `img` gets the one candidate that the
//! visitor saw, with its descriptor, which decides how large it is; its alternatives get none.

use super::addresses::Addresses;
use crate::mirror::MirrorNode;
use crate::state::State;

/// The attributes that decide what an `img` shows.
const DECIDING: [&str; 3] = ["src", "srcset", "sizes"];

/// Whether the choice of an `img` stands in place of this attribute.
pub(super) fn is_decided(node: MirrorNode<'_>, name: &str) -> bool {
    DECIDING.contains(&name) && (choice(node).is_some() || is_alternative(node))
}

/// The attributes that make an `img` show what it showed; absent ones are `None`. Empty if it had no
/// choice.
pub(super) fn deciding_attributes(
    image: MirrorNode<'_>,
    addresses: &Addresses,
) -> Vec<(&'static str, Option<String>)> {
    let Some(address) = choice(image) else {
        return Vec::new();
    };
    let address = addresses
        .absolute_attribute("img", "src", address)
        .into_owned();
    let candidate =
        candidates(image).find_map(|node| Some((node, descriptor(node, &address, addresses)?)));
    let (srcset, sizes) = match candidate {
        Some((node, descriptor)) => (
            Some(format!("{address} {descriptor}").trim_end().to_owned()),
            attribute(node, "sizes").map(str::to_owned),
        ),
        None => (None, None),
    };
    vec![("src", Some(address)), ("srcset", srcset), ("sizes", sizes)]
}

fn choice<'m>(image: MirrorNode<'m>) -> Option<&'m str> {
    image.states().iter().find_map(|state| match state {
        State::Source(address) => Some(address.as_ref()),
        _ => None,
    })
}

/// Whether this is a `source` beside an `img` that has chosen.
fn is_alternative(node: MirrorNode<'_>) -> bool {
    is_source(node) && siblings(node).any(|sibling| choice(sibling).is_some())
}

/// The elements that may name the candidate of an `img`, itself included.
fn candidates(image: MirrorNode<'_>) -> impl Iterator<Item = MirrorNode<'_>> {
    std::iter::once(image).chain(alternatives(image))
}

/// The `source` elements beside an `img`.
pub(super) fn alternatives(image: MirrorNode<'_>) -> impl Iterator<Item = MirrorNode<'_>> {
    siblings(image).filter(|node| is_source(*node))
}

fn is_source(node: MirrorNode<'_>) -> bool {
    node.element()
        .is_some_and(|element| element.tag == "source")
}

fn siblings(node: MirrorNode<'_>) -> impl Iterator<Item = MirrorNode<'_>> {
    node.parent().into_iter().flat_map(MirrorNode::children)
}

/// What a `srcset` says of the candidate with this address.
fn descriptor(node: MirrorNode<'_>, address: &str, addresses: &Addresses) -> Option<String> {
    let srcset = addresses.absolute_attribute("img", "srcset", attribute(node, "srcset")?);
    srcset.split(", ").find_map(|candidate| {
        let rest = candidate.strip_prefix(address)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim().to_owned())
    })
}

fn attribute<'m>(node: MirrorNode<'m>, name: &str) -> Option<&'m str> {
    node.element()?.attribute(name)
}
