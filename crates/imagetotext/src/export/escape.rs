//! Keeps recognised text from being read as markup.

/// Adds text to XHTML, inside an element or a quoted attribute.
pub(super) fn xml(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // XML 1.0 has no way to write these.
            '\u{fffe}' | '\u{ffff}' => html.push('\u{fffd}'),
            _ if character.is_control() => html.push(' '),
            _ => html.push(character),
        }
    }
}

/// The name of a file without what ends a line or controls a terminal.
pub(super) fn printable(name: &str) -> String {
    name.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()
}

/// The name of a file in a heading of Markdown: whatever could be markup somewhere is escaped.
pub(super) fn heading(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len() + 8);
    for character in printable(name).chars() {
        if r"\`*_{}[]<>#|~!&".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Adds the name of a file to a property of hOCR, whose values are in quotation marks: those of
/// the name itself would end it.
pub(super) fn property(html: &mut String, name: &str) {
    xml(html, &name.replace(['"', '\''], "_"));
}

/// Text inside a line of Markdown: `CommonMark` 0.31 with the tables and strikethrough of GFM.
pub(super) fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let after = rest.peek().copied();
        let word = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        let is_markup = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            // Inside a word an underscore is a letter; so are several of them.
            '_' => !(word(before) || before == Some('_')) || !(word(after) || after == Some('_')),
            '&' => word(after) || after == Some('#'),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(if character.is_control() { ' ' } else { character });
        before = Some(character);
    }
    escaped
}

/// Text at the start of a line of Markdown.
pub(super) fn line(text: &str) -> String {
    let mut escaped = inline(text.trim());
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let ends = |at: usize| escaped[at..].chars().next().is_none_or(|it| it == ' ');
    let place = match escaped.as_bytes().get(digits).copied() {
        Some(b'.' | b')') if digits > 0 && ends(digits + 1) => Some(digits),
        Some(b'>' | b'=') if digits == 0 => Some(0),
        Some(b'-') if digits == 0 && (ends(1) || escaped[1..].starts_with('-')) => Some(0),
        Some(b'+') if digits == 0 && ends(1) => Some(0),
        Some(b'#') if ends(escaped.len() - escaped.trim_start_matches('#').len()) => Some(0),
        _ => None,
    };
    if let Some(place) = place {
        escaped.insert(place, '\\');
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{inline, line};

    #[test]
    fn markup_inside_a_line_is_escaped() {
        assert_eq!(
            inline("*a* `b` [c](d) <e> f|g ~~h~~"),
            r"\*a\* \`b\` \[c\](d) \<e> f\|g \~\~h\~\~"
        );
        assert_eq!(inline(r"C:\dir"), r"C:\\dir");
        assert_eq!(inline("&amp; R&D a & b"), r"\&amp; R\&D a & b");
    }

    #[test]
    fn an_underscore_is_escaped_only_at_the_edge_of_a_word() {
        assert_eq!(inline("snake_case a__b"), "snake_case a__b");
        assert_eq!(inline("_em_ x _ y"), r"\_em\_ x \_ y");
    }

    #[test]
    fn markup_at_the_begin_of_a_line_is_escaped() {
        assert_eq!(line("# a"), r"\# a");
        assert_eq!(line("#1 a"), "#1 a");
        assert_eq!(line("- a"), r"\- a");
        assert_eq!(line("-5 a"), "-5 a");
        assert_eq!(line("---"), r"\---");
        assert_eq!(line("+ a"), r"\+ a");
        assert_eq!(line("+49 30"), "+49 30");
        assert_eq!(line("1. a"), r"1\. a");
        assert_eq!(line("1.5 a"), "1.5 a");
        assert_eq!(line("2024)"), r"2024\)");
        assert_eq!(line("> a"), r"\> a");
        assert_eq!(line("==="), r"\===");
    }
}
