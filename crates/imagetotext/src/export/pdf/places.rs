//! Where words stand in the text layer. Those that a person added have no place in the picture: they share the place
//! of the word before them, and a line of them the strip of the line before it.

use crate::document::{Line, Page, Quad, Word};
use crate::right_to_left::has_right_to_left;

/// The widest blank between words that share a place, as a part of their height.
const WIDEST_BLANK: f32 = 0.25;

/// The narrowest letter and blank, as a part of the height: poppler takes what is narrower than 0.1 for a letter that
/// was printed twice, or for no blank.
const NARROWEST: f32 = 0.15;

/// The lines of a page, and where each of their words stands.
pub(super) fn placed_lines(page: &Page) -> Vec<(&Line, Vec<Quad>)> {
    let mut groups: Vec<Vec<&Line>> = Vec::new();
    for line in page.lines().filter(|line| !line.words.is_empty()) {
        match groups.last_mut() {
            // Lines without a place go with the one before them, at the top of a page with the one after them.
            Some(group) if !has_place(line) || !group.iter().any(|line| has_place(line)) => {
                group.push(line);
            }
            _ => groups.push(vec![line]),
        }
    }
    groups.into_iter().flat_map(|group| in_rows(page, group)).collect()
}

/// Lines of which one has a place at most: they share its strip, one below the other.
fn in_rows<'a>(page: &Page, lines: Vec<&'a Line>) -> Vec<(&'a Line, Vec<Quad>)> {
    if let [line] = lines.as_slice()
        && has_place(line)
    {
        return vec![(*line, in_line(line))];
    }
    let whole = Quad::upright(0.0, 0.0, page.width as f32, page.height as f32);
    let strip = lines.iter().copied().find(|line| has_place(line)).map_or_else(
        || Strip::around([1.0, 0.0], [&whole]),
        |line| Strip::around(line.quad.direction(), placed_quads(&line.words)),
    );
    let rows = strip.rows(lines.len());
    let words = lines.iter().zip(rows).map(|(line, row)| row.shared(&line.words).0);
    let words: Vec<_> = words.collect();
    lines.into_iter().zip(words).collect()
}

/// The words of a line, of which one has a place at least. Words without a gap between them, of which a person made
/// several, get one.
fn in_line(line: &Line) -> Vec<Quad> {
    let direction = line.quad.direction();
    let mut runs: Vec<usize> = Vec::new();
    let mut before: Option<&Word> = None;
    for word in &line.words {
        let has_gap =
            |before: &Word| line.quad.seen(before.quad.end(), word.quad.start())[0] != 0.0;
        let is_apart = is_placed(word) && before.is_some_and(has_gap);
        match runs.last_mut() {
            Some(length) if !is_apart => *length += 1,
            _ => runs.push(1),
        }
        before = is_placed(word).then_some(word).or(before);
    }
    let mut quads = Vec::with_capacity(line.words.len());
    let mut rest = line.words.as_slice();
    for length in runs {
        let (run, others) = rest.split_at(length);
        rest = others;
        if let [word] = run {
            quads.push(word.quad);
            continue;
        }
        let (shared, is_as_high) = Strip::around(direction, placed_quads(run)).shared(run);
        if !is_as_high {
            // Letters of another size would be another line: all words move together.
            return Strip::around(direction, placed_quads(&line.words)).shared(&line.words).0;
        }
        quads.extend(shared);
    }
    quads
}

fn has_place(line: &Line) -> bool {
    line.words.iter().any(is_placed)
}

/// Whether a word covers a part of the picture.
fn is_placed(word: &Word) -> bool {
    let strip = Strip::around(word.quad.direction(), [&word.quad]);
    strip.length() > 0.0 && strip.height() > 0.0
}

fn placed_quads(words: &[Word]) -> impl Iterator<Item = &Quad> {
    words.iter().filter(|word| is_placed(word)).map(|word| &word.quad)
}

/// A part of a page, along the way that the text runs.
#[derive(Clone, Copy)]
struct Strip {
    direction: [f32; 2],
    from: f32,
    to: f32,
    top: f32,
    bottom: f32,
}

impl Strip {
    fn around<'a>(direction: [f32; 2], quads: impl IntoIterator<Item = &'a Quad>) -> Self {
        let [x, y] = direction;
        let mut strip = Self {
            direction,
            from: f32::INFINITY,
            to: f32::NEG_INFINITY,
            top: f32::INFINITY,
            bottom: f32::NEG_INFINITY,
        };
        for quad in quads {
            let (from, to) = quad.extent(direction);
            let (top, bottom) = quad.extent([-y, x]);
            strip.from = strip.from.min(from);
            strip.to = strip.to.max(to);
            strip.top = strip.top.min(top);
            strip.bottom = strip.bottom.max(bottom);
        }
        strip
    }

    fn length(&self) -> f32 {
        self.to - self.from
    }

    fn height(&self) -> f32 {
        self.bottom - self.top
    }

    fn quad(&self) -> Quad {
        let [x, y] = self.direction;
        let corner = |along: f32, across: f32| [along * x - across * y, along * y + across * x];
        let Self { from, to, top, bottom, .. } = *self;
        Quad([corner(from, top), corner(to, top), corner(to, bottom), corner(from, bottom)])
    }

    /// So many strips of the same height, the upper ones first.
    fn rows(self, count: usize) -> impl Iterator<Item = Self> {
        let height = self.height() / count.max(1) as f32;
        (0..count).map(move |row| {
            let top = self.top + height * row as f32;
            Self { top, bottom: top + height, ..self }
        })
    }

    /// The words side by side, and whether they are as high as the strip: many of them are smaller.
    fn shared(&self, words: &[Word]) -> (Vec<Quad>, bool) {
        let letters = |word: &Word| word.text.chars().count().max(1) as f32;
        let (count, blanks) = (words.iter().map(letters).sum::<f32>(), words.len() as f32 - 1.0);
        let mut blank = self.length() / (count + blanks);
        let mut letter = blank;
        if blank > WIDEST_BLANK * self.height() {
            blank = WIDEST_BLANK * self.height();
            letter = (self.length() - blank * blanks) / count;
        }
        let height = self.height().min(letter / NARROWEST);
        let is_backwards = words.iter().any(|word| has_right_to_left(&word.text));
        let mut at = 0.0;
        let quads = words.iter().map(|word| {
            let (begin, end) = (at, at + letter * letters(word));
            at = end + blank;
            let (from, to) = if is_backwards {
                (self.to - end, self.to - begin)
            } else {
                (self.from + begin, self.from + end)
            };
            Self { from, to, top: self.bottom - height, ..*self }.quad()
        });
        (quads.collect(), height >= self.height())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correction::correct;
    use crate::document::Document;
    use crate::export::{LineMode, text};
    use crate::layout::fixtures::{document, typed};

    /// The words of a corrected page with their left, top, right and bottom edges.
    fn placed(before: &Document, after: &str) -> Vec<(String, [f32; 4])> {
        let corrected = correct(before, LineMode::Keep, after).document;
        let lines = placed_lines(&corrected.pages[0]);
        let words = lines.iter().flat_map(|(line, quads)| line.words.iter().zip(quads));
        words
            .map(|(word, quad)| {
                let bounds = quad.bounds();
                (word.text.clone(), [bounds.left, bounds.top, bounds.right, bounds.bottom])
            })
            .collect()
    }

    fn letter() -> Document {
        document(&[vec![typed("the first line", 50.0, 100.0), typed("and the last", 50.0, 126.0)]])
    }

    #[test]
    fn words_that_the_picture_has_stay_where_they_are() {
        let letter = letter();
        let read = text(&letter, LineMode::Keep);
        let words = letter.pages[0].lines().flat_map(|line| &line.words);
        for (word, (_, [left, _, right, _])) in words.zip(placed(&letter, &read)) {
            let bounds = word.quad.bounds();
            assert!((left - bounds.left).abs() < 0.1 && (right - bounds.right).abs() < 0.1);
        }
    }

    #[test]
    fn words_that_were_added_follow_each_other() {
        for (from, to) in [
            ("first line", "first or only line"),
            ("the first", "See the first"),
            ("first line", "first line, as it seems"),
            ("first", "very first and best"),
            ("first", "first of a great many words that have no place at all in this"),
        ] {
            let letter = letter();
            let after = text(&letter, LineMode::Keep).replacen(from, to, 1);
            let words = placed(&letter, &after);
            let texts: Vec<&str> = words.iter().map(|(text, _)| text.as_str()).collect();
            assert_eq!(texts, after.split_whitespace().collect::<Vec<_>>());
            let first: Vec<_> = words.iter().filter(|(_, [_, top, ..])| *top < 124.0).collect();
            assert!(first.len() > 3);
            for pair in first.windows(2) {
                let [(_, [left, _, right, _]), (_, [next, ..])] = pair else { continue };
                assert!(left < right && right < next, "{to}: {pair:?}");
            }
        }
    }

    #[test]
    fn lines_that_were_added_are_below_the_one_before() {
        let letter = letter();
        let after = "the first line\na new one\nor one more\nand the last\n";
        let tops: Vec<f32> = placed(&letter, after).iter().map(|(_, [_, top, ..])| *top).collect();
        assert!(tops.is_sorted(), "{tops:?}");
        let mut rows = tops;
        rows.dedup_by(|a, b| (*a - *b).abs() < 0.5);
        assert_eq!(rows.len(), 4, "{rows:?}");
    }

    #[test]
    fn a_text_without_any_place_is_on_the_page() {
        let empty = Document::new(vec![Page::new(400, 300, Vec::new())]);
        let words = placed(&empty, "All of it\nwas typed\n");
        assert_eq!(words.len(), 5);
        for (text, [left, top, right, bottom]) in words {
            assert!(left >= 0.0 && top >= 0.0 && right <= 400.1 && bottom <= 300.1, "{text}");
            assert!(left < right && top < bottom, "{text}");
        }
    }
}
