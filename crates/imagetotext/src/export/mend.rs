//! Joins what a line end divided.

/// Divides a word invisibly wherever a line may end; never part of the text.
const SOFT_HYPHEN: char = '\u{ad}';

/// Words that follow a hyphen which stands for the rest of a compound: “Vor- und Nachteile”.
const CONJUNCTIONS: [&str; 12] =
    ["und", "oder", "bzw.", "bis", "sowie", "and", "or", "to", "et", "ou", "en", "of"];

/// Adds the text of the next line to a paragraph; a soft hyphen at its end stays until the line
/// after it is known.
pub(super) fn append(paragraph: &mut String, next: &str) {
    if paragraph.ends_with(SOFT_HYPHEN) {
        paragraph.truncate(paragraph.trim_end_matches(SOFT_HYPHEN).len());
    } else if !paragraph.is_empty() {
        match seam(paragraph, next) {
            Seam::Blank => paragraph.push(' '),
            Seam::Hyphen => {}
            Seam::Word => {
                paragraph.pop();
            }
        }
    }
    push_visible(paragraph, next);
    if next.ends_with(SOFT_HYPHEN) {
        paragraph.push(SOFT_HYPHEN);
    }
}

/// The text without soft hyphens, added to another one.
pub(super) fn push_visible(text: &mut String, more: &str) {
    text.extend(more.chars().filter(|&character| character != SOFT_HYPHEN));
}

/// What stands between two lines once they are one.
enum Seam {
    /// Two words.
    Blank,
    /// A compound: the hyphen belongs to it.
    Hyphen,
    /// One word: the hyphen goes.
    Word,
}

fn seam(before: &str, next: &str) -> Seam {
    let Some(stem) = before.strip_suffix(['-', '\u{2010}']) else { return Seam::Blank };
    let letter = stem.chars().next_back().is_some_and(char::is_alphanumeric);
    let word = next.split(' ').next().unwrap_or_default();
    let Some(first) = word.chars().next().filter(|_| letter) else { return Seam::Blank };
    if CONJUNCTIONS.contains(&word) {
        return Seam::Blank;
    }
    let inner_hyphen = stem.rsplit(' ').next().unwrap_or_default().contains('-');
    match first {
        // “state-of-the-” + “art”: who writes two hyphens writes three.
        _ if first.is_lowercase() && inner_hyphen => Seam::Hyphen,
        _ if first.is_lowercase() && stem.ends_with(char::is_alphabetic) => Seam::Word,
        _ if first.is_alphanumeric() => Seam::Hyphen,
        _ => Seam::Blank,
    }
}

#[cfg(test)]
mod tests {
    use super::append;

    fn joined(parts: &[&str]) -> String {
        let mut text = String::new();
        for part in parts {
            append(&mut text, part);
        }
        text
    }

    #[test]
    fn a_divided_word_becomes_one() {
        assert_eq!(joined(&["the recog-", "nition of text"]), "the recognition of text");
        assert_eq!(joined(&["Erken\u{2010}", "nung"]), "Erkennung");
    }

    #[test]
    fn a_compound_keeps_its_hyphen() {
        assert_eq!(joined(&["COVID-", "19"]), "COVID-19");
        assert_eq!(joined(&["Anti-", "American"]), "Anti-American");
        assert_eq!(joined(&["state-of-the-", "art"]), "state-of-the-art");
    }

    #[test]
    fn a_hyphen_that_stands_for_a_word_stays_apart() {
        assert_eq!(joined(&["Vor-", "und Nachteile"]), "Vor- und Nachteile");
    }

    #[test]
    fn a_dash_is_no_hyphen() {
        assert_eq!(joined(&["a pause -", "and on"]), "a pause - and on");
        assert_eq!(joined(&["-", "x"]), "- x");
    }

    #[test]
    fn soft_hyphens_go_everywhere() {
        assert_eq!(joined(&["Don\u{ad}au\u{ad}", "dampf\u{ad}schiff"]), "Donaudampfschiff");
    }
}
