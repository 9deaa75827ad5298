use wire_format::mirror::MirrorNode;
use wire_format::node::Element;
use wire_format::state::State;

use super::filler::mask_value;

/// Input types whose value is a label or a choice that the page's author wrote.
const AUTHORED_VALUE_TYPES: [&str; 5] = ["button", "checkbox", "radio", "reset", "submit"];

/// Masks what a visitor may have put into an element.
pub(super) fn mask_element(element: &mut Element<'_>, states: &mut [State<'_>]) {
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

/// Whether the value of a node is something a visitor typed.
pub(super) fn has_private_value(node: MirrorNode<'_>) -> bool {
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
