use super::{Decoder, Sum};
use crate::error::{DecodeError, Result};
use crate::id::NodeId;
use crate::limits::{NODES_MAX, TREE_DEPTH_MAX};
use crate::node::{Attribute, Content, Element, Forest, Namespace, Node, ShadowMode, Text};

impl<'a> Decoder<'a> {
    /// A forest whose columns fit together, and the number of its trees.
    pub(super) fn forest(&mut self) -> Result<(Forest<'a>, u32)> {
        let unknown = self.input.array_of(6)?;
        let mut nodes = self.kinds()?;
        self.ids(&mut nodes)?;
        self.children(&mut nodes)?;
        self.names(&mut nodes)?;
        self.attributes(&mut nodes)?;
        self.states(&mut nodes)?;
        self.input.skip(unknown)?;
        let tree_count = count_trees(&nodes)?;
        Ok((nodes, tree_count))
    }

    fn kinds(&mut self) -> Result<Forest<'a>> {
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
        kinds
            .iter()
            .map(|&kind| {
                Ok(Node {
                    // Until the column of ids is read.
                    id: NodeId::FIRST,
                    content: content(kind)?,
                    child_count: 0,
                    states: Vec::new(),
                })
            })
            .collect()
    }

    fn ids(&mut self, nodes: &mut [Node<'a>]) -> Result<()> {
        self.column_of(nodes.len())?;
        let mut sum = Sum::default();
        for node in nodes {
            sum.add(1)?;
            node.id = self.delta_node(&mut sum)?;
        }
        Ok(())
    }

    fn children(&mut self, nodes: &mut [Node<'a>]) -> Result<()> {
        self.column_of(
            nodes
                .iter()
                .filter(|node| node.content.is_container())
                .count(),
        )?;
        for node in nodes.iter_mut().filter(|node| node.content.is_container()) {
            node.child_count = self.input.u32("child count")?;
        }
        Ok(())
    }

    fn names(&mut self, nodes: &mut [Node<'a>]) -> Result<()> {
        let length = self.input.array()?;
        let mut read = 0;
        for node in nodes {
            match &mut node.content {
                Content::Document
                | Content::ShadowRoot(_)
                | Content::TemplateContent
                | Content::Moved => continue,
                Content::Element(element) => {
                    if let Namespace::Other(name) = &mut element.namespace {
                        *name = self.text()?;
                        read += 1;
                    }
                    element.tag = self.text()?;
                }
                Content::Text(text) | Content::Comment(text) | Content::Cdata(text) => {
                    *text = self.text()?
                }
                Content::Doctype {
                    name,
                    public_id,
                    system_id,
                } => {
                    *name = self.text()?;
                    *public_id = self.text()?;
                    *system_id = self.text()?;
                    read += 2;
                }
            }
            read += 1;
        }
        if read == length {
            Ok(())
        } else {
            Err(DecodeError::InconsistentForest)
        }
    }

    fn attributes(&mut self, nodes: &mut [Node<'a>]) -> Result<()> {
        let length = self.input.array()?;
        let mut read = 0;
        for node in nodes {
            let Content::Element(element) = &mut node.content else {
                continue;
            };
            let count = self.input.u32("attribute count")? as usize;
            read += 1 + count.saturating_mul(2);
            if read > length {
                return Err(DecodeError::InconsistentForest);
            }
            element.attributes.reserve_exact(count);
            for _ in 0..count {
                element.attributes.push(Attribute {
                    name: self.text()?,
                    value: self.text()?,
                });
            }
        }
        if read == length {
            Ok(())
        } else {
            Err(DecodeError::InconsistentForest)
        }
    }

    fn states(&mut self, nodes: &mut [Node<'a>]) -> Result<()> {
        let mut position = 0_usize;
        for _ in 0..self.groups(3)? {
            let gap = self.input.u32("gap between states")? as usize;
            position = position.saturating_add(gap);
            let node = nodes
                .get_mut(position)
                .ok_or(DecodeError::InconsistentForest)?;
            node.states.extend(self.state()?);
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

fn content<'a>(kind: u8) -> Result<Content<'a>> {
    const EMPTY: Text<'static> = Text::Borrowed("");
    let element = |namespace| {
        Content::Element(Element {
            namespace,
            tag: EMPTY,
            attributes: Vec::new(),
        })
    };
    Ok(match kind {
        1 => Content::Document,
        2 => Content::Doctype {
            name: EMPTY,
            public_id: EMPTY,
            system_id: EMPTY,
        },
        3 => element(Namespace::Html),
        4 => element(Namespace::Svg),
        5 => element(Namespace::MathMl),
        6 => Content::Text(EMPTY),
        7 => Content::Comment(EMPTY),
        8 => Content::Cdata(EMPTY),
        9 => Content::ShadowRoot(ShadowMode::Open),
        10 => Content::ShadowRoot(ShadowMode::Closed),
        11 => Content::TemplateContent,
        12 => element(Namespace::Other(EMPTY)),
        16 => Content::Moved,
        other => return Err(DecodeError::UnknownNodeKind(other)),
    })
}

/// Checks that every stated child is there and no tree is too deep.
fn count_trees(nodes: &[Node<'_>]) -> Result<u32> {
    let mut trees = 0_u32;
    // Per open node, how many of its children are still to come.
    let mut open: Vec<u32> = Vec::new();
    for node in nodes {
        match open.last_mut() {
            Some(left) => *left -= 1,
            None => trees += 1,
        }
        if node.child_count > 0 {
            if open.len() >= TREE_DEPTH_MAX {
                return Err(DecodeError::LimitExceeded {
                    what: "depth of a tree",
                    limit: TREE_DEPTH_MAX,
                });
            }
            open.push(node.child_count);
        }
        while open.last() == Some(&0) {
            open.pop();
        }
    }
    if open.is_empty() {
        Ok(trees)
    } else {
        Err(DecodeError::InconsistentForest)
    }
}
