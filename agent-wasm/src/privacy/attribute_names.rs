//! Names of attributes, by what they hold.

/// What the attribute of any element holds that is the address of something.
pub(super) fn is_address(name: &str) -> bool {
    matches!(
        name,
        "action"
            | "cite"
            | "data"
            | "formaction"
            | "href"
            | "longdesc"
            | "manifest"
            | "ping"
            | "xlink:href"
    ) || is_source(name)
}

/// Addresses of what an element shows.
pub(super) fn is_source(name: &str) -> bool {
    matches!(name, "background" | "poster" | "src")
}

/// Attributes with several addresses.
pub(super) fn is_source_set(name: &str) -> bool {
    matches!(name, "imagesrcset" | "srcset")
}

/// Attributes that are no part of the picture: programs, whole documents, and secrets of the page.
pub(super) fn is_code(name: &str) -> bool {
    matches!(name, "nonce" | "srcdoc")
        || name
            .get(..2)
            .is_some_and(|start| start.eq_ignore_ascii_case("on"))
}

/// What an author writes into markup so that it looks and works as it does.
pub(super) fn is_structural(name: &str) -> bool {
    STRUCTURAL.binary_search(&name).is_ok()
        || name.starts_with("xml")
        || name
            .strip_prefix("aria-")
            .is_some_and(|aria| !SAID_BY_ARIA.contains(&aria))
}

/// What SVG and MathML draw with. Their names are many, but those with a hyphen begin alike, and
/// few others say anything to people.
pub(super) fn is_of_drawing(name: &str) -> bool {
    match name.split_once('-') {
        Some((first, _)) => DRAWING_PREFIXES.contains(&first) || is_structural(name),
        None => !SAID_IN_DRAWINGS.contains(&name),
    }
}

const DRAWING_PREFIXES: [&str; 25] = [
    "alignment",
    "baseline",
    "clip",
    "color",
    "dominant",
    "enable",
    "fill",
    "flood",
    "font",
    "glyph",
    "image",
    "letter",
    "lighting",
    "marker",
    "mask",
    "paint",
    "pointer",
    "shape",
    "stop",
    "stroke",
    "text",
    "transform",
    "vector",
    "word",
    "writing",
];

const SAID_IN_DRAWINGS: [&str; 11] = [
    "abbr",
    "alt",
    "alttext",
    "caption",
    "content",
    "description",
    "label",
    "placeholder",
    "prompt",
    "summary",
    "title",
];

const SAID_BY_ARIA: [&str; 8] = [
    "braillelabel",
    "brailleroledescription",
    "description",
    "keyshortcuts",
    "label",
    "placeholder",
    "roledescription",
    "valuetext",
];

/// Sorted, so that it can be searched by halves.
const STRUCTURAL: [&str; 129] = [
    "accept",
    "accept-charset",
    "align",
    "allow",
    "allowfullscreen",
    "as",
    "async",
    "autocapitalize",
    "autocomplete",
    "autocorrect",
    "autofocus",
    "autoplay",
    "axis",
    "bgcolor",
    "blocking",
    "border",
    "capture",
    "cellpadding",
    "cellspacing",
    "char",
    "charset",
    "class",
    "clear",
    "color",
    "cols",
    "colspan",
    "compact",
    "contenteditable",
    "controls",
    "coords",
    "crossorigin",
    "data-align",
    "data-monitorme",
    "data-orientation",
    "data-side",
    "data-state",
    "data-theme",
    "decoding",
    "default",
    "defer",
    "dir",
    "disabled",
    "draggable",
    "enctype",
    "enterkeyhint",
    "exportparts",
    "face",
    "fetchpriority",
    "for",
    "form",
    "formenctype",
    "formmethod",
    "formnovalidate",
    "formtarget",
    "frame",
    "frameborder",
    "headers",
    "height",
    "hidden",
    "high",
    "hreflang",
    "hspace",
    "http-equiv",
    "id",
    "inert",
    "inputmode",
    "is",
    "ismap",
    "itemprop",
    "itemscope",
    "itemtype",
    "kind",
    "lang",
    "list",
    "loading",
    "loop",
    "low",
    "max",
    "maxlength",
    "media",
    "method",
    "min",
    "minlength",
    "multiple",
    "muted",
    "name",
    "nomodule",
    "novalidate",
    "nowrap",
    "open",
    "optimum",
    "part",
    "playsinline",
    "popover",
    "popovertarget",
    "preload",
    "property",
    "readonly",
    "referrerpolicy",
    "rel",
    "required",
    "rev",
    "reversed",
    "role",
    "rows",
    "rowspan",
    "rules",
    "sandbox",
    "scope",
    "scrolling",
    "shadowrootmode",
    "shape",
    "size",
    "sizes",
    "slot",
    "span",
    "spellcheck",
    "start",
    "step",
    "style",
    "tabindex",
    "target",
    "translate",
    "type",
    "usemap",
    "valign",
    "vspace",
    "width",
    "wrap",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structural_names_are_sorted() {
        assert!(STRUCTURAL.is_sorted());
    }

    #[test]
    fn names_that_speak_to_people_are_not_structural() {
        for name in [
            "title",
            "alt",
            "aria-label",
            "placeholder",
            "data-name",
            "label",
            "content",
        ] {
            assert!(!is_structural(name), "{name}");
        }
        assert!(is_structural("aria-expanded") && is_structural("class") && is_structural("width"));
        assert!(!is_of_drawing("aria-label") && !is_of_drawing("user-name"));
        assert!(is_of_drawing("stroke-width") && is_of_drawing("viewBox"));
    }
}
