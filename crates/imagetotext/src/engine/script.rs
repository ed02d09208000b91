//! The scripts that the classifier tells apart, and those that a line shows.

use zeroize::Zeroizing;

use crate::document::UnreadScript;
use crate::{Line, Quad, Word};

/// What a line is, for the choice of its recogniser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Letters that the recogniser of Latin knows; also digits and signs.
    Latin,
    /// Letters that only the recogniser of alphabets knows: Cyrillic, Greek, Vietnamese.
    Alphabets,
    /// Chinese, Japanese, Korean.
    Cjk,
    /// What no recogniser knows.
    Unread(UnreadScript),
    /// No text, or text that is not upright.
    Nothing,
}

impl Script {
    /// In the order of the outputs of the classifier (`models/training`, `script_classes.py`).
    pub(super) const ALL: [Self; 9] = [
        Self::Latin,
        Self::Alphabets,
        Self::Cjk,
        Self::Unread(UnreadScript::Arabic),
        Self::Unread(UnreadScript::Hebrew),
        Self::Unread(UnreadScript::Devanagari),
        Self::Unread(UnreadScript::Thai),
        Self::Unread(UnreadScript::Other),
        Self::Nothing,
    ];

    /// Its place in [`Self::ALL`].
    pub(super) fn index(self) -> Option<usize> {
        Self::ALL.iter().position(|&it| it == self)
    }

    /// Its own among the probabilities of all scripts.
    pub(super) fn probability(self, scripts: &[f32; Self::ALL.len()]) -> f32 {
        self.index().map_or(0.0, |index| scripts[index])
    }

    /// Makes its probability at least so high.
    pub(super) fn raise(self, probabilities: &mut [f32; Self::ALL.len()], least: f32) {
        if let Some(index) = self.index() {
            probabilities[index] = probabilities[index].max(least);
        }
    }

    /// The script of a line that was read; `None` without letters.
    pub(super) fn of(line: &Line, latin: impl Fn(char) -> bool) -> Option<Self> {
        if let Some(script) = unread_script(line) {
            return Some(Self::Unread(script));
        }
        let letters = || line.words.iter().flat_map(|word| word.text.chars());
        let mut letters = letters().filter(|it| it.is_alphabetic()).peekable();
        letters.peek()?;
        let foreign: Vec<char> = letters.filter(|&letter| !latin(letter)).collect();
        Some(match foreign.iter().any(|&letter| is_cjk_letter(letter)) {
            true => Self::Cjk,
            false if foreign.is_empty() => Self::Latin,
            false => Self::Alphabets,
        })
    }
}

/// Latin letters that look like Cyrillic or Greek ones.
const LOOK_ALIKES: &str = "ABCEHIJKMNOPSTXYZaceijkopsvxy";

/// Whether the letters of a text may as well be in another alphabet, by their looks: `Kacca`. Codes such as `C3` are no words.
pub(super) fn is_ambiguous(text: impl Iterator<Item = char>) -> bool {
    let text: Zeroizing<String> = Zeroizing::new(text.collect());
    let has_letters = |word: &&str| word.contains(char::is_alphabetic);
    let mut words = text.split(' ').filter(has_letters).peekable();
    words.peek().is_some()
        && words.all(|word| {
            let mut letters = word.chars().filter(|it| it.is_alphabetic());
            letters.all(|it| LOOK_ALIKES.contains(it)) && !word.contains(char::is_numeric)
        })
}

/// Whether a character is a letter of Chinese, Japanese or Korean.
pub(super) fn is_cjk_letter(character: char) -> bool {
    matches!(
        character,
        '\u{1100}'..='\u{11ff}' // Hangul Jamo
            | '\u{3041}'..='\u{30fa}' // kana
            | '\u{30fc}'..='\u{318f}' // kana, bopomofo, Hangul
            | '\u{3400}'..='\u{9fff}' // Han
            | '\u{ac00}'..='\u{d7af}' // Hangul
            | '\u{f900}'..='\u{faff}' // Han
            | '\u{ff66}'..='\u{ffdc}' // half-width kana and Hangul
    )
}

/// Whether a character is as wide as a Han character, also where it shows less, as `。` does.
pub(crate) fn is_full_width(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff60}')
        || is_cjk_letter(character) && !matches!(character, '\u{ff66}'..='\u{ffdc}')
}

/// Whether a character is of a script that has no blanks between words: Han and kana, and not Hangul.
pub(crate) fn is_without_blanks(character: char) -> bool {
    is_full_width(character)
        && !matches!(character, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7af}')
}

/// A letter of each script that no recogniser knows: a line that cannot be read is one word of it, until the
/// whole page is known.
const MARKS: [(UnreadScript, char); 6] = [
    (UnreadScript::Arabic, '\u{627}'),
    (UnreadScript::Hebrew, '\u{5d0}'),
    (UnreadScript::Devanagari, '\u{905}'),
    (UnreadScript::Thai, '\u{e01}'),
    (UnreadScript::Cjk, '\u{3400}'),
    (UnreadScript::Other, '\u{2d30}'),
];

/// A line of about `length` letters that is known to be in `script` with this `confidence`, 0 to 1.
pub(super) fn unread_line(
    quad: Quad,
    script: UnreadScript,
    length: usize,
    confidence: f32,
) -> Line {
    let mark = MARKS.iter().find(|(of, _)| *of == script).map_or('\u{2d30}', |(_, mark)| *mark);
    let text: String = std::iter::repeat_n(mark, length.max(1)).collect();
    Line::new(quad, vec![Word::new(text, quad, vec![confidence; length.max(1)])])
}

/// The script of a line that cannot be read, `None` of all others.
pub(super) fn unread_script(line: &Line) -> Option<UnreadScript> {
    let first = line.words.first()?.text.chars().next()?;
    MARKS.iter().find(|(_, mark)| *mark == first).map(|(script, _)| *script)
}

/// Length, in line heights, of the lines by which a page is known to be in a script: less may be an icon.
const LEAST_UNREAD: f32 = 3.0;

/// Takes the lines that cannot be read out of `lines`: their places, and their script where they are most of the
/// page.
pub(super) fn take_unread(lines: &mut Vec<Line>) -> (Vec<Quad>, Option<UnreadScript>) {
    let length = |line: &Line| {
        let [length, _] = line.quad.seen(line.quad.start(), line.quad.end());
        length / line.quad.height().max(1.0)
    };
    let total: f32 = lines.iter().map(length).sum();
    let (unread, read): (Vec<Line>, Vec<Line>) =
        std::mem::take(lines).into_iter().partition(|line| unread_script(line).is_some());
    *lines = read;
    let sum = |script: UnreadScript| {
        let of_script = unread.iter().filter(|line| unread_script(line) == Some(script));
        of_script.map(length).sum::<f32>()
    };
    let most = UnreadScript::ALL.iter().max_by(|&&a, &&b| sum(a).total_cmp(&sum(b)));
    let unread_length: f32 = unread.iter().map(length).sum();
    let is_most = unread_length > (total / 2.0).max(LEAST_UNREAD);
    (crate::engine::quads(&unread), most.copied().filter(|_| is_most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, width: f32) -> Line {
        let quad = Quad::upright(0.0, 0.0, width, 10.0);
        let word = |text: &str| Word::new(text, quad, vec![0.9; text.chars().count()]);
        Line::new(quad, text.split(' ').map(word).collect())
    }

    fn unread(script: UnreadScript, width: f32) -> Line {
        unread_line(Quad::upright(0.0, 0.0, width, 10.0), script, 5, 0.97)
    }

    #[test]
    fn a_line_is_of_the_recogniser_that_knows_all_its_letters() {
        let of = |text| Script::of(&line(text, 90.0), |letter| letter < '\u{250}');
        assert_eq!(of("plain text"), Some(Script::Latin));
        assert_eq!(of("the word слово"), Some(Script::Alphabets));
        assert_eq!(of("Linux 系统"), Some(Script::Cjk));
        assert_eq!(of("12 + 7"), None);
        for &script in UnreadScript::ALL {
            let of = Script::of(&unread(script, 90.0), |_| true);
            assert_eq!(of, Some(Script::Unread(script)));
        }
    }

    #[test]
    fn letters_that_look_alike_tell_no_alphabet() {
        assert!(is_ambiguous("Kacca 2".chars()) && is_ambiguous("BEC".chars()));
        for text in ["Total", "2", "", "C3", "Kacca A4"] {
            assert!(!is_ambiguous(text.chars()), "{text}");
        }
    }

    #[test]
    fn a_page_is_unread_where_most_of_it_is() {
        let thai = || unread(UnreadScript::Thai, 100.0);
        let mut lines = vec![thai(), unread(UnreadScript::Arabic, 80.0), line("Linux", 90.0)];
        assert_eq!(take_unread(&mut lines).1, Some(UnreadScript::Thai));
        assert_eq!(lines.len(), 1);
        let mut lines = vec![thai(), line("most of the page", 200.0)];
        let (places, script) = take_unread(&mut lines);
        assert_eq!((places.len(), lines.len(), script), (1, 1, None));
        assert_eq!(take_unread(&mut Vec::new()).1, None);
    }

    #[test]
    fn full_width_characters_are_known() {
        assert!("漢字かなカナ한글。「，（".chars().all(is_full_width));
        assert!(!"Latin, слово ｶﾅ“”…".chars().any(is_full_width));
    }
}
