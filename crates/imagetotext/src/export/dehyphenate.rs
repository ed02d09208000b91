//! What a line end divided: whether the end of one line and the start of the next are one word.

use crate::engine::is_without_blanks;

/// Divides a word invisibly wherever a line may end; never part of the text.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// Words that follow a hyphen which stands for the rest of a compound: “Vor- und Nachteile”.
const CONJUNCTIONS: [&str; 12] =
    ["und", "oder", "bzw.", "bis", "sowie", "and", "or", "to", "et", "ou", "en", "of"];

/// First parts of compounds that keep their hyphen in front of small letters. Of 100 000 English words without
/// a hyphen two begin like them and go on otherwise than in [`NO_SECOND_PARTS`]. No word is divided after its
/// first letter today; old prints divide “v-niuersall”.
const FIRST_PARTS: [&str; 13] = [
    "e", "x", "t", "well", "self", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety",
];

/// How words go on that only begin like such compounds: “wellness”, “selfish”.
const NO_SECOND_PARTS: [&str; 7] = ["ness", "ish", "less", "hood", "same", "spring", "ie"];

/// Compounds with a hyphen whose first part begins many other words.
const COMPOUNDS: [(&str, &str); 14] = [
    ("so", "called"),
    ("long", "term"),
    ("short", "term"),
    ("long", "standing"),
    ("full", "time"),
    ("part", "time"),
    ("high", "level"),
    ("low", "level"),
    ("high", "quality"),
    ("real", "time"),
    ("real", "world"),
    ("open", "source"),
    ("third", "party"),
    ("up", "to"),
];

/// What is between two lines once they are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    /// Two words.
    Blank,
    /// Nothing: a compound, to which the hyphen belongs, or a script that is written without blanks.
    Joined,
    /// One word: the hyphen goes.
    Word,
}

/// What two words are once the line end between them is gone.
pub(crate) fn without_line_end(before: &str, word: &str) -> String {
    let visible = |text: &str| text.replace(SOFT_HYPHEN, "");
    if before.ends_with(SOFT_HYPHEN) {
        return visible(before) + &visible(word);
    }
    let text = visible(before);
    match seam(&text, word) {
        Seam::Blank => text + " " + &visible(word),
        Seam::Joined => text + &visible(word),
        Seam::Word => {
            let stem = text.char_indices().next_back().map_or("", |(end, _)| &text[..end]);
            stem.to_owned() + &visible(word)
        }
    }
}

/// What is between the text before a line end and the first word of the next line.
pub(super) fn seam(before: &str, word: &str) -> Seam {
    let ends = [before.chars().next_back(), word.chars().next()];
    if ends.iter().all(|end| end.is_some_and(is_without_blanks)) {
        return Seam::Joined;
    }
    let Some(stem) = before.strip_suffix(['-', '\u{2010}']) else { return Seam::Blank };
    let letter = stem.chars().next_back().is_some_and(char::is_alphanumeric);
    let Some(first) = word.chars().next().filter(|_| letter) else { return Seam::Blank };
    if CONJUNCTIONS.contains(&word) {
        return Seam::Blank;
    }
    let inner_hyphen = stem.rsplit(' ').next().unwrap_or_default().contains('-');
    match first {
        // “state-of-the-” + “art”: who writes two hyphens writes three.
        _ if first.is_lowercase() && inner_hyphen => Seam::Joined,
        _ if first.is_lowercase() && is_compound(last_word(stem), word) => Seam::Joined,
        _ if first.is_lowercase() && stem.ends_with(char::is_alphabetic) => Seam::Word,
        _ if first.is_alphanumeric() => Seam::Joined,
        _ => Seam::Blank,
    }
}

/// Whether a line end divides a word or a compound, however short the line is: what ends with a hyphen goes
/// on. A dash at the end of a verse may be read as a hyphen, but the next verse begins with a capital letter.
pub(super) fn is_divided(before: &str, word: &str) -> bool {
    let Some(stem) = before.strip_suffix(['-', '\u{2010}']) else { return false };
    let (Some(last), Some(first)) = (stem.chars().next_back(), word.chars().next()) else {
        return false;
    };
    let is_name = last_word(stem).starts_with(char::is_uppercase);
    last.is_alphanumeric()
        && (first.is_lowercase() || first.is_numeric() || first.is_uppercase() && is_name)
}

fn last_word(text: &str) -> &str {
    text.rsplit([' ', '\t']).next().unwrap_or_default()
}

/// Whether a compound is written with a hyphen; what follows its second part does not matter.
fn is_compound(first: &str, second: &str) -> bool {
    let first = first.trim_start_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    let second: String = second.chars().take_while(|it| it.is_alphabetic()).collect();
    FIRST_PARTS.contains(&first.as_str())
        && !NO_SECOND_PARTS.iter().any(|part| second.starts_with(part))
        || COMPOUNDS.contains(&(first.as_str(), second.as_str()))
}

#[cfg(test)]
mod tests {
    use super::seam;
    use crate::document::{Block, BlockKind, Document, LineStart, Page};
    use crate::export::{LineMode, text};
    use crate::layout::fixtures::typed;

    /// The text of lines that run on.
    fn joined(parts: &[&str]) -> String {
        let mut lines: Vec<_> = parts.iter().map(|part| typed(part, 0.0, 0.0)).collect();
        for line in lines.iter_mut().skip(1) {
            line.start = LineStart::Wrapped;
        }
        let page = Page::new(9, 9, vec![Block::new(BlockKind::Paragraph, lines)]);
        text(&Document::new(vec![page]), LineMode::Paragraphs).trim_end().to_owned()
    }

    #[test]
    fn a_divided_word_becomes_one() {
        assert_eq!(joined(&["the recog-", "nition of text"]), "the recognition of text");
        assert_eq!(joined(&["Erken\u{2010}", "nung"]), "Erkennung");
    }

    #[test]
    fn lines_of_a_script_without_blanks_are_joined_without_one() {
        assert_eq!(joined(&["今天下", "雨了。", "我们"]), "今天下雨了。我们");
        assert_eq!(joined(&["오늘은", "비가"]), "오늘은 비가");
        assert_eq!(joined(&["使用", "Linux"]), "使用 Linux");
    }

    #[test]
    fn a_compound_keeps_its_hyphen() {
        assert_eq!(joined(&["COVID-", "19"]), "COVID-19");
        assert_eq!(joined(&["Anti-", "American"]), "Anti-American");
        assert_eq!(joined(&["state-of-the-", "art"]), "state-of-the-art");
    }

    #[test]
    fn known_compounds_keep_their_hyphen_before_small_letters() {
        assert_eq!(joined(&["a Well-", "known"]), "a Well-known");
        assert_eq!(joined(&["an e-", "mail"]), "an e-mail");
        assert_eq!(joined(&["“long-", "term,”"]), "“long-term,”");
        assert_eq!(joined(&["twenty-", "one"]), "twenty-one");
        // They begin like compounds.
        assert_eq!(joined(&["v-", "niuersall"]), "vniuersall");
        assert_eq!(joined(&["well-", "ness"]), "wellness");
        assert_eq!(joined(&["self-", "ishly"]), "selfishly");
        assert_eq!(joined(&["long-", "ing"]), "longing");
    }

    /// The text of lines of which none was full.
    fn ragged(parts: &[&str]) -> String {
        let lines = parts.iter().map(|part| typed(part, 0.0, 0.0)).collect();
        let page = Page::new(9, 9, vec![Block::new(BlockKind::Paragraph, lines)]);
        text(&Document::new(vec![page]), LineMode::Paragraphs).trim_end().to_owned()
    }

    #[test]
    fn a_hyphen_goes_on_after_a_short_line_too() {
        assert_eq!(ragged(&["an effective in-", "fluence"]), "an effective influence");
        assert_eq!(ragged(&["Jean-", "Paul. It was pre-", "1900"]), "Jean-Paul. It was pre-1900");
        assert_eq!(ragged(&["the 2019-", "2021 report"]), "the 2019-2021 report");
        assert_eq!(ragged(&["Vor-", "und Nachteile"]), "Vor- und Nachteile");
    }

    #[test]
    fn other_short_lines_end() {
        for parts in
            [["no hyphen", "here"], ["and then-", "The end"], ["a pause -", "and on"], ["-", "x"]]
        {
            assert_eq!(ragged(&parts), parts.join("\n"));
        }
        let lines = ["in-", "fluence"].map(|part| typed(part, 0.0, 0.0)).to_vec();
        let page = Page::new(9, 9, vec![Block::new(BlockKind::Paragraph, lines)]);
        assert_eq!(text(&Document::new(vec![page]), LineMode::Keep), "in-\nfluence\n");
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

    #[test]
    fn nothing_follows_nothing() {
        assert_eq!(seam("", "x"), super::Seam::Blank);
        assert_eq!(seam("a-", ""), super::Seam::Blank);
    }
}
