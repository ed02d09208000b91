//! Fonts whose glyphs are instructions (Type 3).

use std::fmt::Write as _;

use crate::builder::PdfBuilder;
use crate::read_one;

const A5: [u32; 2] = [420, 595];

/// Characters of one word that are each in a font of their own, as in Japanese texts of TeX.
#[test]
fn characters_of_drawn_fonts_are_as_wide_as_they_say() {
    // The size of the font is 10, or it is 1 and the matrix says the rest.
    for (matrix, width, size) in [("0.001 0 0 0.001 0 0", 1000, 10), ("0.24 0 0 0.24 0 0", 40, 1)] {
        let mut pdf = PdfBuilder::new();
        let mut fonts = String::new();
        let mut content = String::from("BT 40 500 Td ");
        for (index, unicode) in ["65E5", "672C", "8A9E"].iter().enumerate() {
            let glyph =
                pdf.add_stream("", format!("{width} 0 d0 0 0 {width} {width} re f").as_bytes());
            let cmap = format!(
                "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> \
                 endcodespacerange 1 beginbfchar <41> <{unicode}> endbfchar endcmap end"
            );
            let cmap = pdf.add_stream("", cmap.as_bytes());
            let font = pdf.add(format!(
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 {width} {width}] /FontMatrix [{matrix}] \
                 /FirstChar 65 /LastChar 65 /Widths [{width}] /CharProcs << /a {glyph} 0 R >> \
                 /Encoding << /Type /Encoding /Differences [65 /a] >> /ToUnicode {cmap} 0 R \
                 /Resources << >> >>"
            ));
            let _ = write!(fonts, "/T{index} {font} 0 R ");
            let _ = write!(content, "/T{index} {size} Tf (A) Tj ");
        }
        content += "ET";
        let resources = format!("/Resources << /Font << {fonts} >> >>");
        pdf.page(A5, &content, &resources);
        assert_eq!(read_one(pdf.finish()), "日本語\n", "{matrix}");
    }
}
