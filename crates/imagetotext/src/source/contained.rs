//! Decoders that panic.

use super::Format;
use crate::{Error, panics};

/// Runs a decoder. They are not ours and parse hostile files: should one panic, then the file is damaged
/// in a way that its authors did not think of.
pub(super) fn decode_contained<T>(
    format: Format,
    decode: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    panics::contain(decode).unwrap_or(Err(Error::Damaged(format)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoder_that_panics_means_a_damaged_file() {
        let result = decode_contained::<()>(Format::Png, || panic!("a decoder gives up"));
        assert!(matches!(result, Err(Error::Damaged(Format::Png))));
    }
}
