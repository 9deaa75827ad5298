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

    /// The same content, owning its texts.
    pub fn into_owned(self) -> Content<'static> {
        match self {
            Self::Document => Content::Document,
            Self::Doctype {
                name,
                public_id,
                system_id,
            } => Content::Doctype {
                name: name.into_owned().into(),
                public_id: public_id.into_owned().into(),
                system_id: system_id.into_owned().into(),
            },
            Self::Element(element) => Content::Element(element.into_owned()),
            Self::Text(text) => Content::Text(text.into_owned().into()),
            Self::Comment(text) => Content::Comment(text.into_owned().into()),
            Self::Cdata(text) => Content::Cdata(text.into_owned().into()),
            Self::ShadowRoot => Content::ShadowRoot,
            Self::Moved => Content::Moved,
        }
    }

    /// The same content, borrowing its texts from this one.
    pub fn to_borrowed(&self) -> Content<'_> {
        match self {
            Self::Document => Content::Document,
            Self::Doctype {
                name,
                public_id,
                system_id,
            } => Content::Doctype {
                name: name.as_ref().into(),
                public_id: public_id.as_ref().into(),
                system_id: system_id.as_ref().into(),
            },
            Self::Element(element) => Content::Element(element.to_borrowed()),
            Self::Text(text) => Content::Text(text.as_ref().into()),
            Self::Comment(text) => Content::Comment(text.as_ref().into()),
            Self::Cdata(text) => Content::Cdata(text.as_ref().into()),
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

    fn into_owned(self) -> Element<'static> {
        let attributes = self.attributes.into_iter().map(|attribute| Attribute {
            name: attribute.name.into_owned().into(),
            value: attribute.value.into_owned().into(),
        });
        Element {
            namespace: self.namespace,
            tag: self.tag.into_owned().into(),
            attributes: attributes.collect(),
        }
    }

    fn to_borrowed(&self) -> Element<'_> {
        let attributes = self.attributes.iter().map(|attribute| Attribute {
            name: attribute.name.as_ref().into(),
            value: attribute.value.as_ref().into(),
        });
        Element {
            namespace: self.namespace,
            tag: self.tag.as_ref().into(),
            attributes: attributes.collect(),
        }
    }
}
