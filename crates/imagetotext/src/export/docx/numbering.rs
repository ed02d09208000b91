//! Lists: 17.9 of ECMA-376, part 1.

use std::fmt::Write as _;

use crate::document::{BlockKind, Marker};

/// The place of an item: a list of the file and how deep the item is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListPlace {
    pub(super) number: usize,
    pub(super) depth: u8,
}

/// The lists of a file. The first one has bullets; each of the others counts on from a number.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    counted: Vec<CountedList>,
    /// For each depth, which of the counted lists goes on there, and its next number.
    current: Vec<Option<(usize, u32)>>,
}

#[derive(Debug)]
struct CountedList {
    depth: u8,
    start: u32,
    delimiter: Delimiter,
}

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Delimiter {
    Dot,
    Parenthesis,
}

/// Number of the list with bullets. Counted lists have the numbers behind it.
const BULLETS: usize = 1;

impl Numbering {
    /// The place of the next item, whose marker is `read`; none where it is a number that lists cannot
    /// count to.
    pub(super) fn place(
        &mut self,
        marker: Marker,
        depth: u8,
        read: Option<&str>,
    ) -> Option<ListPlace> {
        let level = usize::from(depth);
        // A list in an item ends with the item.
        self.current.truncate(level + 1);
        if marker == Marker::Bullet {
            return Some(ListPlace { number: BULLETS, depth });
        }
        let (value, delimiter) = number(read?)?;
        self.current.resize(level + 1, None);
        let list = self.current[level]
            .filter(|(list, next)| *next == value && self.counted[*list].delimiter == delimiter);
        let list = list.map_or(self.counted.len(), |(list, _)| list);
        if list == self.counted.len() {
            self.counted.push(CountedList { depth, start: value, delimiter });
        }
        self.current[level] = Some((list, value.saturating_add(1)));
        Some(ListPlace { number: BULLETS + 1 + list, depth })
    }

    /// The part of the package that describes the lists.
    pub(super) fn xml(&self) -> String {
        let mut xml = String::from(HEAD);
        for (id, text) in ["\u{2022}", "%.", "%)"].into_iter().enumerate() {
            push_kind(&mut xml, id, text);
        }
        let _ = write!(xml, "<w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"0\"/></w:num>");
        for (number, list) in (BULLETS + 1..).zip(&self.counted) {
            let kind = match list.delimiter {
                Delimiter::Dot => 1,
                Delimiter::Parenthesis => 2,
            };
            let _ = write!(
                xml,
                "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{kind}\"/>\
                 <w:lvlOverride w:ilvl=\"{}\"><w:startOverride w:val=\"{}\"/></w:lvlOverride></w:num>",
                list.depth, list.start
            );
        }
        xml + "</w:numbering>"
    }
}

fn number(marker: &str) -> Option<(u32, Delimiter)> {
    let (digits, delimiter) = if let Some(digits) = marker.strip_suffix('.') {
        (digits, Delimiter::Dot)
    } else {
        (marker.strip_suffix(')')?, Delimiter::Parenthesis)
    };
    let is_counted = digits.bytes().all(|it| it.is_ascii_digit()) && !digits.starts_with('0');
    // The format has signed numbers of 32 bits.
    let value = digits.parse::<u32>().ok().filter(|value| i32::try_from(*value).is_ok())?;
    is_counted.then_some((value, delimiter))
}

/// A kind of list, with `%` in its text for the number.
fn push_kind(xml: &mut String, id: usize, text: &str) {
    let _ = write!(
        xml,
        "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
    );
    let format = if id == 0 { "bullet" } else { "decimal" };
    for depth in 0..=u32::from(BlockKind::MAX_DEPTH) {
        let text = text.replace('%', &format!("%{}", depth + 1));
        // 18 points for each depth, in twentieths of a point.
        let left = 360 * (depth + 1);
        let _ = write!(
            xml,
            "<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
             <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"360\"/></w:pPr></w:lvl>"
        );
    }
    xml.push_str("</w:abstractNum>");
}

const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
);
