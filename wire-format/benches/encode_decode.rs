//! How fast a product page is encoded, decoded and converted, and how large it gets.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark may fail loudly, and its entry point is generated"
)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use wire_format::batch::{BatchBuilder, BatchLabel};
use wire_format::mirror::Mirror;
use wire_format::node::{Attribute, Content, Element, Forest, Namespace, Node};
use wire_format::record::{FullSnapshot, Record};
use wire_format::summary::BatchSummary;
use wire_format::{FlushReason, NodeId, OpenBatch, SessionId, ViewId, WindowId};

const CARDS: u32 = 2_000;

/// A catalog of cards, five nodes each.
fn catalog() -> Forest<'static> {
    let mut forest = Forest::new();
    let mut push = |content, child_count| {
        let id = NodeId::new(forest.len() as u32 + 1).unwrap();
        forest.push(Node {
            id,
            content,
            child_count,
            states: Vec::new(),
        });
    };
    let element = |tag: &'static str, class: &'static str| {
        let attributes = vec![Attribute {
            name: "class".into(),
            value: class.into(),
        }];
        Content::Element(Element {
            namespace: Namespace::Html,
            tag: tag.into(),
            attributes,
        })
    };
    push(Content::Document, 1);
    push(element("body", "catalog"), CARDS);
    for number in 0..CARDS {
        push(element("article", "card card--product"), 2);
        push(element("h3", "card__title"), 1);
        push(
            Content::Text(format!("Product {number} for happy animals").into()),
            0,
        );
        push(element("p", "card__price"), 1);
        push(
            Content::Text(format!("{}.{:02} €", number % 90, number % 100).into()),
            0,
        );
    }
    forest
}

fn encode(record: &Record<'_>) -> Vec<u8> {
    let mut builder = BatchBuilder::default();
    builder.append(1_700_000_000_000, record);
    let label = BatchLabel {
        session: SessionId::from_bytes([1; 16]),
        window: WindowId::from_bytes([2; 16]),
        view: ViewId::from_bytes([3; 16]),
        batch_index: 0,
        flush_reason: FlushReason::BytesLimit,
        recorder_version: "0.1.0",
    };
    builder.seal(&label).unwrap()
}

fn benchmark(criterion: &mut Criterion) {
    let forest = catalog();
    let node_count = forest.len();
    let record = Record::FullSnapshot(FullSnapshot {
        url: "https://shop.example/".into(),
        width: 1280,
        height: 720,
        forest,
    });
    let batch = encode(&record);
    eprintln!(
        "{node_count} nodes in {} bytes: {:.2} bytes a node",
        batch.len(),
        batch.len() as f64 / node_count as f64
    );

    let mut group = criterion.benchmark_group("full snapshot of 10,002 nodes");
    group.throughput(Throughput::Elements(node_count as u64));
    group.bench_function("encode and compress", |bencher| {
        bencher.iter(|| encode(black_box(&record)))
    });
    group.bench_function("decompress, decode and validate", |bencher| {
        bencher.iter(|| BatchSummary::of(&OpenBatch::open(black_box(&batch)).unwrap()).unwrap());
    });
    group.bench_function("load into a mirror", |bencher| {
        bencher.iter_batched(
            Mirror::default,
            |mut mirror| mirror.apply(black_box(&record)),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
