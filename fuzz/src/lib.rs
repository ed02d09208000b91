//! Shared by the targets: decoding untrusted bytes must give pictures of the right size or an error.

use std::sync::Once;

use imagetotext::Error;
use imagetotext::source::{self, Format, MAX_PIXELS};
use libfuzzer_sys::Corpus;

/// Decodes all pages and checks their size.
///
/// # Panics
/// When a size or an error is wrong: that is a finding.
pub fn decode(bytes: &[u8]) {
    quiet_panics();
    let Ok(pages) = source::decode(bytes) else { return };
    for page in pages {
        match page {
            Ok(page) => {
                let pixels = u64::from(page.width()) * u64::from(page.height());
                assert!(pixels > 0 && pixels <= MAX_PIXELS);
                assert_eq!(page.rgb().len() as u64, pixels * 3);
            }
            Err(error) => assert!(!matches!(error, Error::Internal(_) | Error::Model { .. })),
        }
    }
}

/// The same for files of one format. Other files do not become part of the corpus.
pub fn decode_only(format: Format, bytes: &[u8]) -> Corpus {
    if Format::of(bytes) != Some(format) {
        return Corpus::Reject;
    }
    decode(bytes);
    Corpus::Keep
}

/// The library catches a panic of a decoder and reports the file as damaged, which is no finding. A
/// panic of our own code still is one, because libFuzzer aborts on it.
fn quiet_panics() {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
}
