//! What the targets share: bytes of a stranger go in, and either pictures of the right size or an
//! error must come out.

use std::sync::Once;

use imagetotext::Error;
use imagetotext::source::{self, Format, MAX_PIXELS};
use libfuzzer_sys::Corpus;

/// Decodes all pages and checks what must hold of them.
///
/// # Panics
/// When it does not hold: that is a finding.
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

/// The same for files of one format; others are not kept as examples.
pub fn decode_only(format: Format, bytes: &[u8]) -> Corpus {
    if Format::of(bytes) != Some(format) {
        return Corpus::Reject;
    }
    decode(bytes);
    Corpus::Keep
}

/// A decoder that panics is contained by the library, and the file is said to be damaged: that is
/// no finding. A panic of ours still is, since libFuzzer's outermost frame aborts on it.
fn quiet_panics() {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
}
