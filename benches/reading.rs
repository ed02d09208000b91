//! How long the parts of reading take: `cargo bench`.

#![allow(missing_docs, reason = "the macros of criterion make a public function")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use imagetotext::{Engine, Models, Picture, source};

const HELLO: &[u8] = include_bytes!("../tests/images/hello.png");

fn decoded() -> Picture {
    let mut pages = source::decode(HELLO).expect("the picture is sound");
    pages.next().expect("it has a page").expect("the page is sound")
}

fn decode(criterion: &mut Criterion) {
    criterion.bench_function("decode", |bencher| {
        bencher.iter(|| source::decode(black_box(HELLO)).map(Iterator::count));
    });
}

fn load(criterion: &mut Criterion) {
    criterion.bench_function("load the models", |bencher| {
        bencher.iter(|| Engine::new(Models::shipped()));
    });
}

fn read(criterion: &mut Criterion) {
    let engine = Engine::new(Models::shipped()).expect("our own models are sound");
    let picture = decoded();
    criterion.bench_function("read", |bencher| {
        bencher.iter(|| engine.read(black_box(&picture)));
    });
}

criterion_group! {
    name = reading;
    config = Criterion::default().sample_size(20);
    targets = decode, load, read
}
criterion_main!(reading);
