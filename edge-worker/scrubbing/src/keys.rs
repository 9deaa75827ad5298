//! Whether a name is one whose value is private.

use crate::name::Name;

/// Keys, made ready to be held against names.
#[derive(Clone, Debug)]
pub(crate) struct KeySet {
    patterns: Vec<Pattern>,
    /// Of all patterns, which may hold from the first letter of a name.
    beginnings: Beginnings,
    /// Of those that begin with a wildcard, which may hold from any other letter.
    beginnings_within: Beginnings,
    holds_for_all: bool,
    /// Letters of the shortest name that a pattern may hold for.
    letters_min: usize,
}

#[derive(Clone, Debug)]
struct Pattern {
    /// What stands between the wildcards.
    parts: Vec<Vec<u8>>,
    /// The first two letters of the first part; 0 for one that it does not have.
    head: [u8; 2],
    begins_anywhere: bool,
    ends_anywhere: bool,
}

/// For every first letter a bit for each second one, by its lowest five bits: nearly all places of
/// nearly all names are passed over by it.
#[derive(Clone, Debug)]
struct Beginnings([u32; 256]);

impl KeySet {
    pub(crate) fn of<'k>(keys: impl Iterator<Item = &'k str>) -> Self {
        let patterns: Vec<Pattern> = keys.map(Pattern::of).collect();
        let within = patterns.iter().filter(|pattern| pattern.begins_anywhere);
        Self {
            beginnings: Beginnings::of(patterns.iter()),
            beginnings_within: Beginnings::of(within),
            holds_for_all: patterns.iter().any(|pattern| pattern.parts.is_empty()),
            letters_min: patterns
                .iter()
                .map(Pattern::letters)
                .min()
                .unwrap_or(usize::MAX),
            patterns,
        }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// Whether a name that is written with so many bytes is too short for all of them.
    pub(crate) const fn pass_over(&self, written_bytes: usize) -> bool {
        written_bytes < self.letters_min
    }

    pub(crate) fn hold_for(&self, name: &Name) -> bool {
        let letters = name.letters();
        let holds = |start: usize| {
            let rest = letters.get(start..).unwrap_or_default();
            let head = head(rest);
            let (beginnings, is_within) = match start {
                0 => (&self.beginnings, false),
                _ => (&self.beginnings_within, true),
            };
            beginnings.may_be_of(head)
                && self.patterns.iter().any(|pattern| {
                    pattern.begins_like(head)
                        && (pattern.begins_anywhere || !is_within)
                        && pattern.holds_for(rest)
                })
        };
        !letters.is_empty() && (self.holds_for_all || (0..letters.len()).any(holds))
    }
}

impl Beginnings {
    fn of<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> Self {
        let mut beginnings = [0; 256];
        for &Pattern {
            head: [first, second],
            ..
        } in patterns
        {
            if let Some(bits) = beginnings.get_mut(usize::from(first)) {
                *bits |= if second == 0 { u32::MAX } else { bit(second) };
            }
        }
        Self(beginnings)
    }

    fn may_be_of(&self, [first, second]: [u8; 2]) -> bool {
        let bits = self.0.get(usize::from(first)).copied().unwrap_or_default();
        bits & bit(second) != 0
    }
}

const fn bit(letter: u8) -> u32 {
    1 << (letter & 31)
}

fn head(letters: &[u8]) -> [u8; 2] {
    match *letters {
        [first, second, ..] => [first, second],
        [first] => [first, 0],
        [] => [0, 0],
    }
}

impl Pattern {
    fn of(key: &str) -> Self {
        let parts = key.split('*');
        let parts = parts.map(|part| Name::whole(part.as_bytes()).letters().to_vec());
        let parts: Vec<Vec<u8>> = parts.filter(|part| !part.is_empty()).collect();
        Self {
            head: parts.first().map_or([0, 0], |first| head(first)),
            parts,
            begins_anywhere: key.starts_with('*'),
            ends_anywhere: key.ends_with('*'),
        }
    }

    fn begins_like(&self, [first, second]: [u8; 2]) -> bool {
        let [own_first, own_second] = self.head;
        own_first == first && (own_second == second || own_second == 0)
    }

    fn letters(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }

    /// Whether the letters begin with the first part, hold the others in order, and end as they should.
    fn holds_for(&self, letters: &[u8]) -> bool {
        let Some((first, others)) = self.parts.split_first() else {
            return true;
        };
        let Some(mut rest) = letters.strip_prefix(first.as_slice()) else {
            return false;
        };
        let (last, between) = match others.split_last() {
            Some((last, between)) if !self.ends_anywhere => (Some(last), between),
            _ => (None, others),
        };
        for part in between {
            let Some(place) = rest.windows(part.len()).position(|window| window == part) else {
                return false;
            };
            rest = rest.get(place + part.len()..).unwrap_or_default();
        }
        match last {
            Some(last) => rest.ends_with(last),
            None => self.ends_anywhere || rest.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::SECRET_KEYS;

    fn holds(keys: &[&str], name: &str) -> bool {
        KeySet::of(keys.iter().copied()).hold_for(&Name::whole(name.as_bytes()))
    }

    #[test]
    fn case_and_signs_do_not_count() {
        for name in ["customerId", "Customer-ID", "customer_id", "customer.id"] {
            assert!(holds(&["customerId"], name), "{name}");
        }
        for name in ["customer", "customerIds", "myCustomerId", ""] {
            assert!(!holds(&["customerId"], name), "{name}");
        }
    }

    #[test]
    fn a_wildcard_stands_for_any_letters_or_none() {
        for (key, held, others) in [
            (
                "user.*",
                ["user", "user.name", "userAgent"],
                ["end.user", "use", ""],
            ),
            ("*id", ["id", "user-id", "idid"], ["ids", "idle", "i"]),
            (
                "*name*",
                ["name", "surname", "names"],
                ["nam", "n.a.m", "mane"],
            ),
            ("a*b", ["ab", "a1b", "abb"], ["a", "b", "aba"]),
            ("a*b*c", ["abc", "axbxc", "abbcc"], ["acb", "ab", "abcd"]),
            ("*", ["a", "1", "ü"], ["", "-", "--"]),
        ] {
            for name in held {
                assert!(holds(&[key], name), "{key} {name}");
            }
            for name in others {
                assert!(!holds(&[key], name), "{key} {name}");
            }
        }
    }

    #[test]
    fn names_of_secrets_are_known_in_any_spelling() {
        for name in [
            "new-password",
            "Card_Number",
            "x-api-key",
            "userCVC2",
            "Authorization",
            "proxy-authorization",
            "Set-Cookie",
            "access_token",
        ] {
            assert!(holds(&SECRET_KEYS, name), "{name}");
        }
        for name in [
            "name",
            "city",
            "description",
            "session.id",
            "author",
            "passenger",
        ] {
            assert!(!holds(&SECRET_KEYS, name), "{name}");
        }
    }
}
