//! A box with a few labeled values, for what a person is meant to use next.

/// Draws the box: one line per label, value and remark, and a hint in the lower edge.
pub(crate) fn panel(title: &str, lines: &[(&str, String, &str)], hint: &str) -> String {
    let label_width = lines
        .iter()
        .map(|(label, _, _)| width(label))
        .max()
        .unwrap_or(0);
    let value_width = lines
        .iter()
        .map(|(_, value, _)| width(value))
        .max()
        .unwrap_or(0);
    let rows: Vec<String> = lines
        .iter()
        .map(|(label, value, remark)| {
            format!("{label:<label_width$}   {value:<value_width$}   {remark}")
        })
        .map(|row| row.trim_end().to_owned())
        .collect();
    let widest = rows
        .iter()
        .map(|row| width(row))
        .chain([width(title), width(hint)])
        .max()
        .unwrap_or(0);
    let mut drawn = vec![edge('╭', title, '╮', widest), row("", widest)];
    drawn.extend(rows.iter().map(|content| row(content, widest)));
    drawn.extend([row("", widest), edge('╰', hint, '╯', widest)]);
    drawn.join("\n")
}

fn row(content: &str, inner_width: usize) -> String {
    format!("│  {content:<inner_width$}  │")
}

fn edge(left: char, text: &str, right: char, inner_width: usize) -> String {
    let line = "─".repeat((inner_width + 1).saturating_sub(width(text)));
    format!("{left}─ {text} {line}{right}")
}

/// Columns a text takes; ours have none wider than one.
fn width(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::{panel, width};

    #[test]
    fn all_lines_are_equally_wide() {
        let lines = [
            ("pet shop", "http://localhost:4000".to_owned(), "here"),
            ("email", "a@b".to_owned(), ""),
        ];
        for hint in [
            "stop",
            "a hint that is much longer than any of the lines inside of the box",
        ] {
            let drawn = panel("Title", &lines, hint);
            let widths: Vec<usize> = drawn.lines().map(width).collect();
            assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{drawn}");
        }
    }
}
