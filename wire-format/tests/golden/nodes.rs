use wire_format::NodeId;
use wire_format::node::{Attribute, Content, Element, Namespace, Node};
use wire_format::state::State;

pub(crate) fn id(number: u32) -> NodeId {
    NodeId::new(number).unwrap()
}

pub(crate) fn node(
    number: u32,
    content: Content<'static>,
    child_count: u32,
    states: Vec<State<'static>>,
) -> Node<'static> {
    Node {
        id: id(number),
        content,
        child_count,
        states,
    }
}

pub(crate) fn element(
    namespace: Namespace<'static>,
    tag: &'static str,
    attributes: &[(&'static str, &'static str)],
) -> Content<'static> {
    let attributes = attributes
        .iter()
        .map(|&(name, value)| Attribute {
            name: name.into(),
            value: value.into(),
        })
        .collect();
    Content::Element(Element {
        namespace,
        tag: tag.into(),
        attributes,
    })
}
