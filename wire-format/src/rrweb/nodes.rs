use super::addresses::Addresses;
use super::documents::Document;
use super::element_states::write_state_attributes;
use super::harmless;
use super::json::Json;
use super::pictures::{deciding_attributes, is_decided};
use super::style_sheets::css_of;
use super::trees::children;
use crate::mirror::MirrorNode;
use crate::node::{Content, Element, Namespace};
use crate::sheet::Rules;
use crate::state::{PrivacyMark, State};

/// Writes the fields of a node and its whole subtree, and closes the object that the caller opened.
pub(super) fn write_tree(json: &mut Json, root: MirrorNode<'_>, document: &Document<'_>) {
    enum Step<'m> {
        Open(MirrorNode<'m>),
        Close,
    }
    write_fields(json, root, document);
    let mut steps = open_children(json, root)
        .map(Step::Open)
        .collect::<Vec<_>>();
    steps.push(Step::Close);
    steps.reverse();
    while let Some(step) = steps.pop() {
        let Step::Open(node) = step else {
            json.close_array();
            json.close_object();
            continue;
        };
        json.open_object();
        write_fields(json, node, document);
        if !node.content().is_container() {
            json.close_object();
            continue;
        }
        steps.push(Step::Close);
        let first = steps.len();
        steps.extend(open_children(json, node).map(Step::Open));
        if let Some(children) = steps.get_mut(first..) {
            children.reverse();
        }
    }
}

/// Writes one node without its children; its object stays open.
pub(super) fn write_fields(json: &mut Json, node: MirrorNode<'_>, document: &Document<'_>) {
    let addresses = document.addresses.as_ref();
    json.node("id", node.id());
    if let Some(root) = document.in_frame().filter(|root| root.id() != node.id()) {
        json.node("rootId", root.id());
    }
    if node
        .parent()
        .is_some_and(|parent| parent.content().is_shadow_root())
    {
        json.bool("isShadow", true);
    }
    match node.content() {
        Content::Document => {
            json.number("type", 0);
            // The replayer looks at the first child to find out which quirks.
            if node.states().contains(&State::Quirks(true)) && children(node).next().is_some() {
                json.string("compatMode", "BackCompat");
            }
        }
        Content::Doctype {
            name,
            public_id,
            system_id,
        } => {
            json.number("type", 1);
            json.string("name", name);
            json.string("publicId", public_id);
            json.string("systemId", system_id);
        }
        Content::Element(element) => write_element(json, node, element, document),
        Content::Text(text) => {
            json.number("type", 3);
            let style = node
                .parent()
                .filter(|parent| parent.element().is_some_and(|parent| parent.tag == "style"));
            match style {
                Some(style) => {
                    json.bool("isStyle", true);
                    match css_of(style, addresses) {
                        // Rules that differ from the text stand in its place.
                        Some(css) if is_first_text(style, node) => json.string("textContent", &css),
                        Some(_) => json.string("textContent", ""),
                        None => json.string("textContent", &addresses.absolute_css(text)),
                    }
                }
                None => json.string("textContent", text),
            }
        }
        // A page in HTML cannot hold CDATA sections; in a replay they show as the text they are.
        Content::Cdata(text) => {
            json.number("type", 3);
            json.string("textContent", text);
        }
        Content::Comment(text) => {
            json.number("type", 5);
            json.string("textContent", text);
        }
        Content::ShadowRoot(_) | Content::TemplateContent | Content::Moved => {}
    }
}

/// The children as rrweb wants them: those of the shadow root behind the others. Comes with the
/// opened `childNodes`.
fn open_children<'m>(
    json: &mut Json,
    node: MirrorNode<'m>,
) -> impl Iterator<Item = MirrorNode<'m>> + use<'m> {
    json.open_array("childNodes");
    let is_root = |child: &MirrorNode<'m>| child.content().is_shadow_root();
    let shadow = children(node).filter(is_root).flat_map(children);
    children(node)
        .filter(move |child| !is_root(child))
        .chain(shadow)
}

fn write_element(
    json: &mut Json,
    node: MirrorNode<'_>,
    element: &Element<'_>,
    document: &Document<'_>,
) {
    json.number("type", 2);
    json.string("tagName", harmless::tag(&element.tag));
    if element.namespace == Namespace::Svg {
        json.bool("isSVG", true);
    }
    if document.defines(&element.tag) {
        json.bool("isCustom", true);
    }
    if node
        .children()
        .next()
        .is_some_and(|child| child.content().is_shadow_root())
    {
        json.bool("isShadowHost", true);
    }
    json.open_object_at("attributes");
    write_attributes(json, node, element, &document.addresses);
    json.close_object();
}

fn write_attributes(
    json: &mut Json,
    node: MirrorNode<'_>,
    element: &Element<'_>,
    addresses: &Addresses,
) {
    let css = css_of(node, addresses);
    let has_media = node
        .states()
        .iter()
        .any(|state| matches!(state, State::SheetMedia(_)));
    let is_control = node
        .states()
        .iter()
        .any(|state| matches!(state, State::Value(_)));
    for attribute in &element.attributes {
        let name = attribute.name.as_ref();
        // The sheet itself stands in for the reference to it, the live value for the initial one.
        let is_replaced = (css.is_some() && is_replaced_by_rules(name))
            || (has_media && name == "media")
            || (is_control && name == "value")
            || is_live(element, name)
            || is_decided(node, name);
        if !is_replaced {
            write_attribute(json, element, name, &attribute.value, addresses);
        }
    }
    for state in node.states() {
        match state {
            State::Value(value) => json.string("value", value),
            State::Checked(true) => json.bool("checked", true),
            State::Selected(true) => json.bool("selected", true),
            State::Scroll { x, y } => {
                json.number("rr_scrollLeft", *x);
                json.number("rr_scrollTop", *y);
            }
            State::SheetMedia(media) => json.string("media", media),
            State::Privacy(PrivacyMark::Blocked { width, height }) if *width > 0 => {
                json.string("rr_width", &format!("{width}px"));
                json.string("rr_height", &format!("{height}px"));
            }
            _ => {}
        }
    }
    if let Some(css) = css.filter(|_| first_text(node).is_none()) {
        json.string("_cssText", &css);
    }
    for (name, value) in deciding_attributes(node, addresses) {
        if let Some(value) = value {
            json.string(name, harmless::attribute_value(name, &value));
        }
    }
    write_state_attributes(json, node);
}

/// Whether this attribute only says what a control began with. What became of it depends on what
/// the control went through, so the recorder tells that as a state.
pub(super) fn is_live(element: &Element<'_>, name: &str) -> bool {
    matches!(
        (element.tag.as_ref(), name),
        ("input", "checked") | ("option", "selected")
    )
}

/// Writes one attribute as the replay may have it.
pub(super) fn write_attribute(
    json: &mut Json,
    element: &Element<'_>,
    name: &str,
    value: &str,
    addresses: &Addresses,
) {
    let value = addresses.absolute_attribute(&element.tag, name, value);
    json.string(
        &harmless::attribute_name(&element.tag, name),
        harmless::attribute_value(name, &value),
    );
}

/// The text of a `style` element in which the rules of its sheet stand if they differ from what it
/// says; without any, they stand at the element.
pub(super) fn first_text(owner: MirrorNode<'_>) -> Option<MirrorNode<'_>> {
    owner
        .children()
        .find(|child| matches!(child.content(), Content::Text(_)))
}

fn is_first_text(style: MirrorNode<'_>, text: MirrorNode<'_>) -> bool {
    first_text(style).is_some_and(|first| first.id() == text.id())
}

/// Whether the rules of a sheet stand in for this attribute of its owner. Its title stays, by which
/// the browser chooses among alternate sheets.
pub(super) fn is_replaced_by_rules(name: &str) -> bool {
    matches!(name, "rel" | "href")
}

/// Whether the rules of the sheet that an element owns are known.
pub(super) fn has_rules(owner: MirrorNode<'_>) -> bool {
    owner
        .states()
        .iter()
        .any(|state| matches!(state, State::Rules(Rules::Inline(_))))
}
