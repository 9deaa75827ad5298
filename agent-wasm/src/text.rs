//! Finding and cutting in texts. What the standard library offers prepares for long patterns, and
//! panics with messages that quote the text; the tables and code for that weigh more than this.

/// The first part ends where the second begins, which is empty if no character begins there.
pub(crate) fn split_at(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Where a pattern, which is not empty, begins for the first time.
pub(crate) fn find(text: &str, pattern: &str) -> Option<usize> {
    places(text, pattern).position(|is_here| is_here)
}

/// What stands before and behind the first place of a pattern.
pub(crate) fn split_once<'t>(text: &'t str, pattern: &str) -> Option<(&'t str, &'t str)> {
    around(text, find(text, pattern)?, pattern)
}

/// What stands before and behind the last place of a pattern.
pub(crate) fn rsplit_once<'t>(text: &'t str, pattern: &str) -> Option<(&'t str, &'t str)> {
    let last = places(text, pattern).rposition(|is_here| is_here)?;
    around(text, last, pattern)
}

/// What stands between the places of a pattern.
pub(crate) fn split<'t>(text: &'t str, pattern: &str) -> impl Iterator<Item = &'t str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let from_here = rest?;
        let parts = split_once(from_here, pattern);
        rest = parts.map(|(_, behind)| behind);
        Some(parts.map_or(from_here, |(before, _)| before))
    })
}

/// For every byte, whether a pattern begins there.
fn places(
    text: &str,
    pattern: &str,
) -> impl ExactSizeIterator<Item = bool> + DoubleEndedIterator<Item = bool> {
    let windows = text.as_bytes().windows(pattern.len());
    windows.map(|window| window == pattern.as_bytes())
}

fn around<'t>(text: &'t str, place: usize, pattern: &str) -> Option<(&'t str, &'t str)> {
    Some((text.get(..place)?, text.get(place + pattern.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_where_the_standard_library_does() {
        for text in ["", "a, b, , c", ", ", ",", "é, ü,", "a://b://c"] {
            for pattern in [", ", "://", "é", "c"] {
                assert_eq!(find(text, pattern), text.find(pattern));
                assert_eq!(split_once(text, pattern), text.split_once(pattern));
                assert_eq!(rsplit_once(text, pattern), text.rsplit_once(pattern));
                assert!(split(text, pattern).eq(text.split(pattern)), "{text}");
            }
        }
    }

    #[test]
    fn never_cuts_within_a_character() {
        assert_eq!(split_at("aé", 1), ("a", "é"));
        assert_eq!(split_at("aé", 2), ("aé", ""));
        assert_eq!(split_at("aé", 9), ("aé", ""));
    }
}
