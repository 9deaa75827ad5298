//! Characters as they are written within addresses (`%3D`) and JSON (`\u003d`, `\/`).

/// A character of ASCII, or a byte of another one, and how many bytes it is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) byte: u8,
    pub(crate) length: usize,
}

/// Stands for characters beyond Latin-1 that are written as an escape of JSON.
const OTHER_CHARACTER: u8 = 0xff;

/// What is written at a place; `None` at the end.
#[inline]
pub(crate) fn read(bytes: &[u8], at: usize) -> Option<Written> {
    match *bytes.get(at)? {
        b'%' | b'\\' => read_escape(bytes.get(at..)?),
        byte => Some(Written { byte, length: 1 }),
    }
}

fn read_escape(bytes: &[u8]) -> Option<Written> {
    match *bytes {
        [] => None,
        [b'%', high, low, ..] if let Some(byte) = of_digits(high, low) => {
            Some(Written { byte, length: 3 })
        }
        [b'\\', b'u', zero, nought, high, low, ..]
            if let (Some(page), Some(byte)) = (of_digits(zero, nought), of_digits(high, low)) =>
        {
            let byte = if page == 0 { byte } else { OTHER_CHARACTER };
            Some(Written { byte, length: 6 })
        }
        [b'\\', b'/', ..] => Some(Written {
            byte: b'/',
            length: 2,
        }),
        [byte, ..] => Some(Written { byte, length: 1 }),
    }
}

/// Where a word begins that seems to begin at `start`: behind a backslash, its first letters belong to
/// the escape (`\n`, `\u0026`).
pub(crate) fn word_start(bytes: &[u8], start: usize) -> usize {
    let Some(before) = start.checked_sub(1) else {
        return start;
    };
    match bytes.get(before..) {
        Some([b'\\', b'u', ..]) => match read(bytes, before) {
            Some(Written { length: 6, .. }) => before + 6,
            _ => start,
        },
        Some([b'\\', b'b' | b'f' | b'n' | b'r' | b't', ..]) => start + 1,
        _ => start,
    }
}

/// How many backslashes stand directly before a place, not before `floor`.
pub(crate) fn backslashes_before(bytes: &[u8], floor: usize, place: usize) -> usize {
    let before = bytes.get(floor..place).unwrap_or_default();
    before
        .iter()
        .rev()
        .take_while(|&&byte| byte == b'\\')
        .count()
}

fn of_digits(high: u8, low: u8) -> Option<u8> {
    let high = char::from(high).to_digit(16)?;
    let low = char::from(low).to_digit(16)?;
    u8::try_from(high * 16 + low).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_say_what_they_stand_for() {
        let written = |text: &str| {
            let Written { byte, length } = read(text.as_bytes(), 0).unwrap();
            (byte, length)
        };
        for (text, expected) in [
            ("a", (b'a', 1)),
            ("%3D", (b'=', 3)),
            ("%3d5", (b'=', 3)),
            ("%4", (b'%', 1)),
            ("%zz", (b'%', 1)),
            ("\\u003d", (b'=', 6)),
            ("\\u20ac", (OTHER_CHARACTER, 6)),
            ("\\/", (b'/', 2)),
            ("\\u00", (b'\\', 1)),
            ("\\n", (b'\\', 1)),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
        assert_eq!(read(b"", 0), None);
    }

    #[test]
    fn a_word_begins_behind_the_escape_before_it() {
        for (text, start, expected) in [
            ("token", 0, 0),
            (" token", 1, 1),
            ("\\ntoken", 1, 2),
            ("\\u0026token", 1, 6),
            ("\\users", 1, 1),
        ] {
            assert_eq!(word_start(text.as_bytes(), start), expected, "{text}");
        }
    }
}
