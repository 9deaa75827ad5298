use wire_format::record::{
    BodyExtent, ConsoleLevel, ConsoleMessage, FrameScript, Frustration, FrustrationKind,
    LoadFailure, LongFrame, Memory, PolicyViolation, Record, Release, ReleaseReason,
    RequestContent, RequestEnd, RequestHeader, RequestInitiator, RequestOutcome, RequestSide,
    RequestStart, RequestTiming, ResourceGroup, ResourceSummary, SlowResource, StackFrame, Vital,
    WebVital,
};
use wire_format::{SessionId, WindowId};

use super::nodes::id;

/// A frame of a script of the page.
pub(crate) fn frame(function: &'static str, line: u32) -> StackFrame<'static> {
    StackFrame {
        function: function.into(),
        url: "https://shop.example/app.js".into(),
        line,
        column: 14,
    }
}

/// What developers need beside the picture: every kind once.
pub(crate) fn signals() -> Vec<(u64, Record<'static>)> {
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
        Record::RequestContent(RequestContent {
            request: 1,
            side: RequestSide::Answer,
            headers: vec![RequestHeader {
                name: "content-type".into(),
                value: "application/json".into(),
            }],
            extent: BodyExtent::Beginning,
            body: r#"{"order":7,"items":["#.into(),
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
        Record::FramedBy {
            window: WindowId::from_bytes([0x55; 16]),
            node: id(12),
        },
    ]
    .into_iter()
    .map(|record| (1_500, record))
    .collect()
}
