use wire_format::limits::TREE_DEPTH_MAX;
use wire_format::node::{Attribute, Content, Element, Forest, Namespace, Node, ShadowMode};
use wire_format::state::{Media, PrivacyMark, State, TopLayer, TopLayerKind};

use super::CaptureError;
use super::op_body::OpBody;

/// Reads node entries, which name their parents, into a forest, which counts children.
/// Returns the number of trees: the entries whose parent is `parent`.
pub(super) fn read_forest<'a>(
    body: &mut OpBody<'_, 'a>,
    parent: u32,
) -> Result<(Forest<'a>, u32), CaptureError> {
    let mut forest = Forest::new();
    let mut tree_count = 0;
    // The entries that may still get children, outermost first, with their place in the forest.
    // Entries deeper than the format allows have none and are left out.
    let mut open: Vec<(u32, Option<usize>)> = Vec::new();
    while !body.is_empty() {
        let node = read_node(body)?;
        while open.last().is_some_and(|&(id, _)| id != node.parent) {
            open.pop();
        }
        let is_too_deep = open.len() >= TREE_DEPTH_MAX;
        match open.last() {
            Some(&(_, place)) if !is_too_deep => count_child(&mut forest, place),
            Some(_) => {}
            None if node.parent == parent => tree_count += 1,
            None => return Err(CaptureError::OrphanEntry),
        }
        open.push((node.node.id.get(), (!is_too_deep).then_some(forest.len())));
        if !is_too_deep {
            forest.push(node.node);
        }
    }
    Ok((forest, tree_count))
}

/// Reads a state entry: a key and what belongs to it.
pub(super) fn read_state<'a>(body: &mut OpBody<'_, 'a>) -> Result<State<'a>, CaptureError> {
    Ok(match body.word() {
        1 => State::Value(body.text().into()),
        2 => State::Checked(body.flag()),
        3 => State::Selected(body.flag()),
        4 => State::Scroll {
            x: body.signed(),
            y: body.signed(),
        },
        6 => State::Quirks(body.flag()),
        11 => State::Address(body.text().into()),
        12 => State::DefinedElement(body.text().into()),
        13 => State::Placeholder {
            width: body.word(),
            height: body.word(),
            origin: body.text().into(),
        },
        14 => State::Indeterminate(body.flag()),
        15 => State::TopLayer(TopLayer {
            kind: body.one_of(TopLayerKind::from_number, "top layer kind")?,
            order: body.word(),
        }),
        16 => State::Media(Media::from_numbers([
            body.word(),
            body.word(),
            body.word(),
            body.word(),
        ])),
        17 => State::Source(body.text().into()),
        19 => State::Animations(body.text().into()),
        20 => State::Files(body.word()),
        26 => State::Privacy(
            PrivacyMark::from_number(body.word(), (0, 0))
                .ok_or(CaptureError::OutOfRange("privacy mark"))?,
        ),
        _ => return Err(CaptureError::OutOfRange("state key")),
    })
}

struct Entry<'a> {
    parent: u32,
    node: Node<'a>,
}

fn read_node<'a>(body: &mut OpBody<'_, 'a>) -> Result<Entry<'a>, CaptureError> {
    let [kind, attributes_low, attributes_high, state_count] = body.word().to_le_bytes();
    let attribute_count = u16::from_le_bytes([attributes_low, attributes_high]);
    let (id, parent) = (body.node(), body.word());
    let content = match kind {
        1 => Content::Document,
        2 => Content::Doctype {
            name: body.text().into(),
            public_id: body.text().into(),
            system_id: body.text().into(),
        },
        3..=5 | 12 => {
            let namespace = match kind {
                3 => Namespace::Html,
                4 => Namespace::Svg,
                5 => Namespace::MathMl,
                _ => Namespace::Other(body.text().into()),
            };
            let tag = body.text().into();
            let attribute = |_| Attribute {
                name: body.text().into(),
                value: body.text().into(),
            };
            Content::Element(Element {
                namespace,
                tag,
                attributes: (0..attribute_count).map(attribute).collect(),
            })
        }
        6 => Content::Text(body.text().into()),
        7 => Content::Comment(body.text().into()),
        8 => Content::Cdata(body.text().into()),
        9 => Content::ShadowRoot(ShadowMode::Open),
        10 => Content::ShadowRoot(ShadowMode::Closed),
        11 => Content::TemplateContent,
        16 => Content::Moved,
        _ => return Err(CaptureError::OutOfRange("node kind")),
    };
    let states = (0..state_count)
        .map(|_| read_state(body))
        .collect::<Result<_, _>>()?;
    Ok(Entry {
        parent,
        node: Node {
            id,
            content,
            child_count: 0,
            states,
        },
    })
}

fn count_child(forest: &mut Forest<'_>, parent: Option<usize>) {
    if let Some(parent) = parent.and_then(|place| forest.get_mut(place)) {
        parent.child_count += 1;
    }
}
