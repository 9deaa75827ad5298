//! Relative URLs made absolute: the replay lives at another address than the page did.

use std::borrow::Cow;

use url::Url;

use crate::mirror::MirrorNode;

/// The address against which others are resolved.
#[derive(Clone, Debug, Default)]
pub(super) struct Addresses {
    page: Option<Url>,
    base_href: Option<String>,
    base: Option<Url>,
}

impl Addresses {
    pub(super) fn set_page(&mut self, url: &str) {
        self.page = Url::parse(url).ok();
        self.update();
    }

    /// Takes note of the `base` element of a document.
    pub(super) fn set_base_element(&mut self, document: MirrorNode<'_>) {
        let heads = document
            .children()
            .flat_map(MirrorNode::children)
            .filter(|node| has_tag(*node, "head"));
        let base = heads
            .flat_map(MirrorNode::children)
            .find(|node| has_tag(*node, "base"));
        self.base_href = base
            .and_then(MirrorNode::element)
            .and_then(|base| base.attribute("href"))
            .map(str::to_owned);
        self.update();
    }

    /// The addresses within a sheet that was loaded from here.
    pub(super) fn of_sheet(&self, href: Option<&str>) -> Self {
        let sheet = href.and_then(|href| self.base.as_ref()?.join(href).ok());
        Self {
            base: sheet.or_else(|| self.base.clone()),
            ..Self::default()
        }
    }

    /// The value of an attribute, absolute if it is an address or CSS.
    pub(super) fn absolute_attribute<'v>(
        &self,
        tag: &str,
        name: &str,
        value: &'v str,
    ) -> Cow<'v, str> {
        match name {
            "src" | "href" | "xlink:href" | "poster" | "background" | "action" | "formaction" => {
                self.absolute(value)
            }
            "data" if tag == "object" => self.absolute(value),
            "srcset" | "imagesrcset" => self.absolute_srcset(value),
            "style" => self.absolute_css(value),
            _ => value.into(),
        }
    }

    /// CSS whose `url(…)` and `@import "…"` are absolute.
    pub(super) fn absolute_css<'v>(&self, css: &'v str) -> Cow<'v, str> {
        if self.base.is_none() || !(css.contains("url(") || css.contains("@import")) {
            return css.into();
        }
        let mut absolute = String::with_capacity(css.len());
        let mut rest = css;
        while let Some((before, address, behind)) = next_css_address(rest) {
            absolute.push_str(before);
            absolute.push_str(&self.absolute(address));
            rest = behind;
        }
        absolute.push_str(rest);
        absolute.into()
    }

    fn absolute<'v>(&self, value: &'v str) -> Cow<'v, str> {
        let trimmed = value.trim();
        // A fragment alone points into the document itself, in the replay as on the page.
        if trimmed.is_empty() || trimmed.starts_with('#') {
            return value.into();
        }
        let resolved = self.base.as_ref().and_then(|base| base.join(trimmed).ok());
        resolved.map_or(value.into(), |url| String::from(url).into())
    }

    /// Each candidate is an address and perhaps a descriptor; candidates are parted by commas that
    /// white space follows, since addresses may hold commas themselves.
    fn absolute_srcset<'v>(&self, srcset: &'v str) -> Cow<'v, str> {
        let candidate = |candidate: &str| {
            let candidate = candidate.trim();
            let (address, descriptor) = candidate
                .split_once(char::is_whitespace)
                .unwrap_or((candidate, ""));
            format!("{} {}", self.absolute(address), descriptor.trim())
                .trim_end()
                .to_owned()
        };
        srcset
            .split(", ")
            .map(candidate)
            .collect::<Vec<_>>()
            .join(", ")
            .into()
    }

    fn update(&mut self) {
        let base_href = self.base_href.as_deref();
        self.base = self.page.as_ref().map(|page| {
            base_href
                .and_then(|href| page.join(href).ok())
                .unwrap_or_else(|| page.clone())
        });
    }
}

fn has_tag(node: MirrorNode<'_>, tag: &str) -> bool {
    node.element().is_some_and(|element| element.tag == tag)
}

/// What stands before the next address of a sheet, the address, and what stands behind it.
fn next_css_address(css: &str) -> Option<(&str, &str, &str)> {
    let call = css.find("url(").map(|position| position + "url(".len());
    let import = css
        .find("@import")
        .map(|position| position + "@import".len());
    let import = import.filter(|&position| {
        css.get(position..)
            .is_some_and(|rest| rest.trim_start().starts_with(['"', '\'']))
    });
    let position = match (call, import) {
        (Some(call), Some(import)) => call.min(import),
        (call, import) => call.or(import)?,
    };
    let rest = css.get(position..)?;
    let start = position + (rest.len() - rest.trim_start().len());
    let quote = css
        .get(start..)?
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    let start = start + quote.map_or(0, char::len_utf8);
    let length = css.get(start..)?.find(quote.unwrap_or(')'))?;
    Some((
        css.get(..start)?,
        css.get(start..start + length)?,
        css.get(start + length..)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses() -> Addresses {
        let mut addresses = Addresses::default();
        addresses.set_page("https://shop.example/fish/index.html");
        addresses
    }

    #[test]
    fn attributes_with_addresses_become_absolute() {
        let addresses = addresses();
        assert_eq!(
            addresses.absolute_attribute("img", "src", "a.png"),
            "https://shop.example/fish/a.png"
        );
        assert_eq!(
            addresses.absolute_attribute("use", "href", "#icon"),
            "#icon"
        );
        assert_eq!(addresses.absolute_attribute("p", "title", "a.png"), "a.png");
        let srcset = addresses.absolute_attribute("img", "srcset", "a.png 1x, /b,c.png 2x");
        assert_eq!(
            srcset,
            "https://shop.example/fish/a.png 1x, https://shop.example/b,c.png 2x"
        );
    }

    #[test]
    fn addresses_in_css_become_absolute() {
        let css = r#"@import "x.css"; a { background: url(b.png) } c { src: url( "d.woff" ) } e { fill: url(#f) }"#;
        let absolute = addresses().absolute_css(css);
        assert_eq!(
            absolute,
            r#"@import "https://shop.example/fish/x.css"; a { background: url(https://shop.example/fish/b.png) } c { src: url( "https://shop.example/fish/d.woff" ) } e { fill: url(#f) }"#
        );
    }

    #[test]
    fn a_sheet_is_resolved_against_its_own_address() {
        let sheet = addresses().of_sheet(Some("/css/site.css"));
        assert_eq!(
            sheet.absolute_css("a{b:url(c.png)}"),
            "a{b:url(https://shop.example/css/c.png)}"
        );
    }
}
