use wire_format::NodeId;
use wire_format::mirror::Mirror;
use wire_format::node::{Attribute, Content, Element, Namespace, Node};
use wire_format::record::{
    Boundary, ErrorOrigin, FullSnapshot, Mutation, PageError, PointerKind, RequestInitiator,
    RequestStart, SelectedRange,
};

use super::*;

/// A page whose body 2 holds these elements with the ids from 3 on.
fn page(elements: &[(&'static str, &[(&'static str, &'static str)])]) -> Mirror {
    let node = |id, content, child_count| Node {
        id: NodeId::new(id).unwrap(),
        content,
        child_count,
        states: Vec::new(),
    };
    let element = |tag: &'static str, attributes: &[(&'static str, &'static str)]| {
        let attribute = |&(name, value): &(&'static str, &'static str)| Attribute {
            name: name.into(),
            value: value.into(),
        };
        Content::Element(Element {
            namespace: Namespace::Html,
            tag: tag.into(),
            attributes: attributes.iter().map(attribute).collect(),
        })
    };
    let mut forest = vec![
        node(1, Content::Document, 1),
        node(2, element("body", &[]), elements.len() as u32),
    ];
    let ids = 3..;
    forest.extend(
        ids.zip(elements)
            .map(|(id, (tag, attributes))| node(id, element(tag, attributes), 0)),
    );
    let mut mirror = Mirror::default();
    mirror.apply(&Record::FullSnapshot(FullSnapshot {
        url: "".into(),
        width: 800,
        height: 600,
        forest,
    }));
    mirror
}

fn click(x: i32) -> Record<'static> {
    Record::PointerAction(PointerAction {
        kind: PointerActionKind::Click,
        node: NodeId::new(3),
        x,
        y: 50,
        pointer: PointerKind::Mouse,
    })
}

fn change() -> Record<'static> {
    Record::Mutation(Mutation::default())
}

fn request() -> Record<'static> {
    Record::RequestStart(RequestStart {
        request: 1,
        initiator: RequestInitiator::Fetch,
        method: "GET".into(),
        url: "".into(),
        trace_id: None,
    })
}

fn error() -> Record<'static> {
    Record::PageError(PageError {
        origin: ErrorOrigin::Uncaught,
        name: None,
        message: "".into(),
        source: "".into(),
        line: 0,
        column: 0,
        frames: Vec::new(),
        causes: Vec::new(),
    })
}

/// What is found on a page with one element when these things happen at these times, and ten seconds
/// go by: the kinds with the numbers of their clicks.
fn found(
    tag: &'static str,
    attributes: &[(&'static str, &'static str)],
    events: &[(u64, Record<'_>)],
) -> Vec<(FrustrationKind, u32)> {
    let mirror = page(&[(tag, attributes)]);
    let mut clicks = Clicks::default();
    for (at_ms, record) in events {
        clicks.watch(&mirror, *at_ms, record);
    }
    let all = clicks.take_frustrations(20_000);
    assert!(!clicks.is_waiting(), "all is decided");
    all.iter()
        .map(|record| match record {
            Record::Frustration(frustration) => (frustration.kind, frustration.click_count),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn rages(events: &[(u64, Record<'_>)]) -> Vec<u32> {
    let all = found("button", &[("type", "button")], events);
    all.into_iter()
        .filter(|(kind, _)| *kind == FrustrationKind::RageClick)
        .map(|(_, count)| count)
        .collect()
}

fn is_dead(tag: &'static str, attributes: &[(&'static str, &'static str)]) -> bool {
    let all = found(tag, attributes, &[(0, click(9))]);
    all.contains(&(FrustrationKind::DeadClick, 1))
}

#[test]
fn three_clicks_within_a_second_in_one_place_are_rage() {
    assert_eq!(
        rages(&[(0, click(9)), (400, click(20)), (900, click(9))]),
        [3]
    );
    let five: Vec<_> = (0..5).map(|step| (step * 300, click(9))).collect();
    assert_eq!(rages(&five), [5], "a run is told once");
}

#[test]
fn two_clicks_or_slow_clicks_or_clicks_in_several_places_are_no_rage() {
    assert!(rages(&[(0, click(9)), (200, click(9))]).is_empty());
    assert!(rages(&[(0, click(9)), (600, click(9)), (1_200, click(9))]).is_empty());
    assert!(rages(&[(0, click(9)), (100, click(90)), (200, click(9))]).is_empty());
}

#[test]
fn a_stepper_answers_every_click() {
    let stepping = [
        (0, click(9)),
        (5, change()),
        (300, click(9)),
        (305, change()),
        (600, click(9)),
    ];
    assert!(rages(&stepping).is_empty());
    let stuck = [
        (0, click(9)),
        (5, change()),
        (300, click(9)),
        (600, click(9)),
    ];
    assert_eq!(rages(&stuck), [3], "the second click changed nothing");
}

#[test]
fn a_page_that_answers_with_errors_enrages() {
    let failing = [
        (0, click(9)),
        (5, change()),
        (6, error()),
        (300, click(9)),
        (305, change()),
        (600, click(9)),
    ];
    assert_eq!(rages(&failing), [3]);
}

#[test]
fn clicks_that_select_text_or_go_into_fields_are_no_rage() {
    let three: Vec<_> = (0..3).map(|step| (step * 200, click(9))).collect();
    assert!(found("p", &[], &three).is_empty());
    assert!(found("input", &[("type", "text")], &three).is_empty());
    let four: Vec<_> = (0..4).map(|step| (step * 200, click(9))).collect();
    assert_eq!(found("img", &[], &four), [(FrustrationKind::RageClick, 4)]);
}

#[test]
fn a_click_on_a_control_that_nothing_follows_on_is_dead() {
    assert!(is_dead("button", &[]));
    assert!(is_dead("div", &[("role", "button")]));
    assert!(is_dead("span", &[("onclick", "")]));
    assert!(is_dead("a", &[("href", "#")]));
}

#[test]
fn a_click_that_leads_away_or_that_the_browser_answers_is_not_dead() {
    assert!(!is_dead("p", &[]));
    assert!(!is_dead("a", &[("href", "/slow")]));
    assert!(!is_dead("a", &[("href", "#top"), ("target", "_blank")]));
    assert!(!is_dead("a", &[("href", "mailto:cat@shop.example")]));
    assert!(!is_dead("button", &[("formaction", "/pay")]));
    assert!(!is_dead(
        "div",
        &[("role", "button"), ("aria-disabled", "true")]
    ));
    for tag in ["select", "textarea", "label", "video"] {
        assert!(!is_dead(tag, &[]), "{tag}");
    }
    for kind in ["text", "checkbox", "file", "color"] {
        assert!(!is_dead("input", &[("type", kind)]), "{kind}");
    }
}

#[test]
fn whatever_the_page_does_within_two_and_a_half_seconds_is_an_answer() {
    let answers = [
        change(),
        request(),
        Record::Scroll {
            node: NodeId::new(1).unwrap(),
            x: 0,
            y: 9,
        },
        Record::Focus {
            node: NodeId::new(3).unwrap(),
            focused: true,
        },
        Record::Visibility { visible: false },
    ];
    for answer in answers {
        let all = found("button", &[], &[(0, click(9)), (2_400, answer.clone())]);
        assert!(all.is_empty(), "{answer:?}");
        let all = found("button", &[], &[(0, click(9)), (2_600, answer)]);
        assert_eq!(all, [(FrustrationKind::DeadClick, 1)]);
    }
}

fn state(state: State<'static>) -> Record<'static> {
    Record::State {
        node: NodeId::new(3).unwrap(),
        state,
    }
}

fn caret(start: u32, end: u32) -> Record<'static> {
    let boundary = |offset| Boundary {
        node: NodeId::new(2).unwrap(),
        offset,
    };
    Record::Selection(vec![SelectedRange {
        start: boundary(start),
        end: boundary(end),
    }])
}

#[test]
fn what_goes_on_without_the_click_is_no_answer() {
    let no_answers = [
        state(State::Bitmap(vec![1].into())),
        state(State::Animations("[]".into())),
        caret(4, 4),
        Record::Selection(Vec::new()),
        Record::WindowFocus { focused: true },
        Record::Orientation { angle: 90 },
        Record::Tag {
            name: "".into(),
            value_json: "".into(),
        },
    ];
    for no_answer in no_answers {
        let all = found("button", &[], &[(0, click(9)), (9, no_answer.clone())]);
        assert_eq!(all, [(FrustrationKind::DeadClick, 1)], "{no_answer:?}");
    }
    let answers = [
        state(State::Source("cat.png".into())),
        caret(4, 5),
        Record::WindowFocus { focused: false },
    ];
    for answer in answers {
        let all = found("button", &[], &[(0, click(9)), (9, answer.clone())]);
        assert!(all.is_empty(), "{answer:?}");
    }
}

#[test]
fn a_video_answers_by_starting_but_not_by_going_on() {
    let playing = |flags, position_ms| {
        let media = Media::from_numbers([flags, position_ms, 100, 100]);
        state(State::Media(media))
    };
    let mut mirror = page(&[("button", &[])]);
    mirror.apply(&playing(1, 1_000));
    let dead_after = |record| {
        let mut clicks = Clicks::default();
        clicks.watch(&mirror, 0, &click(9));
        clicks.watch(&mirror, 9, &record);
        clicks.take_frustrations(20_000).len()
    };
    assert_eq!(dead_after(playing(1, 6_000)), 1);
    assert_eq!(dead_after(playing(0, 6_000)), 0);
}

#[test]
fn what_happened_before_a_click_is_no_answer_to_it() {
    let all = found("button", &[], &[(0, change()), (1, click(9))]);
    assert_eq!(all, [(FrustrationKind::DeadClick, 1)]);
}
