use super::{Delta, Encoder};
use crate::node::{Content, Element, Namespace, Node, ShadowMode};

impl Encoder {
    /// A forest, column by column.
    pub(super) fn forest(&mut self, nodes: &[Node<'_>]) {
        self.out.array(6);
        self.kinds(nodes);
        self.ids(nodes);
        self.children(nodes);
        self.names(nodes);
        self.attributes(nodes);
        self.states(nodes);
    }

    fn kinds(&mut self, nodes: &[Node<'_>]) {
        let kinds: Vec<u8> = nodes.iter().map(|node| kind(&node.content)).collect();
        self.out.bin(&kinds);
    }

    fn ids(&mut self, nodes: &[Node<'_>]) {
        self.out.array(nodes.len());
        let mut delta = Delta::default();
        for node in nodes {
            let difference = delta.of(node.id.get());
            self.out.int(difference - 1);
        }
    }

    fn children(&mut self, nodes: &[Node<'_>]) {
        let containers = nodes.iter().filter(|node| node.content.is_container());
        self.out.array(containers.clone().count());
        for node in containers {
            self.out.uint(node.child_count);
        }
    }

    fn names(&mut self, nodes: &[Node<'_>]) {
        self.out
            .array(nodes.iter().map(|node| name_count(&node.content)).sum());
        for node in nodes {
            match &node.content {
                Content::Document
                | Content::ShadowRoot(_)
                | Content::TemplateContent
                | Content::Moved => {}
                Content::Element(element) => {
                    if let Namespace::Other(name) = &element.namespace {
                        self.text(name);
                    }
                    self.text(&element.tag);
                }
                Content::Text(text) | Content::Comment(text) | Content::Cdata(text) => {
                    self.text(text)
                }
                Content::Doctype {
                    name,
                    public_id,
                    system_id,
                } => {
                    self.text(name);
                    self.text(public_id);
                    self.text(system_id);
                }
            }
        }
    }

    fn attributes(&mut self, nodes: &[Node<'_>]) {
        let elements = || {
            nodes.iter().filter_map(|node| match &node.content {
                Content::Element(element) => Some(element),
                _ => None,
            })
        };
        self.out.array(
            elements()
                .map(|element| 1 + 2 * element.attributes.len())
                .sum(),
        );
        for element in elements() {
            self.out.uint(element.attributes.len() as u64);
            for attribute in &element.attributes {
                self.text(&attribute.name);
                self.text(&attribute.value);
            }
        }
    }

    fn states(&mut self, nodes: &[Node<'_>]) {
        self.out
            .array(nodes.iter().map(|node| 3 * node.states.len()).sum());
        let mut last = 0;
        for (position, node) in nodes.iter().enumerate() {
            for state in &node.states {
                self.out.uint((position - last) as u64);
                self.state(state);
                last = position;
            }
        }
    }
}

fn kind(content: &Content<'_>) -> u8 {
    match content {
        Content::Document => 1,
        Content::Doctype { .. } => 2,
        Content::Element(element) => match element.namespace {
            Namespace::Html => 3,
            Namespace::Svg => 4,
            Namespace::MathMl => 5,
            Namespace::Other(_) => 12,
        },
        Content::Text(_) => 6,
        Content::Comment(_) => 7,
        Content::Cdata(_) => 8,
        Content::ShadowRoot(ShadowMode::Open) => 9,
        Content::ShadowRoot(ShadowMode::Closed) => 10,
        Content::TemplateContent => 11,
        Content::Moved => 16,
    }
}

fn name_count(content: &Content<'_>) -> usize {
    match content {
        Content::Document | Content::ShadowRoot(_) | Content::TemplateContent | Content::Moved => 0,
        Content::Element(Element {
            namespace: Namespace::Other(_),
            ..
        }) => 2,
        Content::Doctype { .. } => 3,
        _ => 1,
    }
}
