//! Capitals of words whose letters look the same in both cases, as most of Cyrillic do: `МЫ` or `мы`. Alone in a cell such a
//! word shows the recogniser nothing to compare its height with; here it is compared with the other words of the page.

use super::ink_rows::InkRows;
use super::upright_view::UprightView;
use crate::{Line, Word};

/// Tuned numbers of this stage; on drawn tables of short Cyrillic words (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Length of a line in its heights from which its own words show the recogniser what is high.
    long: f32,
    /// Height of ink, in that of capitals, below which it is of small letters, whose own is 0.66 to 0.76; and from which the
    /// text is larger than the others.
    small: f32,
    larger: f32,
    smaller: f32,
    /// Words with a height that is known, at least.
    known: usize,
    /// Letters of a word whose case the recogniser sees.
    known_letters: usize,
    /// Height of small letters in that of capitals.
    small_of_capitals: f32,
}

const TUNING: Tuning = Tuning {
    long: 6.0,
    small: 0.86,
    larger: 1.12,
    smaller: 0.6,
    known: 2,
    known_letters: 4,
    small_of_capitals: 0.74,
};

/// Small letters that look like their capitals, and neither reach above the others nor below the line.
const ALIKE: &str = "вгжзиклмнопстхчшъыьэюя";

/// Other small letters that are as low.
const LOW: &str = "ае";

/// Capitals of Latin that look like Cyrillic ones whose small letters look the same.
const LATIN: &str = "BCHKMOTX";
const CYRILLIC: &str = "ВСНКМОТХ";

/// Letters that reach below the line, in some fonts, or have marks above.
const UNEVEN: &str = "дцщруфйёђјќўґїіДЦЩЙЁЌЎҐЇQ";

/// Signs that are as tall as capitals, or taller: `ммоль/л`.
const TALL: &str = "/\\|()[]{}!?&%№\"'«»";

/// Settles the case of such words in short `lines` of a Cyrillic page.
pub(super) fn settle_case(lines: &mut [Line], view: &UprightView<'_>) {
    let words = lines.iter().flat_map(|line| &line.words);
    let height_of_capitals = |it: &Word| Some(ink_height(it, view)? / share_of_capitals(&it.text)?);
    let mut heights: Vec<f32> = words.filter_map(height_of_capitals).collect();
    if heights.len() < TUNING.known {
        return;
    }
    heights.sort_by(f32::total_cmp);
    let capitals = heights[heights.len() / 2];
    let is_short = |line: &&mut Line| {
        let [length, _] = line.quad.seen(line.quad.start(), line.quad.end());
        length < TUNING.long * line.quad.height()
    };
    let words = lines.iter_mut().filter(is_short).flat_map(|line| &mut line.words);
    for word in words {
        let cyrillic = cyrillic(&word.text);
        if !is_in_doubt(cyrillic.as_deref().unwrap_or(&word.text)) {
            continue;
        }
        let Some(height) = ink_height(word, view) else { continue };
        let share = height / capitals;
        // Small letters of Latin have other shapes.
        if let Some(cyrillic) = cyrillic {
            if (TUNING.smaller..TUNING.small).contains(&share) {
                word.replace_text(cyrillic.to_lowercase());
            }
        } else if (TUNING.smaller..TUNING.small).contains(&share) {
            word.replace_text(word.text.to_lowercase());
        } else if (TUNING.small..TUNING.larger).contains(&share) {
            word.replace_text(with_capital(&word.text));
        }
    }
}

/// Height of the ink of a word in that of capitals, where it is known: of numbers, and of words so long that the recogniser
/// saw whether they have a capital.
fn share_of_capitals(word: &str) -> Option<f32> {
    let letters = || word.chars().filter(|it| it.is_alphabetic());
    let is_long = letters().count() >= TUNING.known_letters;
    let is_number = !word.is_empty() && word.chars().all(|it| it.is_ascii_digit());
    let has_capital = letters().next().is_some_and(char::is_uppercase)
        && letters().skip(1).all(char::is_lowercase);
    if word.contains(|it| UNEVEN.contains(it)) {
        None
    } else if is_number || is_long && has_capital {
        Some(1.0)
    } else if is_long && letters().all(|it| ALIKE.contains(it) || LOW.contains(it)) {
        Some(TUNING.small_of_capitals)
    } else {
        None
    }
}

/// Whether the case of a word is only to be seen by its height: all of its letters look alike in both cases, or they are
/// in both although its small letters are as high as its capitals.
fn is_in_doubt(word: &str) -> bool {
    let letters = || word.chars().filter(|it| it.is_alphabetic());
    letters().next().is_some()
        && letters().all(|it| ALIKE.contains(lower(it)) || LOW.contains(it))
        && !word.contains(|it: char| it.is_numeric() || TALL.contains(it))
}

/// A word in capitals of Latin that look like Cyrillic ones.
fn cyrillic(word: &str) -> Option<String> {
    let letter = |it: char| match LATIN.chars().position(|latin| latin == it) {
        Some(place) => CYRILLIC.chars().nth(place),
        None => (!it.is_alphabetic()).then_some(it),
    };
    word.contains(char::is_alphabetic).then(|| word.chars().map(letter).collect())?
}

/// A word whose ink is as high as capitals: the first letter is one, and all are where they were read so.
fn with_capital(word: &str) -> String {
    let letters = || word.chars().filter(|it| it.is_alphabetic());
    let capitals = letters().filter(|it| it.is_uppercase()).count();
    if capitals == letters().count() {
        return word.to_owned();
    }
    let mut characters = word.chars();
    let first = characters.next().map(|it| it.to_uppercase().collect::<String>());
    first.unwrap_or_default() + &characters.as_str().to_lowercase()
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// Height of the ink of a word in pixels.
fn ink_height(word: &Word, view: &UprightView<'_>) -> Option<f32> {
    let bounds = view.to_upright(word.quad).bounds();
    let height = bounds.bottom - bounds.top;
    let rows = bounds.top - height / 2.0..bounds.bottom + height / 2.0;
    let ink = InkRows::of(view.picture(), bounds.left..bounds.right, rows)?;
    let ink = ink.around(&(bounds.top..bounds.bottom))?;
    Some(ink.end - ink.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::grey_image::GreyImage;
    use crate::rotation::PageRotation;

    /// What becomes of words, each alone in its line, whose ink has these heights.
    fn settled(words: &[(&str, usize)]) -> Vec<String> {
        let (width, height) = (80, 40 * words.len());
        let mut pixels = vec![240; width * height];
        let mut lines = Vec::new();
        for (index, (text, ink)) in words.iter().enumerate() {
            let top = 40 * index;
            for y in top + 28 - ink..top + 28 {
                pixels[width * y + 12..width * y + 38].fill(10);
            }
            let quad = Quad::upright(10.0, top as f32 + 10.0, 40.0, top as f32 + 34.0);
            let word = Word::new(*text, quad, vec![0.9; text.chars().count()]);
            lines.push(Line::new(quad, vec![word]));
        }
        let picture = GreyImage { pixels: &pixels, width, height };
        let view = UprightView::new(picture, PageRotation::identity(width, height));
        settle_case(&mut lines, &view);
        lines.iter().map(Line::text).collect()
    }

    #[test]
    fn low_words_are_small_and_high_ones_have_capitals() {
        let page = [("Слово", 16), ("17", 16), ("Класс", 16), ("5", 16)];
        let found = settled(
            &[
                &page[..],
                &[("МЫ", 12), ("НО", 16), ("МеСт", 12), ("то", 16), ("OH", 12), ("OH", 16)],
                &[("мм/ч", 17)],
            ]
            .concat(),
        );
        assert_eq!(found[4..], ["мы", "НО", "мест", "То", "он", "OH", "мм/ч"]);
    }

    #[test]
    fn words_of_another_size_and_pages_of_few_words_stay() {
        let page = [("7", 16), ("17", 16), ("Класс", 16)];
        let found = settled(&[&page[..], &[("МЫ", 24), ("МЫ", 8)]].concat());
        assert_eq!(found[3..], ["МЫ", "МЫ"]);
        assert_eq!(settled(&[("7", 16), ("МЫ", 12)])[1], "МЫ");
    }
}
