use wire_format::node::Text;

/// Stands for any value of a form control, so that not even its length is told.
const MASKED_VALUE: &str = "***";

pub(super) fn mask_value(value: &mut Text<'_>) {
    if !value.is_empty() {
        *value = Text::Borrowed(MASKED_VALUE);
    }
}

/// Keeps white space, so that the page wraps its lines as before.
pub(super) fn mask_text(text: &mut Text<'_>) {
    if text
        .chars()
        .any(|character| !character.is_whitespace() && character != '*')
    {
        *text = text
            .chars()
            .map(|character| {
                if character.is_whitespace() {
                    character
                } else {
                    '*'
                }
            })
            .collect::<String>()
            .into();
    }
}
