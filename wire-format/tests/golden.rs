//! Batches of every released version stay readable, and the writer of this version stays the same.
//!
//! `golden/version-1.batch` holds the bytes, `golden/version-1.txt` what they say. When the writer
//! is changed on purpose, within the rules of "Compatibility" in `docs/wire-format.md`, the old pair
//! stays as it is, a new pair is added, and this test reads both.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::fs;
use std::path::PathBuf;

use wire_format::batch::{BatchBuilder, BatchLabel};
use wire_format::node::{Attribute, Content, Element, Namespace, Node, ShadowMode};
use wire_format::record::{
    AttributeChange, Boundary, ConsoleLevel, ConsoleMessage, ErrorCause, ErrorOrigin, FrameScript,
    Frustration, FrustrationKind, FullSnapshot, LoadFailure, LongFrame, Memory, Mutation,
    NavigationKind, PageError, PointerAction, PointerActionKind, PointerKind, PointerMove,
    PointerSample, PolicyViolation, Record, Release, ReleaseReason, RequestEnd, RequestInitiator,
    RequestOutcome, RequestStart, RequestTiming, ResourceGroup, ResourceSummary, Run,
    SelectedRange, SlowResource, StackFrame, TextChange, VisualViewport, Vital, WebVital,
};
use wire_format::sheet::{ConstructedSheet, RuleEdit, Rules, SheetHash};
use wire_format::state::{Media, PrivacyMark, State, TopLayer, TopLayerKind};
use wire_format::{FlushReason, NodeId, OpenBatch, SessionId, ViewId, WindowId};

fn id(number: u32) -> NodeId {
    NodeId::new(number).unwrap()
}

fn node(
    number: u32,
    content: Content<'static>,
    child_count: u32,
    states: Vec<State<'static>>,
) -> Node<'static> {
    Node {
        id: id(number),
        content,
        child_count,
        states,
    }
}

fn element(
    namespace: Namespace<'static>,
    tag: &'static str,
    attributes: &[(&'static str, &'static str)],
) -> Content<'static> {
    let attributes = attributes
        .iter()
        .map(|&(name, value)| Attribute {
            name: name.into(),
            value: value.into(),
        })
        .collect();
    Content::Element(Element {
        namespace,
        tag: tag.into(),
        attributes,
    })
}

/// A visit: every shape of field occurs at least once.
fn visit() -> Vec<(u64, Record<'static>)> {
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
    .into_iter()
    .chain(signals())
    .collect()
}

fn frame(function: &'static str, line: u32) -> StackFrame<'static> {
    StackFrame {
        function: function.into(),
        url: "https://shop.example/app.js".into(),
        line,
        column: 14,
    }
}

/// What developers need beside the picture: every kind once.
fn signals() -> Vec<(u64, Record<'static>)> {
    let url = || "https://shop.example/api/orders".into();
    vec![
        Record::Console(ConsoleMessage {
            level: ConsoleLevel::Error,
            values: vec!["order".into(), "{id: 7}".into()],
            frames: vec![frame("", 8)],
        }),
        Record::ConsoleSkipped { count: 12 },
        Record::LoadFailure(LoadFailure {
            node: Some(id(5)),
            tag: "img".into(),
            url: "https://shop.example/cat.png".into(),
        }),
        Record::PolicyViolation(PolicyViolation {
            directive: "script-src-elem".into(),
            blocked: "inline".into(),
            source: "https://shop.example/".into(),
            line: 9,
            column: 1,
            is_enforced: true,
        }),
        Record::RequestStart(RequestStart {
            request: 1,
            initiator: RequestInitiator::Fetch,
            method: "POST".into(),
            url: url(),
            trace_id: Some("4bf92f3577b34da6a3ce929d0e0e4736".into()),
        }),
        Record::RequestEnd(RequestEnd {
            request: 1,
            outcome: RequestOutcome::Answered,
            status: 503,
            duration_us: 120_500,
            detail: None,
            sent_count: 0,
            received_count: 0,
        }),
        Record::RequestTiming(RequestTiming {
            request: 1,
            dns_us: 1,
            connect_us: 2,
            tls_us: 1,
            first_byte_us: 118_000,
            answer_us: 900,
            total_us: 121_000,
            transfer_bytes: 640,
            encoded_bytes: 340,
            decoded_bytes: 900,
            protocol: "h2".into(),
        }),
        Record::WebVital(WebVital {
            vital: Vital::Interaction,
            value: 104.5,
            node: Some(id(6)),
            detail: "click".into(),
            parts_us: vec![8_000, 90_000, 6_500],
        }),
        Record::LongFrame(LongFrame {
            duration_us: 104_000,
            blocking_us: 54_000,
            rendering_us: 6_000,
            scripts: vec![FrameScript {
                invoker: "INPUT.onclick".into(),
                url: "https://shop.example/app.js".into(),
                function: "pay".into(),
                position: 512,
                duration_us: 90_000,
                layout_us: 0,
            }],
        }),
        Record::ResourceSummary(ResourceSummary {
            groups: vec![ResourceGroup {
                initiator: "fetch".into(),
                count: 1,
                transfer_bytes: 640,
                duration_us: 121_000,
            }],
            slowest: vec![SlowResource {
                url: url(),
                initiator: "fetch".into(),
                duration_us: 121_000,
                transfer_bytes: 640,
            }],
        }),
        Record::Memory(Memory {
            used_bytes: 9_000_000,
            total_bytes: 12_000_000,
            limit_bytes: 4_000_000_000,
        }),
        Record::Frustration(Frustration {
            kind: FrustrationKind::RageClick,
            age_ms: 700,
            node: Some(id(6)),
            x: 40,
            y: 90,
            click_count: 4,
        }),
        Record::Tag {
            name: "plan".into(),
            value_json: r#""free""#.into(),
        },
        Record::Flag {
            name: "new-checkout".into(),
            value_json: "true".into(),
        },
        Record::PreviousSession(SessionId::from_bytes([0x44; 16])),
        Record::Released(Release {
            reason: ReleaseReason::Error,
            age_ms: 300_000,
            let_go_count: 12,
        }),
        Record::Pause { paused: true },
    ]
    .into_iter()
    .map(|record| (1_500, record))
    .collect()
}

fn encode_visit() -> Vec<u8> {
    let mut builder = BatchBuilder::default();
    for (after_ms, record) in visit() {
        builder.append(1_700_000_000_000 + after_ms, &record);
    }
    let label = BatchLabel {
        session: SessionId::from_bytes([0x11; 16]),
        window: WindowId::from_bytes([0x22; 16]),
        view: ViewId::from_bytes([0x33; 16]),
        batch_index: 300,
        flush_reason: FlushReason::PageExit,
        recorder_version: "0.1.0",
    };
    builder.seal(&label).unwrap()
}

fn golden(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name]
        .iter()
        .collect()
}

fn describe(bytes: &[u8]) -> String {
    let batch = OpenBatch::open(bytes).unwrap();
    let mut text = format!("{:#?}\n", batch.header());
    for record in batch.records().unwrap() {
        text.push_str(&format!("{:?}\n", record.unwrap()));
    }
    text
}

#[test]
fn version_1_is_read_as_it_was_meant() {
    let bytes = fs::read(golden("version-1.batch")).unwrap();
    assert_eq!(
        describe(&bytes),
        fs::read_to_string(golden("version-1.txt")).unwrap()
    );
}

#[test]
fn the_writer_still_writes_version_1() {
    let expected = fs::read(golden("version-1.batch")).unwrap_or_default();
    let written = encode_visit();
    if written != expected {
        let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("written.batch");
        fs::write(&place, &written).unwrap();
        fs::write(place.with_extension("txt"), describe(&written)).unwrap();
        panic!(
            "the writer has changed; what it writes now is in {}",
            place.display()
        );
    }
}
