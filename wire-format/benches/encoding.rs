//! How fast records are encoded, and taken into a mirror.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a benchmark may fail loudly, and its entry point is generated"
)]

mod visits;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use wire_format::mirror::Mirror;

fn benchmark(criterion: &mut Criterion) {
    for (name, records) in visits::all() {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(records.len() as u64));
        group.bench_function("encode and compress", |bencher| {
            bencher.iter(|| visits::batch(black_box(&records)))
        });
        group.bench_function("take into a mirror", |bencher| {
            bencher.iter_batched(
                Mirror::default,
                |mut mirror| records.iter().for_each(|record| mirror.apply(record)),
                BatchSize::LargeInput,
            );
        });
        group.finish();
    }
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
