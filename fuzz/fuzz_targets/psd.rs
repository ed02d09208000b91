#![no_main]

use imagetotext::source::Format;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { imagetotext_fuzz::decode_only(Format::Psd, bytes) });
