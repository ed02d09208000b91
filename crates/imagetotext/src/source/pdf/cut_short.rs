//! Files that end before their pages do: a download or a copy that broke off.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::Dict;

/// Readers look for the mark of the end in so many bytes (ISO 32000-1, annex H.3.4.4).
const END: usize = 1024;

/// Whether the end of a file is missing, and as far as it says pages with it.
pub(super) fn is_cut_short(bytes: &[u8], file: &Pdf) -> bool {
    const MARK: &[u8] = b"%%EOF";
    let end = &bytes[bytes.len().saturating_sub(END)..];
    let is_whole = end.windows(MARK.len()).any(|window| window == MARK);
    !is_whole && declared_pages(file) != Some(file.pages().len())
}

/// How many pages the file says to have.
fn declared_pages(file: &Pdf) -> Option<usize> {
    let catalogue = file.xref().get::<Dict<'_>>(file.xref().root_id())?;
    let count = catalogue.get::<Dict<'_>>(b"Pages")?.get::<i32>(b"Count")?;
    usize::try_from(count).ok()
}
