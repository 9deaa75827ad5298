use wire_format::NodeId;
use wire_format::mirror::{Mirror, MirrorNode};
use wire_format::node::Element;

/// What is to be expected of a click on something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClickTarget {
    /// Something that looks as if it did something on this page.
    Control,
    /// Something that the browser answers by itself, in ways that nobody else sees: it opens the list
    /// of a select, places the caret, plays a video.
    Native,
    /// Something that leads away, which may take its time and leaves no trace on this page.
    WayOut,
    /// Anything else.
    Plain,
}

/// The roles of things that one clicks.
const CONTROL_ROLES: [&str; 8] = [
    "button", "checkbox", "link", "menuitem", "option", "radio", "switch", "tab",
];

impl ClickTarget {
    /// What the innermost element around a node that says anything about clicks is.
    pub(super) fn of(mirror: &Mirror, node: Option<NodeId>) -> Self {
        node.and_then(|node| mirror.node(node))
            .into_iter()
            .flat_map(MirrorNode::and_ancestors)
            .find_map(|node| of_element(node, node.element()?))
            .unwrap_or(Self::Plain)
    }
}

fn of_element(node: MirrorNode<'_>, element: &Element<'_>) -> Option<ClickTarget> {
    if element.attribute("contenteditable").is_some() {
        return Some(ClickTarget::Native);
    }
    match element.tag.as_ref() {
        "select" | "option" | "textarea" | "label" | "video" | "audio" | "embed" | "object"
        | "iframe" => Some(ClickTarget::Native),
        "input" => Some(of_input(node, element)),
        "button" => Some(of_button(node, element)),
        "a" | "area" => element.attribute("href").map(|href| of_link(element, href)),
        "summary" => Some(ClickTarget::Control),
        _ => of_role(element),
    }
}

fn of_input(node: MirrorNode<'_>, element: &Element<'_>) -> ClickTarget {
    match element.attribute("type") {
        Some("button" | "reset") => of_role(element).unwrap_or(ClickTarget::Control),
        Some("submit" | "image") => of_button(node, element),
        _ => ClickTarget::Native,
    }
}

/// A button that submits a form to an address leads away.
fn of_button(node: MirrorNode<'_>, element: &Element<'_>) -> ClickTarget {
    let is_plain = element.attribute("type") == Some("button");
    let form = node
        .and_ancestors()
        .find_map(|node| node.element().filter(|element| element.tag == "form"));
    let leads_away = element.attribute("formaction").is_some()
        || form.is_some_and(|form| form.attribute("action").is_some());
    if !is_plain && leads_away {
        ClickTarget::WayOut
    } else {
        ClickTarget::Control
    }
}

/// A link within the page is a control; so is one that only a script gives a meaning to.
fn of_link(element: &Element<'_>, href: &str) -> ClickTarget {
    let stays = href.is_empty() || href.starts_with('#') || href.starts_with("javascript:");
    if stays && element.attribute("target").is_none() && element.attribute("download").is_none() {
        ClickTarget::Control
    } else {
        ClickTarget::WayOut
    }
}

fn of_role(element: &Element<'_>) -> Option<ClickTarget> {
    if element.attribute("aria-disabled") == Some("true") {
        return Some(ClickTarget::Plain);
    }
    let is_control = element
        .attribute("role")
        .is_some_and(|role| CONTROL_ROLES.contains(&role))
        || element.attribute("onclick").is_some();
    is_control.then_some(ClickTarget::Control)
}
