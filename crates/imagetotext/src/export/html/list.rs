//! Lists in lists, from items that say how deep they are.

use std::fmt::Write as _;

use crate::document::Marker;

/// The lists that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Marker>,
}

impl Lists {
    /// Adds an item, whose text is markup already. `number` is its marker as it was read.
    pub(super) fn push(
        &mut self,
        html: &mut String,
        marker: Marker,
        depth: u8,
        number: Option<&str>,
        text: &str,
    ) {
        // A list is only in an item of the list around it.
        let depth = usize::from(depth).min(self.open.len());
        while self.open.len() > depth + 1 {
            self.close(html);
        }
        match self.open.get(depth) {
            Some(kind) if *kind == marker => html.push_str("</li>\n"),
            Some(_) => {
                self.close(html);
                self.begin(html, marker);
            }
            None => self.begin(html, marker),
        }
        let digits = number.unwrap_or_default().trim_end_matches(['.', ')']);
        match digits.parse::<u32>() {
            Ok(value) if marker == Marker::Number => {
                let _ = write!(html, "<li value=\"{value}\">{text}");
            }
            _ => {
                let _ = write!(html, "<li>{text}");
            }
        }
    }

    /// Ends all lists.
    pub(super) fn end(&mut self, html: &mut String) {
        while !self.open.is_empty() {
            self.close(html);
        }
    }

    fn begin(&mut self, html: &mut String, marker: Marker) {
        if !self.open.is_empty() {
            html.push('\n');
        }
        let _ = writeln!(html, "<{}>", name(marker));
        self.open.push(marker);
    }

    /// Ends the innermost list and the item that it ends with.
    fn close(&mut self, html: &mut String) {
        if let Some(marker) = self.open.pop() {
            let _ = writeln!(html, "</li>\n</{}>", name(marker));
        }
    }
}

fn name(marker: Marker) -> &'static str {
    match marker {
        Marker::Bullet => "ul",
        Marker::Number => "ol",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(items: &[(Marker, u8, &str)]) -> String {
        let mut html = String::new();
        let mut lists = Lists::default();
        for (marker, depth, number) in items {
            lists.push(&mut html, *marker, *depth, Some(number), "x");
        }
        lists.end(&mut html);
        html.replace('\n', "")
    }

    #[test]
    fn lists_are_in_the_items_that_they_belong_to() {
        let (bullet, number) = (Marker::Bullet, Marker::Number);
        assert_eq!(
            html(&[(number, 0, "3."), (bullet, 1, "•"), (bullet, 1, "•"), (number, 0, "4)")]),
            "<ol><li value=\"3\">x<ul><li>x</li><li>x</li></ul></li><li value=\"4\">x</li></ol>"
        );
        assert_eq!(
            html(&[(bullet, 0, "-"), (number, 0, "1.")]),
            "<ul><li>x</li></ul><ol><li value=\"1\">x</li></ol>"
        );
    }

    #[test]
    fn every_element_is_closed_whatever_the_depths_are() {
        for depths in [[4, 0, 8, 2], [0, 1, 2, 3], [3, 2, 1, 0], [0, 5, 0, 5]] {
            let items = depths.map(|depth| (Marker::Bullet, depth, "-"));
            let html = html(&items);
            assert_eq!(html.matches("<ul>").count(), html.matches("</ul>").count(), "{html}");
            assert_eq!(html.matches("<li>").count(), html.matches("</li>").count(), "{html}");
            assert_eq!(html.matches("<li>").count(), 4);
        }
    }
}
