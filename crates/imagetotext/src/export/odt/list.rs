//! Lists in lists: 5.3 of OpenDocument 1.3, part 3.

use std::fmt::Write as _;

use super::push_paragraph;
use crate::document::{BlockKind, Marker};

/// The lists that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Kind>,
}

/// What the items of a list have before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bullet,
    /// A number and a dot.
    Dot,
    /// A number and a parenthesis.
    Parenthesis,
    /// What was read, as a part of the text.
    None,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Bullet, Self::Dot, Self::Parenthesis, Self::None];

    /// Of an item, and its number if there is one.
    fn of(marker: Marker, read: Option<&str>) -> (Self, Option<u32>) {
        if marker == Marker::Bullet {
            return (Self::Bullet, None);
        }
        let read = read.unwrap_or_default();
        let number = |digits: &str| {
            let is_counted = digits.bytes().all(|it| it.is_ascii_digit());
            digits.parse().ok().filter(|_| is_counted && !digits.starts_with('0'))
        };
        let counted = |delimiter, kind| Some((kind, Some(number(read.strip_suffix(delimiter)?)?)));
        counted('.', Self::Dot)
            .or_else(|| counted(')', Self::Parenthesis))
            .unwrap_or((Self::None, None))
    }

    const fn style(self) -> &'static str {
        match self {
            Self::Bullet => "Bullets",
            Self::Dot => "Dots",
            Self::Parenthesis => "Parentheses",
            Self::None => "Plain",
        }
    }
}

impl Lists {
    /// Adds an item, whose marker is `read`.
    pub(super) fn push(
        &mut self,
        body: &mut String,
        marker: Marker,
        depth: u8,
        read: Option<&str>,
        lines: &[String],
    ) {
        let (kind, number) = Kind::of(marker, read);
        let depth = usize::from(depth).min(self.open.len());
        while self.open.len() > depth + 1 {
            self.close(body);
        }
        if self.open.get(depth).is_some_and(|open| *open != kind) {
            self.close(body);
        }
        if self.open.len() > depth {
            body.push_str("</text:list-item>\n");
        } else {
            let _ = writeln!(body, "<text:list text:style-name=\"{}\">", kind.style());
            self.open.push(kind);
        }
        body.push_str("<text:list-item");
        if let Some(number) = number {
            let _ = write!(body, " text:start-value=\"{number}\"");
        }
        body.push('>');
        let mut lines = lines.to_vec();
        if let (Kind::None, Some(read)) = (kind, read) {
            let first = lines.first_mut().map(std::mem::take).unwrap_or_default();
            lines.splice(..lines.len().min(1), [format!("{read} {first}")]);
        }
        push_paragraph(body, "List", &lines);
    }

    /// Ends all lists.
    pub(super) fn end(&mut self, body: &mut String) {
        while !self.open.is_empty() {
            self.close(body);
        }
    }

    /// Ends the innermost list and the item that it ends with.
    fn close(&mut self, body: &mut String) {
        if self.open.pop().is_some() {
            body.push_str("</text:list-item>\n</text:list>\n");
        }
    }
}

/// The styles of all lists.
pub(super) fn styles() -> String {
    let mut styles = String::new();
    for kind in Kind::ALL {
        let _ = write!(styles, "<text:list-style style:name=\"{}\">", kind.style());
        for depth in 1..=u32::from(BlockKind::MAX_DEPTH) + 1 {
            let (element, attributes) = match kind {
                Kind::Bullet => ("bullet", "text:bullet-char=\"\u{2022}\""),
                Kind::Dot => ("number", "style:num-format=\"1\" style:num-suffix=\".\""),
                Kind::Parenthesis => ("number", "style:num-format=\"1\" style:num-suffix=\")\""),
                Kind::None => ("number", "style:num-format=\"\""),
            };
            let _ = write!(
                styles,
                "<text:list-level-style-{element} text:level=\"{depth}\" {attributes}>\
                 <style:list-level-properties \
                 text:list-level-position-and-space-mode=\"label-alignment\">\
                 <style:list-level-label-alignment text:label-followed-by=\"listtab\" \
                 fo:text-indent=\"-18pt\" fo:margin-left=\"{}pt\"/></style:list-level-properties>\
                 </text:list-level-style-{element}>",
                18 * depth
            );
        }
        styles.push_str("</text:list-style>\n");
    }
    styles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(items: &[(Marker, u8, &str)]) -> String {
        let mut body = String::new();
        let mut lists = Lists::default();
        for (marker, depth, read) in items {
            lists.push(&mut body, *marker, *depth, Some(read), &["x".to_owned()]);
        }
        lists.end(&mut body);
        body.replace('\n', "").replace("text:", "")
    }

    #[test]
    fn lists_are_in_the_items_that_they_belong_to() {
        let (bullet, number) = (Marker::Bullet, Marker::Number);
        assert_eq!(
            body(&[(number, 0, "3."), (bullet, 1, "•"), (number, 0, "7)"), (number, 0, "1.2")]),
            "<list style-name=\"Dots\"><list-item start-value=\"3\"><p style-name=\"List\">x</p>\
             <list style-name=\"Bullets\"><list-item><p style-name=\"List\">x</p></list-item></list>\
             </list-item></list><list style-name=\"Parentheses\"><list-item start-value=\"7\">\
             <p style-name=\"List\">x</p></list-item></list><list style-name=\"Plain\"><list-item>\
             <p style-name=\"List\">1.2 x</p></list-item></list>"
        );
    }

    #[test]
    fn every_element_is_closed_whatever_the_depths_are() {
        for depths in [[4, 0, 8, 2], [0, 1, 2, 3], [3, 2, 1, 0], [0, 5, 0, 5]] {
            let body = body(&depths.map(|depth| (Marker::Bullet, depth, "-")));
            assert_eq!(body.matches("<list ").count(), body.matches("</list>").count(), "{body}");
            assert_eq!(body.matches("<list-item>").count(), 4);
            assert_eq!(body.matches("</list-item>").count(), 4);
        }
    }
}
