use super::{Rules, SheetHash};
use crate::id::NodeId;
use crate::node::{Content, Node, Text};
use crate::record::Record;
use crate::state::State;

/// Where in a record a sheet stands.
#[derive(Debug)]
pub enum SheetPlace<'p, 'a> {
    /// As a list of rules.
    Rules {
        /// Which sheet.
        sheet: NodeId,
        /// Its rules.
        rules: &'p mut Rules<'a>,
    },
    /// As the text of a `style` element.
    StyleText {
        /// The text; empty if it is archived.
        content: &'p mut Text<'a>,
        /// The states of the text node, which name the archived text.
        states: &'p mut Vec<State<'a>>,
    },
}

/// Visits every sheet of a record.
pub fn visit_sheets<'a>(record: &mut Record<'a>, mut visit: impl FnMut(SheetPlace<'_, 'a>)) {
    match record {
        Record::FullSnapshot(snapshot) => visit_forest(&mut snapshot.forest, &mut visit),
        Record::Mutation(mutation) => visit_forest(&mut mutation.forest, &mut visit),
        Record::StyleSheet { sheet, rules } => visit(SheetPlace::Rules {
            sheet: *sheet,
            rules,
        }),
        _ => {}
    }
}

fn visit_forest<'a>(forest: &mut [Node<'a>], visit: &mut impl FnMut(SheetPlace<'_, 'a>)) {
    // How many of the nodes that follow are texts of a style element.
    let mut texts_left: u32 = 0;
    for node in forest {
        let is_style_text = texts_left > 0;
        texts_left = texts_left.saturating_sub(1);
        match &mut node.content {
            Content::Element(element) if element.tag == "style" => texts_left = node.child_count,
            Content::Text(content) if is_style_text => visit(SheetPlace::StyleText {
                content,
                states: &mut node.states,
            }),
            _ => {}
        }
        for state in &mut node.states {
            match state {
                State::Rules(rules) => visit(SheetPlace::Rules {
                    sheet: node.id,
                    rules,
                }),
                State::ConstructedSheets(sheets) => {
                    for sheet in sheets {
                        visit(SheetPlace::Rules {
                            sheet: sheet.id,
                            rules: &mut sheet.rules,
                        });
                    }
                }
                _ => {}
            }
        }
    }
}

/// Puts sheets from the archive where a record only names them. What the archive does not have
/// stays as it is.
pub fn resolve(
    record: &mut Record<'_>,
    rules_of: impl Fn(SheetHash) -> Option<Vec<Text<'static>>>,
) {
    visit_sheets(record, |place| match place {
        SheetPlace::Rules { rules, .. } => {
            if let Rules::Archived(hash) = *rules
                && let Some(found) = rules_of(hash)
            {
                *rules = Rules::Inline(found);
            }
        }
        SheetPlace::StyleText { content, states } => {
            let mut named = states.iter().enumerate();
            let found = named.find_map(|(position, state)| match state {
                State::ArchivedText(hash) => Some((position, rules_of(*hash)?)),
                _ => None,
            });
            if let Some((position, rules)) = found {
                states.swap_remove(position);
                *content = Text::Owned(rules.concat());
            }
        }
    });
}
