//! Texts in the objects of a PDF.

/// The text of a text string: ISO 32000-1, 7.9.2.2. Other bytes are taken for UTF-8, which many programs write.
pub(super) fn decoded(bytes: &[u8]) -> String {
    if let Some(utf16) = bytes.strip_prefix(b"\xfe\xff") {
        let units = utf16.as_chunks().0.iter().map(|&unit| u16::from_be_bytes(unit));
        return char::decode_utf16(units)
            .map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    String::from_utf8_lossy(bytes).into_owned()
}
