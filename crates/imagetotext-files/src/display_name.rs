//! Names of files, fit to be shown.

/// `name` with U+FFFD in place of what could deceive: control characters, which a terminal obeys, line
/// and paragraph separators, and marks that change the direction of writing to show another name.
///
/// ```
/// assert_eq!(imagetotext_files::printable("a\u{202e}gnp.exe\n"), "a\u{fffd}gnp.exe\u{fffd}");
/// ```
pub fn printable(name: &str) -> String {
    name.replace(is_unprintable, "\u{fffd}")
}

fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_command_the_terminal_or_deceive() {
        let name = printable("a\u{1b}[31m\nb\u{202e}gnp.png");
        assert_eq!(name, "a\u{fffd}[31m\u{fffd}b\u{fffd}gnp.png");
        assert_eq!(printable("Zażółć 漢字.png"), "Zażółć 漢字.png");
    }
}
