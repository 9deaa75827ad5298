use super::Mirror;
use crate::id::NodeId;
use crate::node::{Content, Element, Forest, Namespace, Node, ShadowMode};
use crate::record::{FullSnapshot, Mutation, Record, Run};
use crate::sheet::Rules;
use crate::state::State;

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

fn element(number: u32, child_count: u32) -> Node<'static> {
    let content = Content::Element(Element {
        namespace: Namespace::Html,
        tag: "p".into(),
        attributes: Vec::new(),
    });
    node(number, content, child_count)
}

/// Document 1 with element 2, which has the elements 3, 4 and 5.
fn mirror() -> Mirror {
    let forest = vec![
        node(1, Content::Document, 1),
        element(2, 3),
        element(3, 0),
        element(4, 0),
        element(5, 0),
    ];
    let mut mirror = Mirror::default();
    mirror.apply(&Record::FullSnapshot(FullSnapshot {
        url: "https://shop.example/".into(),
        width: 800,
        height: 600,
        forest,
    }));
    mirror
}

fn children(mirror: &Mirror, number: u32) -> Vec<u32> {
    mirror
        .node(id(number))
        .unwrap()
        .children()
        .map(|child| child.id().get())
        .collect()
}

fn mutate(mirror: &mut Mirror, removed: &[u32], runs: &[(u32, u32, u32)], forest: Forest<'static>) {
    let run = |&(parent, previous, tree_count): &(u32, u32, u32)| Run {
        parent: id(parent),
        previous: NodeId::new(previous),
        tree_count,
    };
    mirror.apply(&Record::Mutation(Mutation {
        removed: removed.iter().map(|&number| id(number)).collect(),
        runs: runs.iter().map(run).collect(),
        forest,
        ..Mutation::default()
    }));
}

#[test]
fn a_snapshot_is_read_back_as_it_was() {
    let mirror = mirror();
    let forest = mirror.document().unwrap().forest();
    let shape: Vec<_> = forest
        .iter()
        .map(|node| (node.id.get(), node.child_count))
        .collect();
    assert_eq!(shape, [(1, 1), (2, 3), (3, 0), (4, 0), (5, 0)]);
}

#[test]
fn new_trees_go_behind_their_previous_sibling() {
    let mut mirror = mirror();
    mutate(
        &mut mirror,
        &[],
        &[(2, 3, 2), (2, 0, 1)],
        vec![element(6, 1), element(7, 0), element(8, 0), element(9, 0)],
    );
    assert_eq!(children(&mirror, 2), [9, 3, 6, 8, 4, 5]);
    assert_eq!(children(&mirror, 6), [7]);
}

#[test]
fn a_moved_node_keeps_its_subtree() {
    let mut mirror = mirror();
    mutate(&mut mirror, &[], &[(3, 0, 1)], vec![element(6, 0)]);
    mutate(
        &mut mirror,
        &[3],
        &[(2, 5, 1)],
        vec![node(3, Content::Moved, 0)],
    );
    assert_eq!(children(&mirror, 2), [4, 5, 3]);
    assert_eq!(children(&mirror, 3), [6]);
    assert_eq!(mirror.unplaced_count(), 0);
}

#[test]
fn a_root_that_moves_to_another_document_loses_the_sheets_it_adopted() {
    let mut mirror = mirror();
    let framed = vec![
        node(6, Content::Document, 1),
        element(7, 2),
        element(8, 1),
        node(9, Content::ShadowRoot(ShadowMode::Open), 0),
        element(10, 0),
    ];
    mutate(&mut mirror, &[], &[(3, 0, 1)], framed);
    mirror.apply(&Record::StyleSheet {
        sheet: id(20),
        rules: Rules::Inline(Vec::new()),
    });
    mirror.apply(&Record::AdoptedSheets {
        root: id(9),
        sheets: vec![id(20)],
    });
    let move_below = |mirror: &mut Mirror, parent| {
        let forest = vec![node(8, Content::Moved, 0)];
        mutate(mirror, &[8], &[(parent, 0, 1)], forest);
        mirror.node(id(9)).unwrap().states().len()
    };
    assert_eq!(move_below(&mut mirror, 10), 1);
    assert_eq!(move_below(&mut mirror, 2), 0);
}

#[test]
fn a_removed_subtree_is_forgotten() {
    let mut mirror = mirror();
    mutate(&mut mirror, &[2], &[], Vec::new());
    assert!(
        [2, 3, 4, 5]
            .iter()
            .all(|&number| mirror.node(id(number)).is_none())
    );
}

#[test]
fn a_node_cannot_be_moved_below_itself() {
    let mut mirror = mirror();
    mutate(
        &mut mirror,
        &[],
        &[(3, 0, 1)],
        vec![node(2, Content::Moved, 0)],
    );
    assert_eq!(mirror.unplaced_count(), 1);
    assert_eq!(children(&mirror, 2), [3, 4, 5]);
}

#[test]
fn what_does_not_fit_is_counted_and_leaves_no_trace() {
    let mut mirror = mirror();
    mutate(
        &mut mirror,
        &[77],
        &[(99, 0, 1), (2, 88, 1)],
        vec![element(6, 1), element(7, 0), element(8, 0)],
    );
    assert_eq!(children(&mirror, 2), [3, 4, 5]);
    assert!(mirror.node(id(7)).is_none() && mirror.node(id(8)).is_none());
    assert_eq!(mirror.unplaced_count(), 4);
}

#[test]
fn light_children_stay_behind_the_shadow_root() {
    let mut mirror = mirror();
    mutate(
        &mut mirror,
        &[],
        &[(2, 0, 1)],
        vec![
            node(6, Content::ShadowRoot(ShadowMode::Open), 1),
            element(7, 0),
        ],
    );
    mutate(&mut mirror, &[], &[(2, 0, 1)], vec![element(8, 0)]);
    assert_eq!(children(&mirror, 2), [6, 8, 3, 4, 5]);
}

#[test]
fn the_document_of_a_frame_makes_way_for_the_next() {
    let mut mirror = mirror();
    let document = |number| node(number, Content::Document, 1);
    mutate(
        &mut mirror,
        &[],
        &[(3, 0, 1)],
        vec![document(6), element(7, 0)],
    );
    mutate(
        &mut mirror,
        &[6],
        &[(3, 0, 1)],
        vec![document(8), element(9, 0)],
    );
    assert_eq!(children(&mirror, 3), [8]);
    assert!(mirror.node(id(7)).is_none());
    assert_eq!(mirror.document().unwrap().id(), id(1));
}

#[test]
fn a_document_has_all_its_custom_elements() {
    let mut mirror = mirror();
    for name in ["fish-card", "cat-card", "fish-card"] {
        mirror.apply(&Record::State {
            node: id(1),
            state: State::DefinedElement(name.into()),
        });
    }
    assert_eq!(mirror.document().unwrap().states().len(), 2);
}
