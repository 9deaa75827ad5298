//! Names and values that must not reach a browser as they are.
//!
//! The stock replayer rebuilds into a sandboxed frame where no script runs. This is the second
//! lock on the same door, and it keeps a single bad name from ending a replay.

use std::borrow::Cow;

/// Properties of every JavaScript object: as a tag they would be found in the replayer's look-up
/// tables, which are plain objects.
const OBJECT_PROPERTIES: [&str; 8] = [
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
    "__proto__",
];

/// A tag that `createElement` takes; `div` in place of any other.
pub(super) fn tag(tag: &str) -> &str {
    let starts_well = tag.chars().next().is_some_and(char::is_alphabetic);
    let goes_on_well = tag
        .chars()
        .all(|character| character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | ':'));
    if starts_well && goes_on_well && !tag.ends_with(':') && !OBJECT_PROPERTIES.contains(&tag) {
        tag
    } else {
        "div"
    }
}

/// An attribute name under which nothing runs and nothing loads another page.
pub(super) fn attribute_name<'n>(tag: &str, name: &'n str) -> Cow<'n, str> {
    // A replayed frame gets its document from the replayer, which has to be allowed in.
    let leads_elsewhere = match tag {
        "iframe" => matches!(name, "src" | "sandbox" | "csp" | "credentialless"),
        "frame" | "embed" => name == "src",
        _ => false,
    };
    if leads_elsewhere {
        return format!("rr_{name}").into();
    }
    let is_handler = name
        .get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case("on"));
    if is_handler
        || name.eq_ignore_ascii_case("srcdoc")
        || name.starts_with("rr_")
        || name == "_cssText"
    {
        format!("_{name}").into()
    } else {
        name.into()
    }
}

/// An attribute value that runs nothing and leads nowhere by itself.
pub(super) fn attribute_value<'v>(name: &str, value: &'v str) -> &'v str {
    let is_script = value
        .chars()
        .filter(|character| !character.is_whitespace() && !character.is_control())
        .flat_map(char::to_lowercase)
        .take("javascript:".len())
        .eq("javascript:".chars());
    let is_refresh =
        name.eq_ignore_ascii_case("http-equiv") && value.trim().eq_ignore_ascii_case("refresh");
    if is_script || is_refresh { "" } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_would_end_a_replay_become_div() {
        for bad in ["", "1a", "a b", "a\"b", "constructor", "__proto__", "x:"] {
            assert_eq!(tag(bad), "div", "{bad:?}");
        }
        for good in ["p", "linearGradient", "my-element", "o:p", "größe"] {
            assert_eq!(tag(good), good);
        }
    }

    #[test]
    fn handlers_and_script_addresses_are_defused() {
        assert_eq!(attribute_name("p", "OnClick"), "_OnClick");
        assert_eq!(attribute_name("iframe", "srcdoc"), "_srcdoc");
        assert_eq!(attribute_name("iframe", "src"), "rr_src");
        assert_eq!(attribute_name("img", "src"), "src");
        assert_eq!(attribute_name("a", "href"), "href");
        assert_eq!(attribute_value("href", " java\tscript:alert(1)"), "");
        assert_eq!(attribute_value("http-equiv", "Refresh"), "");
        assert_eq!(attribute_value("href", "/javascript:"), "/javascript:");
    }
}
