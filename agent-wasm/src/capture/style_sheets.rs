use wire_format::node::Text;
use wire_format::record::Record;
use wire_format::sheet::{RuleEdit, Rules};

use super::op_body::OpBody;
use super::{CaptureError, op};

/// What stands between the rules of a sheet: no rule can hold it, as parsers of CSS replace it.
const RULE_END: &str = "\0";

/// Reads what is said of style sheets.
pub(super) fn record<'a>(code: u32, body: &mut OpBody<'_, 'a>) -> Result<Record<'a>, CaptureError> {
    Ok(match code {
        op::STYLE_SHEET => Record::StyleSheet {
            sheet: body.node(),
            rules: Rules::Inline(split_rules(body.text())),
        },
        op::RULE_EDITS => Record::RuleEdits {
            sheet: body.node(),
            edits: read_edits(body),
        },
        op::SHEET_MEDIA => Record::SheetMedia {
            sheet: body.node(),
            media: body.text().into(),
        },
        op::ADOPTED_SHEETS => {
            let root = body.node();
            let mut sheets = Vec::new();
            while !body.is_empty() {
                sheets.push(body.node());
            }
            Record::AdoptedSheets { root, sheets }
        }
        unknown => return Err(CaptureError::UnknownOp(unknown)),
    })
}

fn split_rules(joined: &str) -> Vec<Text<'_>> {
    if joined.is_empty() {
        return Vec::new();
    }
    crate::text::split(joined, RULE_END)
        .map(Text::Borrowed)
        .collect()
}

fn read_edits<'a>(body: &mut OpBody<'_, 'a>) -> Vec<RuleEdit<'a>> {
    let mut edits = Vec::new();
    while !body.is_empty() {
        edits.push(RuleEdit {
            index: body.word(),
            removed: body.word(),
            inserted: body.optional_text().map(Text::Borrowed),
        });
    }
    edits
}
