use super::{Decoder, LIST_ROOM_MAX, Lists, Sum};
use crate::error::{DecodeError, Result};
use crate::id::NodeId;
use crate::limits::{NODES_MAX, TREE_DEPTH_MAX};
use crate::node::{Attribute, Content, Element, Forest, Namespace, Node, ShadowMode, Text};

/// A forest whose columns fit together.
#[derive(Debug)]
pub(super) struct DecodedForest<'a> {
    /// None if lists are dropped.
    pub(super) nodes: Forest<'a>,
    pub(super) tree_count: u32,
    pub(super) starts_with_document: bool,
}

impl<'a> Decoder<'a> {
    /// Reads a forest column by column. The column of kinds, which stays where it is, tells what the
    /// others hold; nodes are only made if lists are kept. Long columns are read through a copy of the
    /// reader, which the compiler can keep in registers.
    pub(super) fn forest(&mut self) -> Result<DecodedForest<'a>> {
        let unknown = self.input.array_of(6)?;
        let kinds = self.kinds()?;
        let mut nodes: Forest<'a> = match self.lists {
            Lists::Kept => kinds.iter().map(|_| blank_node()).collect(),
            Lists::Dropped => Forest::new(),
        };
        self.ids(kinds, &mut nodes)?;
        let tree_count = self.children(kinds, &mut nodes)?;
        self.names(kinds, &mut nodes)?;
        self.attributes(kinds, &mut nodes)?;
        self.states(kinds, &mut nodes)?;
        self.input.skip(unknown)?;
        Ok(DecodedForest {
            nodes,
            tree_count,
            starts_with_document: kinds.first() == Some(&DOCUMENT),
        })
    }

    fn kinds(&mut self) -> Result<&'a [u8]> {
        let kinds = self.input.bin()?;
        if kinds.len() > NODES_MAX {
            return Err(DecodeError::LimitExceeded {
                what: "nodes of a forest",
                limit: NODES_MAX,
            });
        }
        // Each kind is followed by at least one byte of id, so the nodes are no more than the bytes.
        if kinds.len() > self.input.remaining().len() {
            return Err(DecodeError::Truncated);
        }
        match kinds.iter().find(|kind| !is_known(**kind)) {
            Some(&kind) => Err(DecodeError::UnknownNodeKind(kind)),
            None => Ok(kinds),
        }
    }

    fn ids(&mut self, kinds: &[u8], nodes: &mut [Node<'a>]) -> Result<()> {
        self.column_of(kinds.len())?;
        let mut input = self.input;
        let mut sum = Sum::default();
        for position in 0..kinds.len() {
            sum.add(1)?;
            let id = sum.add_to_node(input.int()?)?;
            if let Some(node) = nodes.get_mut(position) {
                node.id = id;
            }
        }
        self.input = input;
        Ok(())
    }

    /// Checks that every stated child is there and no tree is too deep; returns the number of trees.
    fn children(&mut self, kinds: &[u8], nodes: &mut [Node<'a>]) -> Result<u32> {
        self.column_of(kinds.iter().filter(|kind| is_container(**kind)).count())?;
        let mut input = self.input;
        let mut shape = Shape::default();
        for (position, &kind) in kinds.iter().enumerate() {
            let child_count = match is_container(kind) {
                true => input.u32("child count")?,
                false => 0,
            };
            shape.add(child_count)?;
            if let Some(node) = nodes.get_mut(position) {
                node.child_count = child_count;
            }
        }
        self.input = input;
        shape.tree_count()
    }

    fn names(&mut self, kinds: &[u8], nodes: &mut [Node<'a>]) -> Result<()> {
        let count = kinds.iter().map(|kind| name_count(*kind)).sum();
        self.column_of(count)?;
        self.texts(|texts| {
            if nodes.is_empty() {
                return texts.check(count);
            }
            for (node, &kind) in nodes.iter_mut().zip(kinds) {
                let mut names = [const { Text::Borrowed("") }; 3];
                for name in names.iter_mut().take(name_count(kind)) {
                    *name = texts.take()?;
                }
                node.content = content(kind, names);
            }
            Ok(())
        })
    }

    fn attributes(&mut self, kinds: &[u8], nodes: &mut [Node<'a>]) -> Result<()> {
        let mut left = self.input.array()?;
        self.texts(|texts| {
            for (position, &kind) in kinds.iter().enumerate() {
                if !is_element(kind) {
                    continue;
                }
                let count = texts.input.u32("attribute count")? as usize;
                left = count
                    .checked_mul(2)
                    .and_then(|texts| left.checked_sub(1 + texts))
                    .ok_or(DecodeError::InconsistentForest)?;
                let node = nodes.get_mut(position).map(|node| &mut node.content);
                let Some(Content::Element(element)) = node else {
                    texts.check(2 * count)?;
                    continue;
                };
                element.attributes.reserve_exact(count.min(LIST_ROOM_MAX));
                for _ in 0..count {
                    element.attributes.push(Attribute {
                        name: texts.take()?,
                        value: texts.take()?,
                    });
                }
            }
            Ok(())
        })?;
        match left {
            0 => Ok(()),
            _ => Err(DecodeError::InconsistentForest),
        }
    }

    fn states(&mut self, kinds: &[u8], nodes: &mut [Node<'a>]) -> Result<()> {
        let mut position = 0_usize;
        for _ in 0..self.groups(3)? {
            let gap = self.input.u32("gap between states")? as usize;
            position = position.saturating_add(gap);
            if position >= kinds.len() {
                return Err(DecodeError::InconsistentForest);
            }
            let state = self.state()?;
            if let Some(node) = nodes.get_mut(position) {
                node.states.extend(state);
            }
        }
        Ok(())
    }

    fn column_of(&mut self, length: usize) -> Result<()> {
        if self.input.array()? == length {
            Ok(())
        } else {
            Err(DecodeError::InconsistentForest)
        }
    }
}

const DOCUMENT: u8 = 1;

const fn is_known(kind: u8) -> bool {
    matches!(kind, 1..=12 | 16)
}

const fn is_container(kind: u8) -> bool {
    matches!(kind, 1 | 3..=5 | 9..=12)
}

const fn is_element(kind: u8) -> bool {
    matches!(kind, 3..=5 | 12)
}

/// How many texts a node of this kind has in the column of names.
const fn name_count(kind: u8) -> usize {
    match kind {
        3..=8 => 1,
        12 => 2,
        2 => 3,
        _ => 0,
    }
}

/// What a node of a known kind is, from its names; an element has no attributes yet.
fn content<'a>(kind: u8, [first, second, third]: [Text<'a>; 3]) -> Content<'a> {
    let element = |namespace, tag| {
        Content::Element(Element {
            namespace,
            tag,
            attributes: Vec::new(),
        })
    };
    match kind {
        DOCUMENT => Content::Document,
        2 => Content::Doctype {
            name: first,
            public_id: second,
            system_id: third,
        },
        3 => element(Namespace::Html, first),
        4 => element(Namespace::Svg, first),
        5 => element(Namespace::MathMl, first),
        6 => Content::Text(first),
        7 => Content::Comment(first),
        8 => Content::Cdata(first),
        9 => Content::ShadowRoot(ShadowMode::Open),
        10 => Content::ShadowRoot(ShadowMode::Closed),
        11 => Content::TemplateContent,
        12 => element(Namespace::Other(first), second),
        _ => Content::Moved,
    }
}

/// A node of which nothing is known yet.
const fn blank_node<'a>() -> Node<'a> {
    Node {
        id: NodeId::FIRST,
        content: Content::Moved,
        child_count: 0,
        states: Vec::new(),
    }
}

/// Follows the nodes of a forest in preorder.
#[derive(Debug, Default)]
struct Shape {
    tree_count: u32,
    /// Per open node, how many of its children are still to come.
    open: Vec<u32>,
}

impl Shape {
    fn add(&mut self, child_count: u32) -> Result<()> {
        match self.open.last_mut() {
            Some(left) => *left -= 1,
            None => self.tree_count += 1,
        }
        if child_count > 0 {
            if self.open.len() >= TREE_DEPTH_MAX {
                return Err(DecodeError::LimitExceeded {
                    what: "depth of a tree",
                    limit: TREE_DEPTH_MAX,
                });
            }
            self.open.push(child_count);
        }
        while self.open.last() == Some(&0) {
            self.open.pop();
        }
        Ok(())
    }

    fn tree_count(&self) -> Result<u32> {
        match self.open.as_slice() {
            [] => Ok(self.tree_count),
            _ => Err(DecodeError::InconsistentForest),
        }
    }
}
