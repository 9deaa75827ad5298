//! Strategies for what developers need beside the picture.

use super::{node_id, text};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use wire_format::record::*;

fn frames() -> impl Strategy<Value = Vec<StackFrame<'static>>> {
    let frame = (text(), text(), any::<u32>()).prop_map(|(function, url, line)| StackFrame {
        function,
        url,
        line,
        column: 7,
    });
    vec(frame, 0..3)
}

fn page_error() -> impl Strategy<Value = Record<'static>> {
    let cause =
        (option::of(text()), text(), frames()).prop_map(|(name, message, frames)| ErrorCause {
            name,
            message,
            frames,
        });
    (
        option::of(text()),
        text(),
        any::<u32>(),
        frames(),
        vec(cause, 0..3),
    )
        .prop_map(|(name, message, line, frames, causes)| {
            Record::PageError(PageError {
                origin: ErrorOrigin::Uncaught,
                name,
                source: message.clone(),
                message,
                line,
                column: 7,
                frames,
                causes,
            })
        })
}

fn troubles() -> impl Strategy<Value = Record<'static>> {
    prop_oneof![
        page_error(),
        (vec(text(), 0..3), frames()).prop_map(|(values, frames)| {
            Record::Console(ConsoleMessage {
                level: ConsoleLevel::Warn,
                values,
                frames,
            })
        }),
        any::<u64>().prop_map(|count| Record::ConsoleSkipped { count }),
        (option::of(node_id()), text(), text())
            .prop_map(|(node, tag, url)| Record::LoadFailure(LoadFailure { node, tag, url })),
        (text(), text(), any::<bool>()).prop_map(|(directive, blocked, is_enforced)| {
            Record::PolicyViolation(PolicyViolation {
                source: blocked.clone(),
                directive,
                blocked,
                line: 1,
                column: 2,
                is_enforced,
            })
        }),
        (option::of(node_id()), any::<(u32, i32, i32, u32)>()).prop_map(
            |(node, (age_ms, x, y, click_count))| {
                Record::Frustration(Frustration {
                    kind: FrustrationKind::RageClick,
                    age_ms,
                    node,
                    x,
                    y,
                    click_count,
                })
            }
        ),
    ]
}

fn requests() -> impl Strategy<Value = Record<'static>> {
    prop_oneof![
        (any::<u32>(), text(), option::of(text())).prop_map(|(request, url, trace_id)| {
            Record::RequestStart(RequestStart {
                request,
                initiator: RequestInitiator::Fetch,
                method: "GET".into(),
                url,
                trace_id,
            })
        }),
        (any::<(u32, u32, u64, u32, u32)>(), option::of(text())).prop_map(
            |((request, status, duration_us, sent_count, received_count), detail)| {
                Record::RequestEnd(RequestEnd {
                    request,
                    outcome: RequestOutcome::TimedOut,
                    status,
                    duration_us,
                    detail,
                    sent_count,
                    received_count,
                })
            }
        ),
        (any::<u32>(), vec((text(), text()), 0..3), text()).prop_map(|(request, headers, body)| {
            let header = |(name, value)| RequestHeader { name, value };
            Record::RequestContent(RequestContent {
                request,
                side: RequestSide::Answer,
                headers: headers.into_iter().map(header).collect(),
                extent: BodyExtent::Beginning,
                body,
            })
        }),
        (any::<u32>(), any::<[u64; 9]>(), text()).prop_map(|(request, numbers, protocol)| {
            let [
                dns_us,
                connect_us,
                tls_us,
                first_byte_us,
                answer_us,
                rest @ ..,
            ] = numbers;
            let [total_us, transfer_bytes, encoded_bytes, decoded_bytes] = rest;
            Record::RequestTiming(RequestTiming {
                request,
                dns_us,
                connect_us,
                tls_us,
                first_byte_us,
                answer_us,
                total_us,
                transfer_bytes,
                encoded_bytes,
                decoded_bytes,
                protocol,
            })
        }),
    ]
}

fn measures() -> impl Strategy<Value = Record<'static>> {
    prop_oneof![
        (
            -1e9..1e9_f64,
            option::of(node_id()),
            text(),
            vec(any::<u64>(), 0..4)
        )
            .prop_map(|(value, node, detail, parts_us)| {
                Record::WebVital(WebVital {
                    vital: Vital::Interaction,
                    value,
                    node,
                    detail,
                    parts_us,
                })
            }),
        (any::<u64>(), vec((text(), any::<(u32, u64, u64)>()), 0..3)).prop_map(
            |(duration_us, scripts)| {
                let script = |(url, numbers): (wire_format::node::Text<'static>, _)| {
                    let (position, duration_us, layout_us) = numbers;
                    FrameScript {
                        invoker: url.clone(),
                        function: "run".into(),
                        url,
                        position,
                        duration_us,
                        layout_us,
                    }
                };
                Record::LongFrame(LongFrame {
                    duration_us,
                    blocking_us: 3,
                    rendering_us: 4,
                    scripts: scripts.into_iter().map(script).collect(),
                })
            }
        ),
        (vec((text(), any::<(u64, u64, u64)>()), 0..3)).prop_map(|groups| {
            let slowest = groups
                .iter()
                .map(|(url, (_, transfer_bytes, duration_us))| SlowResource {
                    url: url.clone(),
                    initiator: url.clone(),
                    duration_us: *duration_us,
                    transfer_bytes: *transfer_bytes,
                });
            let group = |(initiator, (count, transfer_bytes, duration_us)): (_, _)| ResourceGroup {
                initiator,
                count,
                transfer_bytes,
                duration_us,
            };
            Record::ResourceSummary(ResourceSummary {
                slowest: slowest.collect(),
                groups: groups.into_iter().map(group).collect(),
            })
        }),
        any::<(u64, u64, u64)>().prop_map(|(used_bytes, total_bytes, limit_bytes)| {
            Record::Memory(Memory {
                used_bytes,
                total_bytes,
                limit_bytes,
            })
        }),
    ]
}

/// Any record of this family.
pub(crate) fn signal() -> impl Strategy<Value = Record<'static>> {
    prop_oneof![
        troubles(),
        requests(),
        measures(),
        (text(), text()).prop_map(|(name, value_json)| Record::Tag { name, value_json }),
        (text(), text()).prop_map(|(name, value_json)| Record::Flag { name, value_json }),
    ]
}
