use wire_format::NodeId;
use wire_format::record::{
    ConsoleLevel, ConsoleMessage, PointerAction, PointerActionKind, PointerKind, PointerMove,
    PointerSample, Record, RequestEnd, RequestInitiator, RequestOutcome, RequestStart,
    RequestTiming, StackFrame,
};

/// What the recorder posts of a tenth of a second: always where the pointer went, every second a click
/// and a scroll, a message of the console, and a request from its start to its timing.
pub(crate) fn during(tenth: u32) -> Vec<Record<'static>> {
    let second = tenth / 10;
    let node = NodeId::new(1 + second * 13 % 900).unwrap();
    let [x, y] = [tenth * 17 % 1_280, tenth * 5 % 720].map(u32::cast_signed);
    let what = match tenth % 10 {
        2 => Record::PointerAction(PointerAction {
            kind: PointerActionKind::Click,
            node: Some(node),
            x,
            y,
            pointer: PointerKind::Mouse,
        }),
        3 => Record::Scroll { node, x: 0, y },
        5 => console(second),
        6 => request_start(second),
        7 => request_end(second),
        8 => request_timing(second),
        _ => return vec![pointer_move(node, x, y)],
    };
    vec![pointer_move(node, x, y), what]
}

fn pointer_move(node: NodeId, x: i32, y: i32) -> Record<'static> {
    let sample = |place: i32| PointerSample {
        age_ms: 20 * place.cast_unsigned(),
        node: Some(node),
        x: x - 3 * place,
        y: y - place * place,
    };
    Record::PointerMove(PointerMove {
        pointer: PointerKind::Mouse,
        samples: (0..4).map(sample).collect(),
    })
}

fn console(second: u32) -> Record<'static> {
    let frame = |line| StackFrame {
        function: format!("step{line}").into(),
        url: "https://shop.example/assets/index-4f2a91c8.js".into(),
        line,
        column: 7 * line,
    };
    Record::Console(ConsoleMessage {
        level: ConsoleLevel::Warn,
        values: vec![
            "stock is low".into(),
            format!("{{\"product\":{second},\"left\":{}}}", second % 5).into(),
        ],
        frames: (1..6).map(frame).collect(),
    })
}

fn request_start(second: u32) -> Record<'static> {
    Record::RequestStart(RequestStart {
        request: second,
        initiator: RequestInitiator::Fetch,
        method: "GET".into(),
        url: format!("https://shop.example/api/products?page={second}&sort=price").into(),
        trace_id: Some(format!("4bf92f3577b34da6a3ce929d{second:08x}").into()),
    })
}

fn request_end(second: u32) -> Record<'static> {
    Record::RequestEnd(RequestEnd {
        request: second,
        outcome: RequestOutcome::Answered,
        status: 200,
        duration_us: 48_210 + u64::from(second),
        detail: None,
        sent_count: 0,
        received_count: 0,
    })
}

fn request_timing(second: u32) -> Record<'static> {
    Record::RequestTiming(RequestTiming {
        request: second,
        dns_us: 0,
        connect_us: 0,
        tls_us: 0,
        first_byte_us: 41_020 + u64::from(second),
        answer_us: 7_190,
        total_us: 48_210,
        transfer_bytes: 18_432,
        encoded_bytes: 18_132,
        decoded_bytes: 96_004,
        protocol: "h2".into(),
    })
}
