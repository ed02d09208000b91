//! The fonts that stand for those which a file leaves to its reader, or has lost.

use std::sync::{Arc, LazyLock};

use hayro::hayro_interpret::font::{FontData, FontQuery, OutlineGlyph, StandardFont};
use hayro::hayro_syntax::object::{Dict, Name, Stream};
use hayro::hayro_syntax::page::Page;

const FONTS: [StandardFont; 14] = [
    StandardFont::Helvetica,
    StandardFont::HelveticaBold,
    StandardFont::HelveticaOblique,
    StandardFont::HelveticaBoldOblique,
    StandardFont::Courier,
    StandardFont::CourierBold,
    StandardFont::CourierOblique,
    StandardFont::CourierBoldOblique,
    StandardFont::TimesRoman,
    StandardFont::TimesBold,
    StandardFont::TimesItalic,
    StandardFont::TimesBoldItalic,
    StandardFont::ZapfDingBats,
    StandardFont::Symbol,
];

/// Where the bytes of each are.
static PLACES: LazyLock<[usize; FONTS.len()]> =
    LazyLock::new(|| FONTS.map(|font| place(&font.get_font_data().0)));

/// The font to draw with.
pub(super) fn resolve(query: &FontQuery) -> (FontData, u32) {
    match query {
        FontQuery::Standard(font) => font.get_font_data(),
        FontQuery::Fallback(font) => font.pick_standard_font().get_font_data(),
    }
}

/// Whether a glyph of a composite font is drawn with one of them. Those of simple fonts have names, by which the
/// right ones are found.
pub(super) fn is_from_one(glyph: &OutlineGlyph) -> bool {
    glyph.font_data().is_some_and(|font| PLACES.contains(&place(&font.data)))
}

/// Whether a font of the page is lost, and what is written in it can be told from the rest: then glyphs without a font of
/// their own are drawn in its place.
pub(super) fn has_lost_font(page: &Page<'_>) -> bool {
    let fonts = &page.resources().fonts;
    let mut is_lost = false;
    for name in fonts.keys() {
        match fonts.get::<Dict<'_>>(&*name) {
            None => is_lost = true,
            Some(font) if !has_program(&font) => return false,
            Some(_) => {}
        }
    }
    is_lost
}

/// Whether the glyphs of a font have data that the interpreter gives.
fn has_program(font: &Dict<'_>) -> bool {
    let subtype = font.get::<Name<'_>>(&b"Subtype"[..]);
    match subtype.as_deref() {
        Some(b"Type0" | b"Type3") => true,
        Some(b"TrueType") => font
            .get::<Dict<'_>>(&b"FontDescriptor"[..])
            .is_some_and(|it| it.get::<Stream<'_>>(&b"FontFile2"[..]).is_some()),
        _ => false,
    }
}

fn place(data: &FontData) -> usize {
    let bytes: &[u8] = Arc::as_ref(data).as_ref();
    bytes.as_ptr().addr()
}
