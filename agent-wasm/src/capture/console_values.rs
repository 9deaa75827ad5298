//! What was given to the console, as text. The collector has bounded it already.

use wire_format::node::Text;

use super::op_body::OpBody;
use super::{CaptureError, op};

/// The values whose tokens fill the rest of an op; directives of a format string are filled in.
pub(super) fn render<'a>(tokens: &mut OpBody<'_, 'a>) -> Result<Vec<Text<'a>>, CaptureError> {
    let is_format = tokens.peek() == Some(op::VALUE_TEXT);
    let mut values = Vec::new();
    while !tokens.is_empty() {
        values.push(value(tokens)?);
    }
    if is_format
        && values
            .first()
            .is_some_and(|format| format.as_bytes().contains(&b'%'))
    {
        return Ok(fill_in(values));
    }
    Ok(values)
}

/// One value with all that is inside of it.
fn value<'a>(tokens: &mut OpBody<'_, 'a>) -> Result<Text<'a>, CaptureError> {
    let mut text = String::new();
    // What closes the lists and objects that are open.
    let mut open: Vec<&str> = Vec::new();
    let mut needs_comma = false;
    loop {
        let token = tokens.word();
        if needs_comma && token != op::VALUE_END {
            text.push_str(", ");
        }
        needs_comma = !matches!(token, op::VALUE_KEY | op::VALUE_LIST | op::VALUE_OBJECT);
        match token {
            op::VALUE_TEXT if open.is_empty() => {
                return Ok(tokens.text().into());
            }
            op::VALUE_TEXT => {
                push_quoted(&mut text, tokens.text());
            }
            op::VALUE_LITERAL => text.push_str(tokens.text()),
            op::VALUE_KEY => {
                text.push_str(tokens.text());
                text.push_str(": ");
            }
            op::VALUE_LIST => {
                text.push_str(&format!("({}) [", tokens.word()));
                open.push("]");
            }
            op::VALUE_OBJECT => {
                match tokens.text() {
                    "" | "Object" => {}
                    class => text.push_str(&format!("{class} ")),
                }
                text.push('{');
                open.push("}");
            }
            op::VALUE_END => {
                text.push_str(
                    open.pop()
                        .ok_or(CaptureError::OutOfRange("end of a value"))?,
                );
            }
            _ => return Err(CaptureError::OutOfRange("token of a value")),
        }
        if open.is_empty() {
            return Ok(text.into());
        }
    }
}

/// Writes a text as a literal, so that its end can be told.
fn push_quoted(text: &mut String, quoted: &str) {
    text.push('"');
    for character in quoted.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            _ => text.push(character),
        }
    }
    text.push('"');
}

/// Puts values into the places that a format string has for them, as
/// <https://console.spec.whatwg.org/#formatter> says; styles (`%c`) are left out.
fn fill_in(values: Vec<Text<'_>>) -> Vec<Text<'_>> {
    let mut values = values.into_iter();
    let format = values.next().unwrap_or_default();
    let mut parts = format.split('%');
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut is_escaped = false;
    for part in parts {
        let directive = part.chars().next();
        match directive {
            _ if std::mem::take(&mut is_escaped) => {
                text.push_str(part);
                continue;
            }
            Some('s' | 'd' | 'i' | 'f' | 'o' | 'O') => match values.next() {
                Some(value) => text.push_str(&value),
                None => text.push_str(&format!("%{}", directive.unwrap_or_default())),
            },
            Some('c') => {
                values.next();
            }
            _ => {
                text.push('%');
                // Two percent signs stand for one.
                is_escaped = part.is_empty();
                text.push_str(part);
                continue;
            }
        }
        text.push_str(part.get(1..).unwrap_or_default());
    }
    std::iter::once(Text::Owned(text)).chain(values).collect()
}

#[cfg(test)]
mod tests {
    use super::super::strings::Strings;
    use super::*;

    const TEXT: u32 = op::VALUE_TEXT;
    const LITERAL: u32 = op::VALUE_LITERAL;

    fn rendered(tokens: &[u32], texts: &[&str]) -> Result<Vec<String>, CaptureError> {
        let lengths: Vec<u32> = texts
            .iter()
            .map(|text| text.encode_utf16().count() as u32)
            .collect();
        let joined = texts.concat();
        let strings = Strings::split(&joined, &lengths).unwrap();
        let mut body = OpBody::new(tokens, &strings);
        let values = render(&mut body)?;
        body.finish()?;
        Ok(values.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn values_are_shown_as_a_developer_writes_them() {
        let tokens = [
            TEXT,
            1,
            op::VALUE_OBJECT,
            2,
            op::VALUE_KEY,
            3,
            LITERAL,
            4,
            op::VALUE_KEY,
            5,
            op::VALUE_LIST,
            9,
            TEXT,
            1,
            LITERAL,
            6,
            op::VALUE_END,
            op::VALUE_END,
            LITERAL,
            4,
        ];
        let texts = ["order", "Cart", "id", "7", "items", "…"];
        assert_eq!(
            rendered(&tokens, &texts).unwrap(),
            ["order", r#"Cart {id: 7, items: (9) ["order", …]}"#, "7"]
        );
        assert_eq!(
            rendered(&[op::VALUE_OBJECT, 1, op::VALUE_END], &["Object"]).unwrap(),
            ["{}"]
        );
    }

    #[test]
    fn a_format_string_takes_in_the_values_behind_it() {
        let texts = [
            "%c%s has %d of 100%% (%j) %s",
            "color: red",
            "Cat",
            "3",
            "rest",
        ];
        let tokens = [TEXT, 1, TEXT, 2, TEXT, 3, LITERAL, 4];
        assert_eq!(
            rendered(&tokens, &texts).unwrap(),
            ["Cat has 3 of 100% (%j) %s"]
        );
        let tokens = [TEXT, 1, TEXT, 2, TEXT, 3, LITERAL, 4, TEXT, 3, TEXT, 5];
        assert_eq!(
            rendered(&tokens, &texts).unwrap(),
            ["Cat has 3 of 100% (%j) Cat", "rest"]
        );
    }

    #[test]
    fn tokens_that_make_no_value_are_refused() {
        for tokens in [
            &[op::VALUE_END][..],
            &[99],
            &[op::VALUE_LIST, 1],
            &[TEXT],
            &[TEXT, 4],
        ] {
            assert!(rendered(tokens, &["a"]).is_err(), "{tokens:?}");
        }
    }
}
