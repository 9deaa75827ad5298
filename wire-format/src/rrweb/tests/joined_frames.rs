use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use super::player::Player;
use super::{element, id, node, snapshot};
use crate::id::WindowId;
use crate::node::{Content, Forest, Node};
use crate::record::{FullSnapshot, Mutation, NavigationKind, Record, Run, TimedRecord};
use crate::rrweb::WindowTree;
use crate::state::State;

const SHOP: u8 = 1;
const TILL: u8 = 2;
const BANK: u8 = 3;

fn window(number: u8) -> WindowId {
    WindowId::from_bytes([number; 16])
}

/// The events of windows whose records come a second apart. The shop is the outermost.
fn events(records: impl IntoIterator<Item = (u8, Record<'static>)>) -> Vec<Value> {
    let mut tree = WindowTree::new(window(SHOP), [window(TILL), window(BANK)]);
    for (second, (number, record)) in records.into_iter().enumerate() {
        let at_ms = 1_000 * second as u64;
        tree.add(window(number), &TimedRecord { at_ms, record });
    }
    serde_json::from_str(&tree.into_json()).unwrap()
}

/// What a replay of these records shows in the end.
fn shown(records: impl IntoIterator<Item = (u8, Record<'static>)>) -> String {
    Player::of(&events(records)).to_string()
}

fn framed_by(outer: u8, node: u32) -> Record<'static> {
    Record::FramedBy {
        window: window(outer),
        node: id(node),
    }
}

fn frame(number: u32) -> Node<'static> {
    Node {
        states: vec![State::Placeholder {
            width: 300,
            height: 200,
            origin: "https://till.example".into(),
        }],
        ..element(number, "iframe", &[], 0)
    }
}

fn text(number: u32, content: &'static str) -> Node<'static> {
    node(number, Content::Text(content.into()), 0)
}

/// A page with these two frames.
fn page_with_frames() -> Record<'static> {
    snapshot(vec![frame(3), frame(4)], 2)
}

fn page_saying(content: &'static str) -> Record<'static> {
    snapshot(vec![text(3, content)], 1)
}

/// A tree that comes.
fn below(parent: u32, forest: Forest<'static>) -> Mutation<'static> {
    Mutation {
        runs: vec![Run {
            parent: id(parent),
            previous: None,
            tree_count: 1,
        }],
        forest,
        ..Mutation::default()
    }
}

fn insertion(parent: u32, forest: Forest<'static>) -> Record<'static> {
    Record::Mutation(below(parent, forest))
}

fn removal(node: u32) -> Record<'static> {
    Record::Mutation(Mutation {
        removed: vec![id(node)],
        ..Mutation::default()
    })
}

fn load() -> Record<'static> {
    Record::Navigation {
        how: NavigationKind::Load,
        url: "https://shop.example/".into(),
    }
}

const PLACEHOLDER: &str = "#(html(body(https://till.example · 300 × 200 · not recorded)))";

#[test]
fn a_joined_window_stands_in_its_frame_and_goes_on_there() {
    let joined = [
        (SHOP, page_with_frames()),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
        (TILL, insertion(2, vec![element(4, "button", &[], 0)])),
        (SHOP, insertion(2, vec![element(9, "h1", &[], 0)])),
    ];
    assert_eq!(
        shown(joined),
        format!("#(body(h1 iframe({PLACEHOLDER}) iframe(#(body(button Pay)))))")
    );
}

#[test]
fn a_joined_window_may_begin_before_its_frame_is_known() {
    let early = [
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
        (SHOP, snapshot(vec![], 0)),
        (TILL, removal(3)),
        (SHOP, insertion(2, vec![frame(4)])),
    ];
    assert_eq!(shown(early), "#(body(iframe(#(body))))");
}

#[test]
fn a_placeholder_stands_until_the_window_in_the_frame_can_be_shown() {
    let placeholder = format!("#(body(iframe({PLACEHOLDER})))");
    let mut waiting = vec![
        (TILL, framed_by(SHOP, 4)),
        (SHOP, snapshot(vec![frame(4)], 1)),
    ];
    assert_eq!(shown(waiting.clone()), placeholder);
    waiting.push((SHOP, snapshot(vec![frame(4)], 1)));
    assert_eq!(shown(waiting), placeholder);
}

#[test]
fn a_frame_shows_its_window_again_after_each_full_snapshot() {
    let page = || snapshot(vec![frame(4)], 1);
    let again = [
        (SHOP, page()),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
        (TILL, insertion(2, vec![element(4, "button", &[], 0)])),
        (SHOP, page()),
        (TILL, insertion(4, vec![text(5, "Now")])),
    ];
    assert_eq!(shown(again), "#(body(iframe(#(body(button(Now) Pay)))))");
    let new_page = [
        (SHOP, page()),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Thank you")),
    ];
    assert_eq!(shown(new_page), "#(body(iframe(#(body(Thank you)))))");
}

#[test]
fn a_frame_that_left_shows_nothing_until_it_is_back() {
    let mut records = vec![
        (SHOP, snapshot(vec![frame(4)], 1)),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
        (SHOP, removal(4)),
    ];
    let count = events(records.clone()).len();
    records.push((TILL, insertion(2, vec![element(4, "button", &[], 0)])));
    assert_eq!(events(records.clone()).len(), count);
    assert_eq!(shown(records.clone()), "#(body)");
    records.push((SHOP, insertion(2, vec![frame(4)])));
    assert_eq!(shown(records), "#(body(iframe(#(body(button Pay)))))");
}

#[test]
fn two_frames_show_two_windows() {
    let two = [
        (SHOP, page_with_frames()),
        (TILL, framed_by(SHOP, 3)),
        (BANK, framed_by(SHOP, 4)),
        (BANK, page_saying("Sign in")),
        (TILL, page_saying("Pay")),
    ];
    assert_eq!(
        shown(two),
        "#(body(iframe(#(body(Pay))) iframe(#(body(Sign in)))))"
    );
}

#[test]
fn a_frame_in_a_frame_comes_and_goes_with_it() {
    let mut nested = vec![
        (BANK, framed_by(TILL, 7)),
        (BANK, page_saying("Sign in")),
        (TILL, framed_by(SHOP, 4)),
        (TILL, snapshot(vec![frame(7)], 1)),
        (SHOP, snapshot(vec![frame(4)], 1)),
    ];
    let in_two_frames = "#(body(iframe(#(body(iframe(#(body(Sign in))))))))";
    assert_eq!(shown(nested.clone()), in_two_frames);
    nested.push((SHOP, snapshot(vec![frame(4)], 1)));
    assert_eq!(shown(nested.clone()), in_two_frames);
    nested.push((SHOP, removal(4)));
    nested.push((BANK, removal(3)));
    assert_eq!(shown(nested), "#(body)");
}

#[test]
fn the_last_window_that_names_a_frame_is_in_it() {
    let other_page = [
        (SHOP, page_with_frames()),
        (TILL, framed_by(SHOP, 3)),
        (TILL, page_saying("Pay")),
        (BANK, framed_by(SHOP, 3)),
        (BANK, page_saying("Sign in")),
        (TILL, removal(3)),
    ];
    assert_eq!(
        shown(other_page),
        format!("#(body(iframe(#(body(Sign in))) iframe({PLACEHOLDER})))")
    );
    let other_frame = [
        (SHOP, page_with_frames()),
        (TILL, framed_by(SHOP, 3)),
        (TILL, page_saying("Pay")),
        (TILL, framed_by(SHOP, 4)),
    ];
    assert_eq!(
        shown(other_frame),
        format!("#(body(iframe({PLACEHOLDER}) iframe(#(body(Pay)))))")
    );
}

#[test]
fn a_page_that_is_loaded_ends_what_frames_of_the_page_before_showed() {
    let mut records = vec![
        (SHOP, load()),
        (SHOP, snapshot(vec![frame(4)], 1)),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
    ];
    records.extend((0..10).map(|_| {
        (
            TILL,
            Record::Focus {
                node: id(2),
                focused: true,
            },
        )
    }));
    records.push((TILL, framed_by(SHOP, 4)));
    records.push((SHOP, load()));
    records.push((SHOP, snapshot(vec![frame(4)], 1)));
    assert_eq!(
        shown(records.clone()),
        format!("#(body(iframe({PLACEHOLDER})))")
    );
    records.push((TILL, framed_by(SHOP, 4)));
    assert_eq!(shown(records), "#(body(iframe(#(body(Pay)))))");
}

#[test]
fn a_page_in_a_frame_may_begin_a_little_before_the_page_around_it() {
    let early = [
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
        (SHOP, load()),
        (SHOP, snapshot(vec![frame(4)], 1)),
    ];
    assert_eq!(shown(early), "#(body(iframe(#(body(Pay)))))");
}

#[test]
fn the_size_of_a_frame_does_not_take_its_window_away() {
    let resized = [
        (SHOP, snapshot(vec![frame(4)], 1)),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
        (
            SHOP,
            Record::State {
                node: id(4),
                state: frame(4).states.remove(0),
            },
        ),
    ];
    assert_eq!(shown(resized), "#(body(iframe(#(body(Pay)))))");
}

#[test]
fn addresses_are_those_of_the_window_in_the_frame() {
    let mut page = snapshot(vec![element(3, "img", &[("src", "b.png")], 0)], 1);
    if let Record::FullSnapshot(FullSnapshot { url, .. }) = &mut page {
        *url = "https://till.example/pay/".into();
    }
    let events = events([
        (SHOP, snapshot(vec![frame(4)], 1)),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page),
    ]);
    let attached = &events.last().unwrap()["data"]["adds"][0]["node"];
    let image = &attached["childNodes"][0]["childNodes"][0];
    assert_eq!(image["attributes"]["src"], "https://till.example/pay/b.png");
    assert_eq!(image["rootId"], attached["id"]);
}

#[test]
fn a_joined_window_does_not_speak_for_the_tab() {
    let mut records = vec![
        (SHOP, snapshot(vec![frame(4)], 1)),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_saying("Pay")),
    ];
    let count = events(records.clone()).len();
    let (width, height) = (300, 200);
    records.push((TILL, Record::Viewport { width, height }));
    records.push((TILL, load()));
    records.push((TILL, Record::Visibility { visible: false }));
    assert_eq!(events(records).len(), count);
}

#[test]
fn windows_that_say_what_cannot_be_are_not_shown() {
    let outer = (SHOP, snapshot(vec![frame(4)], 1));
    let alone = format!("#(body(iframe({PLACEHOLDER})))");
    let in_itself = [
        outer.clone(),
        (TILL, framed_by(TILL, 4)),
        (TILL, page_with_frames()),
    ];
    assert_eq!(shown(in_itself), alone);
    let in_a_circle = [
        outer.clone(),
        (TILL, framed_by(BANK, 3)),
        (BANK, framed_by(TILL, 3)),
        (TILL, page_with_frames()),
        (BANK, page_with_frames()),
        (SHOP, framed_by(TILL, 3)),
    ];
    assert_eq!(shown(in_a_circle), alone);
    let in_a_circle_later = [
        outer.clone(),
        (TILL, framed_by(SHOP, 4)),
        (TILL, page_with_frames()),
        (BANK, framed_by(TILL, 3)),
        (BANK, page_with_frames()),
        (TILL, framed_by(BANK, 3)),
    ];
    assert_eq!(shown(in_a_circle_later), alone);
    for node in [1, 2, 77] {
        let in_no_frame = [
            outer.clone(),
            (TILL, framed_by(SHOP, node)),
            (TILL, page_saying("Pay")),
        ];
        assert_eq!(shown(in_no_frame), alone);
    }
    let in_a_window_that_is_not_there = [
        outer,
        (TILL, framed_by(99, 4)),
        (TILL, page_saying("Pay")),
        (99, page_with_frames()),
    ];
    assert_eq!(shown(in_a_window_that_is_not_there), alone);
}

/// Anything that a window can say of frames, its own or those of others, possible or not.
fn saying() -> impl Strategy<Value = Record<'static>> {
    let framed_by = (1_u8..5, 2_u32..6).prop_map(|(outer, node)| framed_by(outer, node));
    let coming = (3_u32..6).prop_map(|node| {
        Record::Mutation(Mutation {
            removed: vec![id(node)],
            ..below(2, vec![frame(node)])
        })
    });
    prop_oneof![
        2 => Just(page_with_frames()),
        1 => Just(page_saying("Pay")),
        1 => Just(load()),
        4 => framed_by,
        2 => coming,
        2 => (3_u32..6).prop_map(removal),
    ]
}

proptest! {
    #[test]
    fn whatever_windows_say_of_each_other_can_be_played(sayings in vec((1_u8..4, saying()), 0..30)) {
        Player::of(&events(sayings));
    }
}
