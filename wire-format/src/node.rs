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
    /// The document itself or, as the first child of a frame element, the document of that frame.
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
    /// A shadow root, the first child of its host.
    ShadowRoot(ShadowMode),
    /// The content of a `template` element, which is its first child here.
    TemplateContent,
    /// A node the reader already knows; it comes with its whole subtree.
    Moved,
}

/// An element, without its children.
#[derive(Clone, Debug, PartialEq)]
pub struct Element<'a> {
    /// The language the element belongs to.
    pub namespace: Namespace<'a>,
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

/// Whether scripts of the page can get hold of a shadow root through its host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShadowMode {
    /// `element.shadowRoot` gives it.
    Open,
    /// Only who attached it has it.
    Closed,
}

/// The namespace of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Namespace<'a> {
    /// `http://www.w3.org/1999/xhtml`
    Html,
    /// `http://www.w3.org/2000/svg`
    Svg,
    /// `http://www.w3.org/1998/Math/MathML`
    MathMl,
    /// One that browsers know nothing of; empty for elements without any.
    Other(Text<'a>),
}

impl Content<'_> {
    /// Whether a node of this content may have children.
    pub const fn is_container(&self) -> bool {
        matches!(
            self,
            Self::Document | Self::Element(_) | Self::ShadowRoot(_) | Self::TemplateContent
        )
    }

    /// Whether the node is a shadow root.
    pub const fn is_shadow_root(&self) -> bool {
        matches!(self, Self::ShadowRoot(_))
    }

    /// Whether the node, below an element, is the root of another tree than the element is in: a
    /// shadow root, the content of a template or the document of a frame. It stands before all
    /// children of the element.
    pub const fn is_inner_root(&self) -> bool {
        matches!(
            self,
            Self::ShadowRoot(_) | Self::TemplateContent | Self::Document
        )
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
            Self::ShadowRoot(mode) => Content::ShadowRoot(*mode),
            Self::TemplateContent => Content::TemplateContent,
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
            namespace: self.namespace.map_text(map),
            tag: map(&self.tag),
            attributes: self.attributes.iter().map(attribute).collect(),
        }
    }
}

impl Namespace<'_> {
    fn map_text<'s, 't>(&'s self, map: &impl Fn(&'s str) -> Text<'t>) -> Namespace<'t> {
        match self {
            Self::Html => Namespace::Html,
            Self::Svg => Namespace::Svg,
            Self::MathMl => Namespace::MathMl,
            Self::Other(name) => Namespace::Other(map(name)),
        }
    }
}
