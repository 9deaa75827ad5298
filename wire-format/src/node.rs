//! Nodes of a recorded document, one by one and as a forest in preorder.

use std::borrow::Cow;

use crate::id::NodeId;
use crate::state::State;

/// Text that is borrowed from the batch or the page where possible, owned where it was changed.
pub type Text<'a> = Cow<'a, str>;

/// Sibling trees in preorder: each node is followed by its `child_count` subtrees.
pub type Forest<'a> = Vec<Node<'a>>;

/// The trees of a forest, in order.
pub fn trees<'f, 'a>(forest: &'f [Node<'a>]) -> impl Iterator<Item = &'f [Node<'a>]> {
    // How many nodes of the tree are still to come.
    let mut left: i64 = 0;
    forest.chunk_by(move |node, _| {
        left = left.max(0) + i64::from(node.child_count) - 1;
        left >= 0
    })
}

/// One node of a forest.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// Which node of the document this is.
    pub id: NodeId,
    /// What the node is.
    pub content: Content<'a>,
    /// How many children follow; 0 for nodes that cannot have any.
    pub child_count: u32,
    /// What the node has beside its markup.
    pub states: Vec<State<'a>>,
}

/// What a node is, without its children.
#[derive(Clone, Debug, PartialEq)]
pub enum Content<'a> {
    /// The document itself.
    Document,
    /// The document type declaration.
    Doctype {
        /// `html` in nearly all documents.
        name: Text<'a>,
        /// Empty in modern documents.
        public_id: Text<'a>,
        /// Empty in modern documents.
        system_id: Text<'a>,
    },
    /// An element with its attributes.
    Element(Element<'a>),
    /// A text node.
    Text(Text<'a>),
    /// A comment.
    Comment(Text<'a>),
    /// A CDATA section, as SVG may hold.
    Cdata(Text<'a>),
    /// An open shadow root, the first child of its host.
    ShadowRoot,
    /// A node the reader already knows; it comes with its whole subtree.
    Moved,
}

/// An element, without its children.
#[derive(Clone, Debug, PartialEq)]
pub struct Element<'a> {
    /// The language the element belongs to.
    pub namespace: Namespace,
    /// The local name; lower case in HTML.
    pub tag: Text<'a>,
    /// In document order.
    pub attributes: Vec<Attribute<'a>>,
}

/// An attribute of an element.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute<'a> {
    /// The qualified name, as `getAttributeNames` gives it.
    pub name: Text<'a>,
    /// The value as written; URLs are not made absolute.
    pub value: Text<'a>,
}

/// The namespace of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namespace {
    /// `http://www.w3.org/1999/xhtml`
    Html,
    /// `http://www.w3.org/2000/svg`
    Svg,
    /// `http://www.w3.org/1998/Math/MathML`
    MathMl,
}

impl Content<'_> {
    /// Whether a node of this content may have children.
    pub const fn is_container(&self) -> bool {
        matches!(self, Self::Document | Self::Element(_) | Self::ShadowRoot)
    }

    /// The same content, with texts of its own.
    pub fn to_static(&self) -> Content<'static> {
        self.map_texts(&|text| Text::Owned(text.to_owned()))
    }

    /// The same content, borrowing its texts from this one.
    pub fn to_borrowed(&self) -> Content<'_> {
        self.map_texts(&|text| Text::Borrowed(text))
    }

    fn map_texts<'s, 't>(&'s self, map: &impl Fn(&'s str) -> Text<'t>) -> Content<'t> {
        match self {
            Self::Document => Content::Document,
            Self::Doctype {
                name,
                public_id,
                system_id,
            } => Content::Doctype {
                name: map(name),
                public_id: map(public_id),
                system_id: map(system_id),
            },
            Self::Element(element) => Content::Element(element.map_texts(map)),
            Self::Text(text) => Content::Text(map(text)),
            Self::Comment(text) => Content::Comment(map(text)),
            Self::Cdata(text) => Content::Cdata(map(text)),
            Self::ShadowRoot => Content::ShadowRoot,
            Self::Moved => Content::Moved,
        }
    }
}

impl Element<'_> {
    /// The value of an attribute, if the element has it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
            .map(|attribute| attribute.value.as_ref())
    }

    fn map_texts<'s, 't>(&'s self, map: &impl Fn(&'s str) -> Text<'t>) -> Element<'t> {
        let attribute = |attribute: &'s Attribute<'_>| Attribute {
            name: map(&attribute.name),
            value: map(&attribute.value),
        };
        Element {
            namespace: self.namespace,
            tag: map(&self.tag),
            attributes: self.attributes.iter().map(attribute).collect(),
        }
    }
}
