use wire_format::limits::TREE_DEPTH_MAX;
use wire_format::node::{Attribute, Content, Element, Forest, Namespace, Node, ShadowMode};
use wire_format::state::{Media, PrivacyMark, State, TopLayer, TopLayerKind};

use super::CaptureError;
use super::strings::Strings;
use super::words::{Words, number};

/// Reads node entries, which name their parents, into a forest, which counts children.
/// Returns the number of trees: the entries whose parent is `parent`.
pub(super) fn read_forest<'a>(
    words: &mut Words<'_>,
    strings: &Strings<'a>,
    parent: u32,
) -> Result<(Forest<'a>, u32), CaptureError> {
    let mut forest = Forest::new();
    let mut tree_count = 0;
    // The entries that may still get children, outermost first, with their place in the forest.
    // Entries deeper than the format allows have none and are left out.
    let mut open: Vec<(u32, Option<usize>)> = Vec::new();
    while !words.is_empty() {
        let head = words.word()?;
        let node = read_node(head, words.node()?, words.word()?, strings, words)?;
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
pub(super) fn read_state<'a>(
    words: &mut Words<'_>,
    strings: &Strings<'a>,
) -> Result<State<'a>, CaptureError> {
    Ok(match words.word()? {
        1 => State::Value(strings.required(words.word()?)?.into()),
        2 => State::Checked(words.flag()?),
        3 => State::Selected(words.flag()?),
        4 => State::Scroll {
            x: words.signed()?,
            y: words.signed()?,
        },
        6 => State::Quirks(words.flag()?),
        11 => State::Address(strings.required(words.word()?)?.into()),
        12 => State::DefinedElement(strings.required(words.word()?)?.into()),
        13 => State::Placeholder {
            width: words.word()?,
            height: words.word()?,
            origin: strings.required(words.word()?)?.into(),
        },
        14 => State::Indeterminate(words.flag()?),
        15 => State::TopLayer(TopLayer {
            kind: number(words, TopLayerKind::from_number, "top layer kind")?,
            order: words.word()?,
        }),
        16 => State::Media(Media::from_numbers([
            words.word()?,
            words.word()?,
            words.word()?,
            words.word()?,
        ])),
        17 => State::Source(strings.required(words.word()?)?.into()),
        19 => State::Animations(strings.required(words.word()?)?.into()),
        20 => State::Files(words.word()?),
        26 => State::Privacy(
            PrivacyMark::from_number(words.word()?, (0, 0))
                .ok_or(CaptureError::OutOfRange("privacy mark"))?,
        ),
        _ => return Err(CaptureError::OutOfRange("state key")),
    })
}

struct Entry<'a> {
    parent: u32,
    node: Node<'a>,
}

fn read_node<'a>(
    head: u32,
    id: wire_format::NodeId,
    parent: u32,
    strings: &Strings<'a>,
    words: &mut Words<'_>,
) -> Result<Entry<'a>, CaptureError> {
    let [kind, attributes_low, attributes_high, state_count] = head.to_le_bytes();
    let attribute_count = u16::from_le_bytes([attributes_low, attributes_high]);
    let mut string = || strings.required(words.word()?);
    let content = match kind {
        1 => Content::Document,
        2 => Content::Doctype {
            name: string()?.into(),
            public_id: string()?.into(),
            system_id: string()?.into(),
        },
        3..=5 | 12 => {
            let namespace = match kind {
                3 => Namespace::Html,
                4 => Namespace::Svg,
                5 => Namespace::MathMl,
                _ => Namespace::Other(string()?.into()),
            };
            let tag = string()?.into();
            let attribute = |_| {
                Ok(Attribute {
                    name: string()?.into(),
                    value: string()?.into(),
                })
            };
            Content::Element(Element {
                namespace,
                tag,
                attributes: (0..attribute_count)
                    .map(attribute)
                    .collect::<Result<_, _>>()?,
            })
        }
        6 => Content::Text(string()?.into()),
        7 => Content::Comment(string()?.into()),
        8 => Content::Cdata(string()?.into()),
        9 => Content::ShadowRoot(ShadowMode::Open),
        10 => Content::ShadowRoot(ShadowMode::Closed),
        11 => Content::TemplateContent,
        16 => Content::Moved,
        _ => return Err(CaptureError::OutOfRange("node kind")),
    };
    let states = (0..state_count)
        .map(|_| read_state(words, strings))
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
