use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use wire_format::record::Record;
use wire_format::sheet::{ConstructedSheet, RuleEdit, Rules, SheetHash};
use wire_format::state::State;

use super::{node_id, text};

fn hash() -> impl Strategy<Value = SheetHash> {
    any::<[u8; 32]>().prop_map(SheetHash::from_bytes)
}

fn rules() -> impl Strategy<Value = Rules<'static>> {
    prop_oneof![
        3 => vec(text(), 0..5).prop_map(Rules::Inline),
        1 => hash().prop_map(Rules::Archived),
    ]
}

fn edit() -> impl Strategy<Value = RuleEdit<'static>> {
    (0_u32..6, 0_u32..3, option::of(text())).prop_map(|(index, removed, inserted)| RuleEdit {
        index,
        removed,
        inserted,
    })
}

fn constructed_sheet() -> impl Strategy<Value = ConstructedSheet<'static>> {
    (node_id(), rules(), option::of(text())).prop_map(|(id, rules, media)| ConstructedSheet {
        id,
        rules,
        media,
    })
}

/// What a node may have to do with sheets.
pub(super) fn state() -> impl Strategy<Value = State<'static>> {
    prop_oneof![
        rules().prop_map(State::Rules),
        hash().prop_map(State::ArchivedText),
        vec(node_id(), 0..4).prop_map(State::AdoptedSheets),
        vec(constructed_sheet(), 0..3).prop_map(State::ConstructedSheets),
        text().prop_map(State::SheetMedia),
    ]
}

/// What may become of a sheet.
pub(super) fn record() -> impl Strategy<Value = Record<'static>> {
    prop_oneof![
        (node_id(), rules()).prop_map(|(sheet, rules)| Record::StyleSheet { sheet, rules }),
        (node_id(), vec(edit(), 0..6))
            .prop_map(|(sheet, edits)| Record::RuleEdits { sheet, edits }),
        (node_id(), text()).prop_map(|(sheet, media)| Record::SheetMedia { sheet, media }),
        (node_id(), vec(node_id(), 0..4))
            .prop_map(|(root, sheets)| Record::AdoptedSheets { root, sheets }),
    ]
}
