use super::{element, events, id, snapshot};
use crate::record::Record;
use crate::sheet::{ConstructedSheet, RuleEdit, Rules};
use crate::state::State;

fn rules(texts: &[&'static str]) -> Rules<'static> {
    Rules::Inline(texts.iter().map(|&text| text.into()).collect())
}

fn edit(index: u32, removed: u32, inserted: Option<&'static str>) -> RuleEdit<'static> {
    RuleEdit {
        index,
        removed,
        inserted: inserted.map(Into::into),
    }
}

#[test]
fn a_sheet_from_the_cssom_replaces_its_link() {
    let mut link = element(
        3,
        "link",
        &[
            ("rel", "stylesheet"),
            ("href", "/css/site.css"),
            ("media", "print"),
        ],
        0,
    );
    link.states.push(State::Rules(rules(&["a{b:url(c.png)}"])));
    let events = events([snapshot(vec![link], 1)]);
    let attributes = &events[1]["data"]["node"]["childNodes"][0]["childNodes"][0]["attributes"];
    assert_eq!(
        *attributes,
        serde_json::json!({"media": "print", "_cssText": "a{b:url(https://shop.example/css/c.png)}"})
    );
}

#[test]
fn removals_end_an_event_of_rules_when_an_insertion_follows() {
    let mut style = element(3, "style", &[], 0);
    style.states.push(State::Rules(rules(&["a{}", "b{}"])));
    let edits = vec![
        edit(2, 0, Some("c{}")),
        edit(0, 1, Some("d{}")),
        edit(1, 2, None),
        edit(0, 0, Some("e{}")),
        edit(9, 1, None),
    ];
    let events = events([
        snapshot(vec![style], 1),
        Record::RuleEdits {
            sheet: id(3),
            edits,
        },
    ]);
    assert_eq!(
        events[2]["data"],
        serde_json::json!({"source": 8, "id": 3,
            "adds": [{"rule": "c{}", "index": 2}, {"rule": "d{}", "index": 0}],
            "removes": [{"index": 1}, {"index": 1}, {"index": 1}]})
    );
    assert_eq!(
        events[3]["data"],
        serde_json::json!({"source": 8, "id": 3, "adds": [{"rule": "e{}", "index": 0}], "removes": []})
    );
    assert_eq!(events.as_array().unwrap().len(), 4);
}

#[test]
fn a_constructed_sheet_is_defined_once_and_again_after_a_full_snapshot() {
    let sheet = Record::StyleSheet {
        sheet: id(9),
        rules: rules(&["a{}"]),
    };
    let adopted = Record::AdoptedSheets {
        root: id(1),
        sheets: vec![id(9)],
    };
    let mut again = snapshot(Vec::new(), 0);
    if let Record::FullSnapshot(snapshot) = &mut again {
        snapshot.forest[0]
            .states
            .push(State::AdoptedSheets(vec![id(9)]));
        snapshot.forest[0]
            .states
            .push(State::ConstructedSheets(vec![ConstructedSheet {
                id: id(9),
                rules: rules(&["a{}"]),
                media: Some("print".into()),
            }]));
    }
    let events = events([
        snapshot(Vec::new(), 0),
        sheet,
        adopted.clone(),
        adopted,
        again,
    ]);
    let defined =
        |rule: &str| serde_json::json!([{"styleId": 9, "rules": [{"rule": rule, "index": 0}]}]);
    assert_eq!(events[2]["data"]["styles"], defined("a{}"));
    assert_eq!(events[3]["data"]["styles"], serde_json::json!([]));
    assert_eq!(events[3]["data"]["styleIds"], serde_json::json!([9]));
    assert_eq!(events[6]["data"]["styles"], defined("@media print { a{} }"));
}
