use wire_format::node::{Content, Namespace, ShadowMode};
use wire_format::record::{
    AttributeChange, Boundary, ErrorCause, ErrorOrigin, FullSnapshot, Mutation, NavigationKind,
    PageError, PointerAction, PointerActionKind, PointerKind, PointerMove, PointerSample, Record,
    Run, SelectedRange, TextChange, VisualViewport,
};
use wire_format::sheet::{ConstructedSheet, RuleEdit, Rules, SheetHash};
use wire_format::state::{Media, PrivacyMark, State, TopLayer, TopLayerKind};

use super::nodes::{element, id, node};
use super::signals::frame;

/// A page and what happens to it: every shape of field occurs at least once.
pub(crate) fn visit() -> Vec<(u64, Record<'static>)> {
    use Namespace::{Html, Other, Svg};
    let forest = vec![
        node(
            1,
            Content::Document,
            2,
            vec![
                State::Scroll { x: 0, y: 120 },
                State::Quirks(false),
                State::AdoptedSheets(vec![id(30)]),
                State::ConstructedSheets(vec![ConstructedSheet {
                    id: id(30),
                    rules: Rules::Inline(vec!["p { color: red }".into()]),
                    media: Some("print".into()),
                }]),
            ],
        ),
        node(
            2,
            Content::Doctype {
                name: "html".into(),
                public_id: "".into(),
                system_id: "".into(),
            },
            0,
            vec![],
        ),
        node(3, element(Html, "html", &[("lang", "en")]), 1, vec![]),
        node(4, element(Html, "body", &[]), 9, vec![]),
        node(
            5,
            element(Svg, "svg", &[("viewBox", "0 0 8 8"), ("class", "icon")]),
            0,
            vec![],
        ),
        node(
            6,
            element(Html, "input", &[("class", "icon")]),
            0,
            vec![State::Value("***".into())],
        ),
        node(
            7,
            element(Html, "pet-card", &[]),
            2,
            vec![State::Privacy(PrivacyMark::MaskUserInput)],
        ),
        node(8, Content::ShadowRoot(ShadowMode::Open), 1, vec![]),
        node(9, Content::Text("Größe 😀".into()), 0, vec![]),
        node(10, Content::Comment("light".into()), 0, vec![]),
        node(11, Content::Text("Fish food".into()), 0, vec![]),
        node(
            23,
            element(Html, "style", &[]),
            1,
            vec![
                State::Rules(Rules::Archived(SheetHash::from_bytes([0x44; 32]))),
                State::SheetMedia("not all".into()),
            ],
        ),
        node(
            24,
            Content::Text("".into()),
            0,
            vec![State::ArchivedText(SheetHash::from_bytes([0x55; 32]))],
        ),
        node(15, element(Html, "iframe", &[]), 1, vec![]),
        node(
            16,
            Content::Document,
            0,
            vec![State::Address("https://shop.example/help".into())],
        ),
        node(17, element(Html, "pet-card", &[]), 1, vec![]),
        node(18, Content::ShadowRoot(ShadowMode::Closed), 0, vec![]),
        node(19, element(Html, "template", &[]), 1, vec![]),
        node(20, Content::TemplateContent, 1, vec![]),
        node(21, element(Other("urn:pets".into()), "cat", &[]), 0, vec![]),
        node(
            22,
            element(Html, "iframe", &[]),
            0,
            vec![State::Placeholder {
                width: 300,
                height: 150,
                origin: "https://pay.example".into(),
            }],
        ),
    ];
    let mutation = Mutation {
        removed: vec![id(5), id(11)],
        runs: vec![
            Run {
                parent: id(4),
                previous: Some(id(7)),
                tree_count: 2,
            },
            Run {
                parent: id(7),
                previous: None,
                tree_count: 1,
            },
        ],
        forest: vec![
            node(12, element(Html, "p", &[("class", "icon")]), 1, vec![]),
            node(13, Content::Text("new".into()), 0, vec![]),
            node(5, Content::Moved, 0, vec![]),
            node(14, Content::Cdata("data".into()), 0, vec![]),
        ],
        attributes: vec![
            AttributeChange {
                node: id(6),
                name: "class".into(),
                value: None,
            },
            AttributeChange {
                node: id(3),
                name: "lang".into(),
                value: Some("de".into()),
            },
        ],
        texts: vec![TextChange {
            node: id(9),
            content: "small".into(),
        }],
    };
    let samples = vec![
        PointerSample {
            age_ms: 0,
            node: Some(id(6)),
            x: 40,
            y: 90,
        },
        PointerSample {
            age_ms: 50,
            node: None,
            x: -3,
            y: 70_000,
        },
    ];
    vec![
        (
            0,
            Record::Navigation {
                how: NavigationKind::Load,
                url: "https://shop.example/".into(),
            },
        ),
        (
            3,
            Record::FullSnapshot(FullSnapshot {
                url: "https://shop.example/".into(),
                width: 1280,
                height: 720,
                forest,
            }),
        ),
        (40, Record::Mutation(mutation)),
        (
            400,
            Record::PointerMove(PointerMove {
                pointer: PointerKind::Mouse,
                samples,
            }),
        ),
        (
            410,
            Record::PointerAction(PointerAction {
                kind: PointerActionKind::Click,
                node: Some(id(6)),
                x: 40,
                y: 90,
                pointer: PointerKind::Pen,
            }),
        ),
        (
            411,
            Record::Focus {
                node: id(6),
                focused: true,
            },
        ),
        (
            900,
            Record::Input {
                node: id(6),
                state: State::Checked(true),
            },
        ),
        (
            1_000,
            Record::PageError(PageError {
                origin: ErrorOrigin::UnhandledRejection,
                message: "boom".into(),
                source: "https://shop.example/app.js".into(),
                line: 3,
                column: 14,
                name: Some("TypeError".into()),
                frames: vec![frame("pay", 3)],
                causes: vec![ErrorCause {
                    name: None,
                    message: "offline".into(),
                    frames: vec![],
                }],
            }),
        ),
        (
            1_000,
            Record::BlockSize {
                node: id(7),
                width: 320,
                height: 240,
            },
        ),
        (
            1_001,
            Record::Identify {
                user_id: "customer@example.com".into(),
                traits_json: Some(r#"{"plan":"free"}"#.into()),
            },
        ),
        (
            1_002,
            Record::State {
                node: id(1),
                state: State::DefinedElement("pet-card".into()),
            },
        ),
        (
            1_100,
            Record::StyleSheet {
                sheet: id(23),
                rules: Rules::Inline(vec!["p { color: red }".into(), "b { top: 0 }".into()]),
            },
        ),
        (
            1_101,
            Record::RuleEdits {
                sheet: id(30),
                edits: vec![
                    RuleEdit {
                        index: 1,
                        removed: 0,
                        inserted: Some("b { top: 0 }".into()),
                    },
                    RuleEdit {
                        index: 0,
                        removed: 1,
                        inserted: None,
                    },
                ],
            },
        ),
        (
            1_102,
            Record::SheetMedia {
                sheet: id(23),
                media: "print".into(),
            },
        ),
        (
            1_103,
            Record::AdoptedSheets {
                root: id(8),
                sheets: vec![id(30)],
            },
        ),
        (
            1_110,
            Record::State {
                node: id(7),
                state: State::TopLayer(TopLayer {
                    kind: TopLayerKind::Popover,
                    order: 2,
                }),
            },
        ),
        (
            1_111,
            Record::State {
                node: id(7),
                state: State::Media(Media::from_numbers([5, 61_500, 80, 150])),
            },
        ),
        (
            1_112,
            Record::State {
                node: id(7),
                state: State::Bitmap(vec![0x52, 0x49, 0x46, 0x46].into()),
            },
        ),
        (
            1_113,
            Record::Input {
                node: id(6),
                state: State::Files(3),
            },
        ),
        (
            1_200,
            Record::Selection(vec![SelectedRange {
                start: Boundary {
                    node: id(9),
                    offset: 1,
                },
                end: Boundary {
                    node: id(4),
                    offset: 3,
                },
            }]),
        ),
        (
            1_300,
            Record::VisualViewport(VisualViewport {
                x: 12,
                y: 400,
                scale_permille: 1_750,
            }),
        ),
        (1_400, Record::WindowFocus { focused: false }),
        (1_500, Record::Orientation { angle: 90 }),
    ]
}
