//! Black-box tests of the command line: its output, its messages and its exit status.
//!
//! One small picture is enough here. How well pictures are read is tested by
//! `crates/imagetotext/tests/golden.rs`.

#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]

mod batch;
#[path = "../pdf/builder.rs"]
mod builder;
mod codes;
mod decompression_bombs;
mod engines;
mod harness;
mod invalid_input;
mod invalid_models;
mod output;
mod output_errors;
mod output_formats;
mod pdf;
mod sandbox;
mod searchable_pdf;
mod usage;
