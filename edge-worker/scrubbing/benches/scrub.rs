//! What looking for private values costs, next to decoding the batch they would stand in.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark may fail loudly, and its entry point is generated"
)]

use std::borrow::Cow;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use scrubbing::{Rules, Scrubber};
use wire_format::batch::{BatchBuilder, BatchLabel};
use wire_format::node::{Attribute, Content, Element, Namespace, Node};
use wire_format::record::{
    BodyExtent, ConsoleLevel, ConsoleMessage, FullSnapshot, Record, RequestContent,
    RequestInitiator, RequestSide, RequestStart,
};
use wire_format::summary::BatchSummary;
use wire_format::{FlushReason, NodeId, OpenBatch, SessionId, ViewId, WindowId};

const TEXT_BYTES: usize = 32 * 1024;
const CARDS: u32 = 2_000;
const REQUESTS: u32 = 200;

fn repeated(piece: &str) -> String {
    piece.repeat(TEXT_BYTES / piece.len())
}

/// A catalog: a card has a link, a picture and two texts.
fn catalog() -> Vec<Record<'static>> {
    let mut forest = Vec::new();
    let mut push = |content, child_count| {
        let id = NodeId::new(forest.len() as u32 + 1).unwrap();
        forest.push(Node {
            id,
            content,
            child_count,
            states: Vec::new(),
        });
    };
    let element = |tag: &'static str, name: &'static str, value: String| {
        let attributes = vec![
            Attribute {
                name: "class".into(),
                value: "card__part card__part--wide".into(),
            },
            Attribute {
                name: name.into(),
                value: value.into(),
            },
        ];
        Content::Element(Element {
            namespace: Namespace::Html,
            tag: tag.into(),
            attributes,
        })
    };
    push(Content::Document, 1);
    push(element("body", "id", "top".to_owned()), CARDS);
    for number in 0..CARDS {
        push(
            element(
                "a",
                "href",
                format!("/products/{number}?from=catalog&page=2"),
            ),
            3,
        );
        push(
            element("img", "src", format!("/pictures/{number}.webp?width=320")),
            0,
        );
        push(
            Content::Text(format!("Product {number} for happy animals").into()),
            0,
        );
        push(
            Content::Text(format!("{}.{:02} €", number % 90, number % 100).into()),
            0,
        );
    }
    vec![Record::FullSnapshot(FullSnapshot {
        url: "https://shop.example/catalog?page=2".into(),
        width: 1280,
        height: 720,
        forest,
    })]
}

/// A busy page: each request has an answer of 1 KB and a line on the console.
fn requests() -> Vec<Record<'static>> {
    let records = (0..REQUESTS).flat_map(|request| {
        let product =
            format!(r#"{{"id":{request},"name":"Cat tree","price":89.9,"stock":[1,2,3]}},"#);
        [
            Record::RequestStart(RequestStart {
                request,
                initiator: RequestInitiator::Fetch,
                method: "GET".into(),
                url: format!("https://shop.example/api/products/{request}?fields=name,price")
                    .into(),
                trace_id: None,
            }),
            Record::RequestContent(RequestContent {
                request,
                side: RequestSide::Answer,
                headers: Vec::new(),
                extent: BodyExtent::Whole,
                body: product.repeat(1024 / product.len()).into(),
            }),
            Record::Console(ConsoleMessage {
                level: ConsoleLevel::Log,
                values: vec![format!("loaded {request} in 12.5 ms: {{id: {request}}}").into()],
                frames: Vec::new(),
            }),
        ]
    });
    records.collect()
}

fn batch(records: &[Record<'_>]) -> (OpenBatch, usize) {
    let mut builder = BatchBuilder::default();
    for record in records {
        builder.append(1_700_000_000_000, record);
    }
    let label = BatchLabel {
        session: SessionId::from_bytes([1; 16]),
        window: WindowId::from_bytes([2; 16]),
        view: ViewId::from_bytes([3; 16]),
        batch_index: 0,
        flush_reason: FlushReason::BytesLimit,
        recorder_version: "0.1.0",
    };
    (
        OpenBatch::open(&builder.seal(&label).unwrap()).unwrap(),
        builder.size_bytes(),
    )
}

fn benchmark(criterion: &mut Criterion) {
    let scrubber = Scrubber::new(&Rules::default());
    let mut group = criterion.benchmark_group("a text of 32 KB");
    group.throughput(Throughput::Bytes(TEXT_BYTES as u64));
    for (name, text) in [
        (
            "prose",
            repeated("The quick brown fox jumps over the lazy dog. "),
        ),
        (
            "JSON",
            repeated(r#"{"id":17,"name":"Cat tree","price":89.9,"stock":[1,2,3]},"#),
        ),
        (
            "addresses",
            repeated("https://shop.example/products/17?from=catalog&page=2 "),
        ),
        (
            "secrets",
            repeated(r#"{"id":17,"password":"hunter2","card":"4242 4242 4242 4242"},"#),
        ),
    ] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| scrubber.text(&mut Cow::Borrowed(black_box(&text))));
        });
    }
    group.finish();

    for (name, records) in [
        ("10,002 nodes, 4,000 addresses", catalog()),
        ("200 requests", requests()),
    ] {
        let (open, size_bytes) = batch(&records);
        let mut group = criterion.benchmark_group(format!("a batch of {name}, {size_bytes} bytes"));
        group.throughput(Throughput::Bytes(size_bytes as u64));
        group.bench_function("decode and sum up", |bencher| {
            bencher.iter(|| BatchSummary::of(black_box(&open)).unwrap());
        });
        group.bench_function("the same, and look for private values", |bencher| {
            bencher.iter(|| {
                let mut summary = BatchSummary::default();
                let mut count = 0;
                for timed in black_box(&open).records().unwrap() {
                    let mut timed = timed.unwrap();
                    count += scrubber.record(&mut timed.record);
                    summary.add(&timed);
                }
                (summary, count)
            });
        });
        group.bench_function("write anew", |bencher| {
            bencher.iter(|| black_box(&open).rewrite(|_| {}).unwrap());
        });
        group.finish();
    }
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
