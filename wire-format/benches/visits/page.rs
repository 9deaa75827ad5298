use wire_format::NodeId;
use wire_format::node::{Attribute, Content, Element, Forest, Namespace, Node, Text};
use wire_format::state::State;

const WORDS: [&str; 10] = [
    "happy", "cat", "feather", "bowl", "warm", "basket", "dog", "treat", "soft", "leash",
];

/// Makes product cards like those of `tests/perf/pages/build-page.ts`, and numbers their nodes.
#[derive(Debug, Default)]
pub(crate) struct Page {
    cards: usize,
    nodes: u32,
}

impl Page {
    /// A document with cards, of about so many nodes.
    pub(crate) fn document(&mut self, nodes: usize) -> Forest<'static> {
        let mut forest = vec![
            self.node(Content::Document, 2),
            self.node(
                Content::Doctype {
                    name: "html".into(),
                    public_id: "".into(),
                    system_id: "".into(),
                },
                0,
            ),
            self.element("html", &[("lang", "en".into())], 1),
            self.element("body", &[], 0),
        ];
        let body = forest.len() - 1;
        while forest.len() < nodes {
            forest.extend(self.card());
            forest[body].child_count += 1;
        }
        forest
    }

    /// The next card.
    pub(crate) fn card(&mut self) -> Forest<'static> {
        let number = self.cards;
        self.cards += 1;
        let word = |offset: usize| WORDS[(number * 7 + offset * 3) % WORDS.len()];
        let class = |name: &'static str| [("class", name.into())];
        let card = [
            ("class", "card card--wide flex p-4".into()),
            ("data-product", number.to_string().into()),
        ];
        let link = [
            ("class", "button".into()),
            ("href", format!("/products/{number}").into()),
        ];
        let svg = [("class", "icon".into()), ("viewBox", "0 0 24 24".into())];
        let input = [
            ("class", "field".into()),
            ("type", "number".into()),
            ("value", "1".into()),
        ];
        let path = [("d", format!("M4 {}h16", number % 24).into())];
        let mut forest = vec![
            self.element("article", &card, 5),
            self.element("h3", &class("text-lg font-bold"), 1),
            self.text(format!("{} {} {number}", word(0), word(1))),
            self.element("p", &class("text-sm muted"), 1),
            self.text(format!("A {} {} for your {}", word(2), word(3), word(4))),
            self.element("svg", &svg, 1),
            self.element("path", &path, 0),
            self.element("label", &class("row"), 2),
            self.text("Quantity ".to_owned()),
            self.element("input", &input, 0),
            self.element("a", &link, 1),
            self.text("Show".to_owned()),
        ];
        forest[9].states.push(State::Value("1".into()));
        forest
    }

    fn element(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, Text<'static>)],
        child_count: u32,
    ) -> Node<'static> {
        let namespace = match tag {
            "svg" | "path" => Namespace::Svg,
            _ => Namespace::Html,
        };
        let attributes = attributes.iter().map(|(name, value)| Attribute {
            name: (*name).into(),
            value: value.clone(),
        });
        let element = Element {
            namespace,
            tag: tag.into(),
            attributes: attributes.collect(),
        };
        self.node(Content::Element(element), child_count)
    }

    fn text(&mut self, text: String) -> Node<'static> {
        self.node(Content::Text(text.into()), 0)
    }

    fn node(&mut self, content: Content<'static>, child_count: u32) -> Node<'static> {
        self.nodes += 1;
        Node {
            id: NodeId::new(self.nodes).unwrap(),
            content,
            child_count,
            states: Vec::new(),
        }
    }
}
