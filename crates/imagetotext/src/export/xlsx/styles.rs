//! How cells look: 18.8 of ECMA-376, part 1.

use std::fmt::Write as _;

use super::{MAIN, XML};

/// The formats of numbers that cells have.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<String>,
}

/// The style of headings of columns.
pub(super) const HEADING: usize = 1;
/// The style of the first format of numbers, before which are those of plain cells and of headings.
const FIRST_FORMAT: usize = 2;
/// The first number that is free for own formats.
const FIRST_OWN_FORMAT: usize = 164;

impl Styles {
    /// The number of the style of cells with a format.
    pub(super) fn of_format(&mut self, format: &str) -> usize {
        let known = self.formats.iter().position(|it| it == format);
        FIRST_FORMAT
            + known.unwrap_or_else(|| {
                self.formats.push(format.to_owned());
                self.formats.len() - 1
            })
    }

    pub(super) fn xml(&self) -> String {
        let (mut formats, mut cells) = (String::new(), String::new());
        for (number, format) in (FIRST_OWN_FORMAT..).zip(&self.formats) {
            let _ = write!(formats, "<numFmt numFmtId=\"{number}\" formatCode=\"{format}\"/>");
            let _ = write!(
                cells,
                "<xf numFmtId=\"{number}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
                 applyNumberFormat=\"1\"/>"
            );
        }
        if !formats.is_empty() {
            formats = format!("<numFmts count=\"{}\">{formats}</numFmts>", self.formats.len());
        }
        let font = |bold| format!("<font>{bold}<sz val=\"11\"/><name val=\"Calibri\"/></font>");
        let xf = |font, rest| {
            format!("<xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\"{rest}/>")
        };
        let fonts = font("") + &font("<b/>");
        let plain = xf(0, " xfId=\"0\"") + &xf(1, " xfId=\"0\" applyFont=\"1\"");
        let count = FIRST_FORMAT + self.formats.len();
        format!(
            "{XML}<styleSheet xmlns=\"{MAIN}\">{formats}<fonts count=\"2\">{fonts}</fonts>\
             <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
             <fill><patternFill patternType=\"gray125\"/></fill></fills>\
             <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
             <cellStyleXfs count=\"1\">{}</cellStyleXfs>\
             <cellXfs count=\"{count}\">{plain}{cells}</cellXfs>\
             <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
             </styleSheet>",
            xf(0, "")
        )
    }
}
