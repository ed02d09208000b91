//! Every kind of file that is read, from the bytes to the pixels, and what becomes of broken,
//! hostile and foreign ones. `../images/formats/make.py` draws the fixtures.

#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]
#![expect(clippy::case_sensitive_file_extension_comparisons, reason = "the fixtures are ours")]

mod broken;
mod fixtures;
mod huge;
mod kinds;
