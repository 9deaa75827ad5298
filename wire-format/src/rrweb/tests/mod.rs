use super::WindowTree;
use crate::id::{NodeId, WindowId};
use crate::node::{Attribute, Content, Element, Forest, Namespace, Node, ShadowMode};
use crate::record::{
    Boundary, FullSnapshot, Mutation, PointerKind, PointerMove, PointerSample, Record, Run,
    SelectedRange, TimedRecord,
};
use crate::state::{State, TopLayer, TopLayerKind};

mod joined_frames;
mod nested_frames;
mod player;
mod style_sheets;

fn id(number: u32) -> NodeId {
    NodeId::new(number).unwrap()
}

fn node(number: u32, content: Content<'static>, child_count: u32) -> Node<'static> {
    Node {
        id: id(number),
        content,
        child_count,
        states: Vec::new(),
    }
}

fn element(
    number: u32,
    tag: &'static str,
    attributes: &[(&'static str, &'static str)],
    child_count: u32,
) -> Node<'static> {
    let attributes = attributes
        .iter()
        .map(|&(name, value)| Attribute {
            name: name.into(),
            value: value.into(),
        })
        .collect();
    node(
        number,
        Content::Element(Element {
            namespace: Namespace::Html,
            tag: tag.into(),
            attributes,
        }),
        child_count,
    )
}

fn events(records: impl IntoIterator<Item = Record<'static>>) -> serde_json::Value {
    let window = WindowId::from_bytes([1; 16]);
    let mut tree = WindowTree::new(window, []);
    for (number, record) in records.into_iter().enumerate() {
        let timed = TimedRecord {
            at_ms: 1_000 + number as u64,
            record,
        };
        tree.add(window, &timed);
    }
    serde_json::from_str(&tree.into_json()).unwrap()
}

fn snapshot(below_body: Forest<'static>, trees: u32) -> Record<'static> {
    let mut forest = vec![
        node(1, Content::Document, 1),
        element(2, "body", &[], trees),
    ];
    forest.extend(below_body);
    Record::FullSnapshot(FullSnapshot {
        url: "https://shop.example/a/".into(),
        width: 800,
        height: 600,
        forest,
    })
}

#[test]
fn a_full_snapshot_is_a_meta_event_and_a_tree() {
    let events = events([snapshot(vec![element(3, "img", &[("src", "b.png")], 0)], 1)]);
    assert_eq!(
        events[0],
        serde_json::json!({"type": 4, "data": {"href": "https://shop.example/a/", "width": 800, "height": 600}, "timestamp": 1000})
    );
    assert_eq!(
        events[1]["data"]["node"],
        serde_json::json!({"id": 1, "type": 0, "childNodes": [
            {"id": 2, "type": 2, "tagName": "body", "attributes": {}, "childNodes": [
                {"id": 3, "type": 2, "tagName": "img", "attributes": {"src": "https://shop.example/a/b.png"}, "childNodes": []}
            ]}
        ]})
    );
}

#[test]
fn shadow_children_stand_behind_light_ones_and_are_marked() {
    let below = vec![
        element(3, "my-card", &[], 2),
        node(4, Content::ShadowRoot(ShadowMode::Open), 1),
        element(5, "p", &[], 0),
        element(6, "b", &[], 0),
    ];
    let events = events([snapshot(below, 1)]);
    let host = &events[1]["data"]["node"]["childNodes"][0]["childNodes"][0];
    assert_eq!(host["isShadowHost"], true);
    assert_eq!(host["childNodes"][0]["id"], 6);
    assert_eq!(
        (
            &host["childNodes"][1]["id"],
            &host["childNodes"][1]["isShadow"]
        ),
        (&5.into(), &true.into())
    );
}

#[test]
fn a_mutation_says_where_nodes_were_and_where_they_go() {
    let below = vec![
        element(3, "p", &[], 0),
        element(4, "ul", &[], 1),
        element(5, "li", &[], 0),
    ];
    let mutation = Mutation {
        removed: vec![id(5)],
        runs: vec![Run {
            parent: id(2),
            previous: Some(id(3)),
            tree_count: 2,
        }],
        forest: vec![
            element(6, "h1", &[], 1),
            node(7, Content::Text("x".into()), 0),
            node(5, Content::Moved, 0),
        ],
        ..Mutation::default()
    };
    let events = events([snapshot(below, 2), Record::Mutation(mutation)]);
    let data = &events[2]["data"];
    assert_eq!(
        data["removes"],
        serde_json::json!([{"parentId": 4, "id": 5}])
    );
    let adds: Vec<_> = data["adds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|add| {
            (
                add["parentId"].clone(),
                add["nextId"].clone(),
                add["node"]["id"].clone(),
            )
        })
        .collect();
    let expected = [(2, Some(4), 5), (2, Some(5), 6), (6, None, 7)];
    assert_eq!(
        adds,
        expected.map(|(parent, next, node)| (parent.into(), next.into(), node.into()))
    );
}

#[test]
fn nothing_is_shown_before_the_first_full_snapshot() {
    let early = Record::Scroll {
        node: id(1),
        x: 0,
        y: 9,
    };
    assert_eq!(events([early]), serde_json::json!([]));
}

#[test]
fn the_document_of_a_frame_comes_after_its_frame() {
    let mut document = node(4, Content::Document, 1);
    document
        .states
        .push(State::Address("https://shop.example/help/".into()));
    let below = vec![
        element(3, "iframe", &[("src", "/help/"), ("sandbox", "")], 2),
        document,
        element(5, "img", &[("src", "fish.png")], 0),
        node(6, Content::Text("fallback".into()), 0),
    ];
    let events = events([snapshot(below, 1)]);
    assert_eq!(
        events[1]["data"]["node"]["childNodes"][0]["childNodes"][0],
        serde_json::json!({"id": 3, "type": 2, "tagName": "iframe", "childNodes": [],
            "attributes": {"rr_src": "https://shop.example/help/", "rr_sandbox": ""}})
    );
    assert_eq!(
        events[2]["data"],
        serde_json::json!({"source": 0, "isAttachIframe": true,
        "removes": [], "texts": [], "attributes": [],
        "adds": [{"parentId": 3, "nextId": null, "node": {"id": 4, "type": 0, "childNodes": [
            {"id": 5, "rootId": 4, "type": 2, "tagName": "img", "childNodes": [],
                "attributes": {"src": "https://shop.example/help/fish.png"}}
        ]}}]})
    );
}

#[test]
fn options_are_told_one_by_one() {
    let page = vec![
        element(3, "select", &[("multiple", "")], 2),
        element(4, "option", &[("selected", "")], 0),
        element(5, "option", &[], 0),
    ];
    let select = |number, selected| Record::Input {
        node: id(number),
        state: State::Selected(selected),
    };
    let events = events([snapshot(page, 1), select(4, false), select(5, true)]);
    let select = &events[1]["data"]["node"]["childNodes"][0]["childNodes"][0];
    assert_eq!(select["childNodes"][0]["attributes"], serde_json::json!({}));
    let change = |event: usize| events[event]["data"]["attributes"][0].clone();
    assert_eq!(
        [change(2), change(3)],
        [
            serde_json::json!({"id": 4, "attributes": {"selected": null}}),
            serde_json::json!({"id": 5, "attributes": {"selected": ""}}),
        ]
    );
}

#[test]
fn a_document_that_is_replaced_leaves_its_children() {
    let below = vec![
        element(3, "iframe", &[], 1),
        node(4, Content::Document, 1),
        element(5, "html", &[], 0),
    ];
    let mutation = Mutation {
        removed: vec![id(4)],
        runs: vec![Run {
            parent: id(3),
            previous: None,
            tree_count: 1,
        }],
        forest: vec![node(6, Content::Document, 0)],
        ..Mutation::default()
    };
    let events = events([snapshot(below, 1), Record::Mutation(mutation)]);
    assert_eq!(
        events[3]["data"]["removes"],
        serde_json::json!([{"parentId": 4, "id": 5}])
    );
    assert_eq!(events[4]["data"]["adds"][0]["parentId"], 3);
    assert_eq!(events[4]["data"]["adds"][0]["node"]["id"], 6);
}

#[test]
fn what_is_in_a_template_is_not_shown_until_it_leaves() {
    let below = vec![
        element(3, "template", &[], 1),
        node(4, Content::TemplateContent, 1),
        element(5, "p", &[], 0),
    ];
    let mutation = Mutation {
        removed: vec![id(5)],
        runs: vec![Run {
            parent: id(2),
            previous: Some(id(3)),
            tree_count: 1,
        }],
        forest: vec![node(5, Content::Moved, 0)],
        ..Mutation::default()
    };
    let events = events([snapshot(below, 1), Record::Mutation(mutation)]);
    let template = &events[1]["data"]["node"]["childNodes"][0]["childNodes"][0];
    assert_eq!(template["childNodes"], serde_json::json!([]));
    assert_eq!(events[2]["data"]["removes"], serde_json::json!([]));
    assert_eq!(events[2]["data"]["adds"][0]["node"]["tagName"], "p");
}

#[test]
fn an_element_that_was_there_gets_a_shadow_root_without_children() {
    let mutation = Mutation {
        runs: vec![Run {
            parent: id(2),
            previous: None,
            tree_count: 1,
        }],
        forest: vec![node(3, Content::ShadowRoot(ShadowMode::Closed), 0)],
        ..Mutation::default()
    };
    let events = events([snapshot(Vec::new(), 0), Record::Mutation(mutation)]);
    let (comes, goes) = (
        &events[3]["data"]["adds"][0],
        &events[4]["data"]["removes"][0],
    );
    assert_eq!(
        (&comes["parentId"], &comes["node"]["isShadow"]),
        (&2.into(), &true.into())
    );
    assert_eq!(comes["node"]["id"], goes["id"]);
}

#[test]
fn a_custom_element_is_defined_in_the_snapshot_and_by_an_event() {
    let define = Record::State {
        node: id(1),
        state: State::DefinedElement("pet-card".into()),
    };
    let mut with_card = snapshot(vec![element(3, "pet-card", &[], 0)], 1);
    if let Record::FullSnapshot(snapshot) = &mut with_card {
        snapshot.forest[0]
            .states
            .push(State::DefinedElement("pet-card".into()));
    }
    let events = events([with_card, define]);
    let card = &events[1]["data"]["node"]["childNodes"][0]["childNodes"][0];
    assert_eq!(card["isCustom"], true);
    for event in [&events[2], &events[3]] {
        assert_eq!(
            event["data"],
            serde_json::json!({"source": 16, "id": 1, "define": {"name": "pet-card"}})
        );
    }
}

#[test]
fn what_is_above_the_page_is_told_from_the_bottom_to_the_top() {
    let above = |number, tag, kind, order| Node {
        states: vec![State::TopLayer(TopLayer { kind, order })],
        ..element(number, tag, &[("open", "")], 0)
    };
    let page = vec![
        above(3, "div", TopLayerKind::Popover, 8),
        above(4, "dialog", TopLayerKind::ModalDialog, 2),
    ];
    let events = events([snapshot(page, 2)]);
    let dialog = &events[1]["data"]["node"]["childNodes"][0]["childNodes"][1];
    assert_eq!(dialog["attributes"]["rr_open_mode"], "modal");
    let custom = events
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["type"] == 5);
    let payloads: Vec<_> = custom
        .map(|event| event["data"]["payload"].clone())
        .collect();
    assert_eq!(
        payloads,
        [
            serde_json::json!({"id": 4, "topLayer": "modal dialog"}),
            serde_json::json!({"id": 3, "topLayer": "popover"}),
        ]
    );
}

#[test]
fn an_image_has_the_one_candidate_that_was_seen() {
    let picture = vec![
        element(3, "picture", &[], 2),
        element(
            4,
            "source",
            &[("srcset", "a.png 1x, b.png 2x"), ("sizes", "9vw")],
            0,
        ),
        Node {
            states: vec![State::Source("https://shop.example/a/b.png".into())],
            ..element(5, "img", &[("src", "c.png"), ("alt", "Fish")], 0)
        },
    ];
    let events = events([snapshot(picture, 1)]);
    let picture = &events[1]["data"]["node"]["childNodes"][0]["childNodes"][0];
    assert_eq!(
        picture["childNodes"][0]["attributes"],
        serde_json::json!({})
    );
    assert_eq!(
        picture["childNodes"][1]["attributes"],
        serde_json::json!({
            "alt": "Fish",
            "src": "https://shop.example/a/b.png",
            "srcset": "https://shop.example/a/b.png 2x",
            "sizes": "9vw",
        })
    );
}

#[test]
fn a_straight_way_is_filled_in_and_a_rest_is_not() {
    let moves = |samples: &[(u32, i32)]| {
        let sample = |&(age_ms, x): &(u32, i32)| PointerSample {
            age_ms,
            node: Some(id(2)),
            x,
            y: 0,
        };
        Record::PointerMove(PointerMove {
            pointer: PointerKind::Mouse,
            samples: samples.iter().map(sample).collect(),
        })
    };
    let page = snapshot(vec![], 0);
    let events = events([page, moves(&[(0, 100), (200, 0), (900, -50)])]);
    let positions = events[2]["data"]["positions"].as_array().unwrap();
    let places: Vec<_> = positions
        .iter()
        .map(|position| {
            [position["timeOffset"].as_i64(), position["x"].as_i64()].map(Option::unwrap)
        })
        .collect();
    assert_eq!(
        places,
        [
            [-900, -50],
            [-200, 0],
            [-150, 25],
            [-100, 50],
            [-50, 75],
            [0, 100]
        ]
    );
}

#[test]
fn a_selection_stays_within_a_text_that_masking_made_shorter() {
    let text = node(3, Content::Text("***".into()), 0);
    let at = |number, offset| Boundary {
        node: id(number),
        offset,
    };
    let range = SelectedRange {
        start: at(3, 1),
        end: at(3, 6),
    };
    let unknown = SelectedRange {
        start: at(3, 0),
        end: at(77, 0),
    };
    let selection = Record::Selection(vec![range, unknown]);
    let events = events([snapshot(vec![text], 1), selection]);
    assert_eq!(
        events[2]["data"]["ranges"],
        serde_json::json!([{"start": 3, "startOffset": 1, "end": 3, "endOffset": 3}])
    );
}
