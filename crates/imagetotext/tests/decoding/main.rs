//! Decoding: every supported file format, from bytes to pixels, and damaged, hostile and unsupported
//! files. `tests/images/formats/make.py` generates the fixtures.

#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the names of the fixtures are lower case"
)]

mod fixtures;
mod formats;
mod invalid_files;
mod resolution;
mod size_limits;
