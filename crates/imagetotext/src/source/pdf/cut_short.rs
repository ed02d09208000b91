//! Files that end before their pages do: a download or a copy that broke off.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::Dict;

/// Readers look for the mark of the end in so many bytes (ISO 32000-1, annex H.3.4.4).
const END: usize = 1024;

/// Whether the mark of the end is missing, and what came before it perhaps too.
pub(super) fn lacks_end(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"%%EOF";
    let end = &bytes[bytes.len().saturating_sub(END)..];
    !end.windows(MARK.len()).any(|window| window == MARK)
}

/// Whether the file says to have other pages than were found in it.
pub(super) fn lacks_pages(file: &Pdf) -> bool {
    declared_pages(file) != Some(file.pages().len())
}

/// How many pages the file says to have.
fn declared_pages(file: &Pdf) -> Option<usize> {
    let catalogue = file.xref().get::<Dict<'_>>(file.xref().root_id())?;
    let count = catalogue.get::<Dict<'_>>(b"Pages")?.get::<i32>(b"Count")?;
    usize::try_from(count).ok()
}
