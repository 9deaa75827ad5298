//! Addresses without what they may tell about a visitor.

use std::borrow::Cow;

use super::rules::{Level, Privacy};
use super::secrets::{is_mail_address, is_token};
use crate::text::{is_letter_or_digit, join, split_at};

/// Stands for what was taken out of an address.
const HIDDEN: &str = "*";

/// Longest fragment that is taken for the name of an element: 64 characters.
const FRAGMENT_NAME_MAX: usize = 64;

/// Schemes whose addresses have a host and a path. The rest of others, as of `mailto:`, `tel:` and
/// `data:`, is the fact itself.
const SCHEMES_WITH_PATH: [&str; 8] = [
    "http",
    "https",
    "ws",
    "wss",
    "ftp",
    "blob",
    "about",
    "chrome-extension",
];

/// Types of files whose names carry hashes that browsers need to find them.
const FILE_TYPES: [&str; 20] = [
    "avif", "css", "gif", "ico", "jpeg", "jpg", "js", "json", "map", "mjs", "mp3", "mp4", "otf",
    "png", "svg", "ttf", "wasm", "webm", "webp", "woff2",
];

/// What is done with the fragment of an address below level `allow`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fragment {
    Hidden,
    /// It stays if it may be the name of an element, as in `sprite.svg#cart`.
    NameKept,
}

impl Privacy {
    /// An address as it may leave the page, relative ones included. Applied again, it changes
    /// nothing.
    ///
    /// User name and password never stay. Below level `allow`, values of query parameters stay only
    /// if the page's author lists the parameter, fragments do not stay, and neither do parts of the
    /// path that look like a token or an e-mail address. `*` stands for each of them.
    pub fn scrub_address<'t>(&self, address: &'t str, level: Level) -> Cow<'t, str> {
        self.scrub_with(address, level, Fragment::Hidden)
    }

    pub(super) fn scrub_with<'t>(
        &self,
        address: &'t str,
        level: Level,
        fragment: Fragment,
    ) -> Cow<'t, str> {
        let parts = Parts::of(address.trim());
        let scrubbed = match (level, parts.scheme) {
            (Level::Allow, _) => parts.without_user(),
            (_, Some(scheme)) if !has_path(scheme) => format!("{scheme}:{HIDDEN}"),
            _ => self.scrub_parts(&parts, fragment),
        };
        if scrubbed == address {
            address.into()
        } else {
            scrubbed.into()
        }
    }

    fn scrub_parts(&self, parts: &Parts<'_>, fragment: Fragment) -> String {
        let mut scrubbed = parts.origin_without_user();
        scrubbed.push_str(&join(parts.path.split('/').map(scrub_segment), "/"));
        if let Some(query) = parts.query {
            let parameters = query.split('&');
            let parameters = parameters.map(|parameter| self.scrub_parameter(parameter));
            scrubbed.push('?');
            scrubbed.push_str(&join(parameters, "&"));
        }
        if let Some(name) = parts.fragment {
            let is_kept = name.is_empty() || fragment == Fragment::NameKept && is_name(name);
            scrubbed.push('#');
            scrubbed.push_str(if is_kept { name } else { HIDDEN });
        }
        scrubbed
    }

    fn scrub_parameter<'t>(&self, parameter: &'t str) -> Cow<'t, str> {
        let (name, value) = match parameter.split_once('=') {
            Some(pair) => pair,
            None if parameter.is_empty() => return parameter.into(),
            None => return HIDDEN.into(),
        };
        if value.is_empty() || self.kept_parameters.iter().any(|kept| kept == name) {
            return parameter.into();
        }
        let name = if is_private(name) { HIDDEN } else { name };
        format!("{name}={HIDDEN}").into()
    }
}

struct Parts<'t> {
    scheme: Option<&'t str>,
    /// From the scheme to the end of the host and port; empty for an address within a site.
    origin: &'t str,
    path: &'t str,
    query: Option<&'t str>,
    fragment: Option<&'t str>,
}

impl<'t> Parts<'t> {
    fn of(address: &'t str) -> Self {
        let (address, fragment) = cut(address, '#');
        let (place, query) = cut(address, '?');
        let scheme = scheme_of(place);
        let scheme_length = scheme.map_or(0, |scheme| scheme.len() + 1);
        // Browsers take backslashes for slashes here.
        let behind = place.get(scheme_length..).unwrap_or_default();
        let slashes = behind.len() - behind.trim_start_matches(['/', '\\']).len();
        let has_host = slashes >= 2 || scheme == Some("blob");
        let host_start = scheme_length + if has_host { slashes } else { 0 };
        let host_length = place
            .get(host_start..)
            .filter(|_| has_host)
            .map_or(0, |rest| rest.find(['/', '\\']).unwrap_or(rest.len()));
        let (origin, path) = split_at(place, host_start + host_length);
        Self {
            scheme,
            origin,
            path,
            query,
            fragment,
        }
    }

    fn origin_without_user(&self) -> String {
        match self.origin.rsplit_once('@') {
            Some((user, host)) => {
                let start = user.rfind(['/', '\\']).map_or(0, |slash| slash + 1);
                format!("{}{host}", user.get(..start).unwrap_or_default())
            }
            None => self.origin.to_owned(),
        }
    }

    fn without_user(&self) -> String {
        let mut address = self.origin_without_user();
        address.push_str(self.path);
        for (mark, part) in [('?', self.query), ('#', self.fragment)] {
            if let Some(part) = part {
                address.push(mark);
                address.push_str(part);
            }
        }
        address
    }
}

fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, behind)) => (before, Some(behind)),
        None => (text, None),
    }
}

/// The scheme of an address, if it has one (RFC 3986, section 3.1).
fn scheme_of(place: &str) -> Option<&str> {
    let (scheme, _) = place.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme.then_some(scheme)
}

fn has_path(scheme: &str) -> bool {
    SCHEMES_WITH_PATH
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
}

/// Parameters of a segment, as in `cart;jsessionid=…`, never stay.
fn scrub_segment(segment: &str) -> Cow<'_, str> {
    let (name, parameters) = cut(segment, ';');
    let name = if is_private(name) { HIDDEN } else { name };
    match parameters {
        Some(_) => format!("{name};{HIDDEN}").into(),
        None => name.into(),
    }
}

fn is_private(part: &str) -> bool {
    let is_file = part
        .rsplit_once('.')
        .is_some_and(|(_, kind)| FILE_TYPES.contains(&kind));
    is_mail_address(part) || (!is_file && is_token(part))
}

fn is_name(fragment: &str) -> bool {
    fragment.len() <= FRAGMENT_NAME_MAX
        && fragment.chars().all(|character| {
            is_letter_or_digit(character) || matches!(character, '-' | '_' | '.' | ':')
        })
        && !is_token(fragment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn privacy() -> Privacy {
        Privacy {
            kept_parameters: vec!["page".to_owned()],
            ..Privacy::default()
        }
    }

    fn scrubbed(address: &str) -> String {
        let scrubbed = privacy()
            .scrub_address(address, Level::MaskUserInput)
            .into_owned();
        assert_eq!(
            privacy().scrub_address(&scrubbed, Level::Mask),
            scrubbed,
            "once is enough"
        );
        scrubbed
    }

    #[test]
    fn queries_keep_their_names_and_listed_values() {
        assert_eq!(
            scrubbed("https://shop.example/fish?token=abc&page=2&q=&marge@example.com=1&x"),
            "https://shop.example/fish?token=*&page=2&q=&*=*&*"
        );
    }

    #[test]
    fn fragments_users_and_passwords_do_not_stay() {
        assert_eq!(
            scrubbed("https://marge:secret@shop.example:8080/a#access_token=x"),
            "https://shop.example:8080/a#*"
        );
        assert_eq!(scrubbed("//marge@shop.example"), "//shop.example");
        assert_eq!(
            scrubbed("https:\\\\m:s@shop.example\\a"),
            "https:\\\\shop.example\\a"
        );
        let allowed = privacy().scrub_address("https://m:s@shop.example/?a=b#c", Level::Allow);
        assert_eq!(allowed, "https://shop.example/?a=b#c");
    }

    #[test]
    fn private_parts_of_paths_do_not_stay() {
        assert_eq!(
            scrubbed("/reset/550e8400-e29b-41d4-a716-446655440000/marge%40example.com"),
            "/reset/*/*"
        );
        assert_eq!(scrubbed("/cart;jsessionid=AB12/x"), "/cart;*/x");
        assert_eq!(
            scrubbed("/npm/react@18.2.0/img.5f2b8c9d1e3a4b5c6d7e8f90.png"),
            "/npm/react@18.2.0/img.5f2b8c9d1e3a4b5c6d7e8f90.png"
        );
        assert_eq!(scrubbed("/orders/17"), "/orders/17");
    }

    #[test]
    fn addresses_that_are_the_fact_itself_are_hidden() {
        assert_eq!(scrubbed("mailto:marge@example.com"), "mailto:*");
        assert_eq!(scrubbed("tel:+15550100"), "tel:*");
        assert_eq!(scrubbed("data:text/plain,Marge"), "data:*");
        assert_eq!(scrubbed("about:blank"), "about:blank");
    }

    #[test]
    fn names_of_elements_stay_where_a_picture_needs_them() {
        let keep = |address| {
            privacy()
                .scrub_with(address, Level::Mask, Fragment::NameKept)
                .into_owned()
        };
        assert_eq!(keep("#icon-cart"), "#icon-cart");
        assert_eq!(keep("/sprite.svg#cart"), "/sprite.svg#cart");
        assert_eq!(keep("#/order?token=1"), "#*");
    }
}
