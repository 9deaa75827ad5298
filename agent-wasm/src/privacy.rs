//! What must not leave the page. Every record passes here before it reaches the mirror or a batch,
//! so neither ever holds what is masked.
//!
//! Masked are the values of form controls, always, and the text of elements marked with
//! `data-monitorme="mask"`, with everything below them. The text of scripts is left out: nobody sees
//! it, and frameworks put whole application states there.

use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::node::{Content, Element, Forest, Text};
use wire_format::record::{AttributeChange, Mutation, Record, Run, TextChange};
use wire_format::state::State;

/// Stands for any value of a form control, so that not even its length is told.
const MASKED_VALUE: &str = "***";
const PRIVACY_ATTRIBUTE: &str = "data-monitorme";

/// Input types whose value is a label or a choice that the page's author wrote.
const AUTHORED_VALUE_TYPES: [&str; 5] = ["button", "checkbox", "radio", "reset", "submit"];

/// Masks a record that is about to be applied to this mirror.
pub fn mask_record(mirror: &Mirror, record: &mut Record<'_>) {
    match record {
        Record::FullSnapshot(snapshot) => mask_document(&mut snapshot.forest),
        Record::Mutation(mutation) => mask_mutation(mirror, mutation),
        Record::Input {
            node,
            state: State::Value(value),
        } if mirror.node(*node).is_none_or(has_private_value) => {
            mask_value(value);
        }
        _ => {}
    }
}

/// Masks a whole document.
pub fn mask_document(forest: &mut Forest<'_>) {
    let tree_count = u32::from(!forest.is_empty());
    mask_trees(forest.iter_mut(), tree_count, Exposure::Shown);
}

/// How the text of a node's children is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exposure {
    Shown,
    /// Below a marked element.
    Masked,
    /// The text is the value of a form control.
    Value,
    /// The text is a program or its data.
    Script,
}

impl Exposure {
    /// What holds below an element that stands where this holds.
    fn below(self, element: &Element<'_>) -> Self {
        if let Some(exposure) = Self::by_tag(element) {
            exposure
        } else if self == Self::Masked || element.attribute(PRIVACY_ATTRIBUTE) == Some("mask") {
            Self::Masked
        } else {
            Self::Shown
        }
    }

    /// What holds below a node of the mirror.
    fn below_node(node: MirrorNode<'_>) -> Self {
        let is_marked = |node: MirrorNode<'_>| {
            node.element()
                .is_some_and(|element| element.attribute(PRIVACY_ATTRIBUTE) == Some("mask"))
        };
        if let Some(exposure) = node.element().and_then(Self::by_tag) {
            exposure
        } else if node.and_ancestors().any(is_marked) {
            Self::Masked
        } else {
            Self::Shown
        }
    }

    fn by_tag(element: &Element<'_>) -> Option<Self> {
        match element.tag.as_ref() {
            "textarea" => Some(Self::Value),
            "script" => Some(Self::Script),
            _ => None,
        }
    }

    fn apply_to(self, text: &mut Text<'_>) {
        match self {
            Self::Shown => {}
            Self::Masked => mask_text(text),
            Self::Value => mask_value(text),
            Self::Script => *text = Text::Borrowed(""),
        }
    }
}

fn mask_mutation(mirror: &Mirror, mutation: &mut Mutation<'_>) {
    let mut nodes = mutation.forest.iter_mut();
    for Run {
        parent, tree_count, ..
    } in &mutation.runs
    {
        let exposure = mirror
            .node(*parent)
            .map_or(Exposure::Masked, Exposure::below_node);
        mask_trees(&mut nodes, *tree_count, exposure);
    }
    for change in &mut mutation.attributes {
        mask_attribute_change(mirror, change);
    }
    for TextChange { node, content } in &mut mutation.texts {
        let parent = mirror.node(*node).and_then(MirrorNode::parent);
        parent
            .map_or(Exposure::Masked, Exposure::below_node)
            .apply_to(content);
    }
}

/// Masks the next trees of a forest, whose parent has this exposure.
fn mask_trees<'n, 'a: 'n>(
    mut nodes: impl Iterator<Item = &'n mut wire_format::node::Node<'a>>,
    tree_count: u32,
    exposure: Exposure,
) {
    // Per open node, how many of its children are still to come and what holds for them.
    let mut open = vec![(tree_count, exposure)];
    while let Some((left, exposure)) = open.last_mut() {
        if *left == 0 {
            open.pop();
            continue;
        }
        *left -= 1;
        let exposure = *exposure;
        let Some(node) = nodes.next() else { return };
        let below = match &mut node.content {
            Content::Element(element) => {
                let below = exposure.below(element);
                mask_element(element, &mut node.states);
                below
            }
            Content::Text(text) | Content::Comment(text) | Content::Cdata(text) => {
                exposure.apply_to(text);
                exposure
            }
            _ => exposure,
        };
        open.push((node.child_count, below));
    }
}

fn mask_element(element: &mut Element<'_>, states: &mut [State<'_>]) {
    if !is_form_control(&element.tag) || has_authored_value(element) {
        return;
    }
    for attribute in element
        .attributes
        .iter_mut()
        .filter(|attribute| attribute.name == "value")
    {
        mask_value(&mut attribute.value);
    }
    for state in states {
        if let State::Value(value) = state {
            mask_value(value);
        }
    }
}

fn mask_attribute_change(mirror: &Mirror, change: &mut AttributeChange<'_>) {
    if change.name != "value" {
        return;
    }
    let is_private = mirror.node(change.node).is_none_or(has_private_value);
    if let (true, Some(value)) = (is_private, &mut change.value) {
        mask_value(value);
    }
}

/// Whether the value of a node is something a visitor typed.
fn has_private_value(node: MirrorNode<'_>) -> bool {
    node.element()
        .is_some_and(|element| is_form_control(&element.tag) && !has_authored_value(element))
}

fn is_form_control(tag: &str) -> bool {
    matches!(tag, "input" | "textarea" | "select")
}

fn has_authored_value(element: &Element<'_>) -> bool {
    let kind = element.attribute("type").unwrap_or_default();
    element.tag == "input"
        && AUTHORED_VALUE_TYPES
            .iter()
            .any(|authored| kind.eq_ignore_ascii_case(authored))
}

fn mask_value(value: &mut Text<'_>) {
    if !value.is_empty() {
        *value = Text::Borrowed(MASKED_VALUE);
    }
}

/// Keeps white space, so that the page wraps its lines as before.
fn mask_text(text: &mut Text<'_>) {
    if text
        .chars()
        .any(|character| !character.is_whitespace() && character != '*')
    {
        *text = text
            .chars()
            .map(|character| {
                if character.is_whitespace() {
                    character
                } else {
                    '*'
                }
            })
            .collect::<String>()
            .into();
    }
}
