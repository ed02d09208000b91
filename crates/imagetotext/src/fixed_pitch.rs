//! Text whose characters are all equally wide: program code, terminals, typewriters.
//!
//! There blanks can be counted: before a line, and between words. In other text a blank has no width of its own.

use crate::document::{Line, Word, middle};

/// Tuned numbers, on code, terminals and prose in proportional fonts of generated pictures (the tests name the
/// kinds).
struct Tuning {
    /// Fewest measurements that say something.
    min_measured: usize,
    /// How far a measurement may be from a whole number of characters, in characters: letters do not fill their
    /// place.
    max_off: f32,
    /// Share of the measurements that must be as near.
    min_near: f32,
    /// Width of what letters leave free of their places at both ends of a word, in characters.
    bearing: f32,
}

const TUNING: Tuning = Tuning { min_measured: 10, max_off: 0.3, min_near: 0.8, bearing: 0.25 };

/// How wide a character is, in pixels, and which way the text runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct FixedPitch {
    pub(crate) advance: f32,
    pub(crate) direction: [f32; 2],
}

impl FixedPitch {
    /// The pitch of lines that have one; nothing if their characters are not equally wide, or too few.
    pub(crate) fn of<'a>(lines: impl Iterator<Item = &'a Line> + Clone) -> Option<Self> {
        let direction = lines.clone().next()?.quad.direction();
        let words = |line: &'a Line| line.words.iter().map(move |word| Place::of(word, direction));
        let neighbours = lines.clone().flat_map(|line| line.words.windows(2));
        let distances: Vec<Measured> = neighbours
            .map(|pair| [Place::of(&pair[0], direction), Place::of(&pair[1], direction)])
            .map(|[left, right]| Measured {
                pixels: right.centre - left.centre,
                characters: f32::midpoint(left.characters, right.characters) + 1.0,
            })
            .collect();
        let widths = lines.flat_map(words).filter(|place| place.characters > 2.0).map(|place| {
            Measured { pixels: place.width, characters: place.characters - TUNING.bearing }
        });
        let widths: Vec<Measured> = widths.collect();
        if distances.len() + widths.len() < TUNING.min_measured {
            return None;
        }
        let first = median(distances.iter().chain(&widths).copied().map(Measured::advance))?;
        // Some words have more than one blank between them.
        let distances = distances.iter().map(|it| {
            let blanks = (it.pixels / first - it.characters).round().max(0.0);
            Measured { characters: it.characters + blanks, ..*it }
        });
        let all: Vec<Measured> = distances.chain(widths).collect();
        let (pixels, characters) = all.iter().fold((0.0, 0.0), |(pixels, characters), it| {
            (pixels + it.pixels, characters + it.characters)
        });
        let advance = pixels / characters;
        let near =
            all.iter().filter(|it| (it.pixels / advance - it.characters).abs() <= TUNING.max_off);
        let is_fixed = near.count() as f32 >= TUNING.min_near * all.len() as f32;
        (is_fixed && advance.is_finite() && advance > 0.0).then_some(Self { advance, direction })
    }

    /// How many characters fit between two places in the direction of the text.
    pub(crate) fn characters(&self, from: f32, to: f32) -> f32 {
        (to - from) / self.advance
    }

    /// How many blanks are between two words of a row, at least one.
    pub(crate) fn blanks(&self, left: &Word, right: &Word) -> usize {
        let [left, right] = [left, right].map(|word| Place::of(word, self.direction));
        let between = self.characters(left.centre, right.centre);
        let letters = f32::midpoint(left.characters, right.characters);
        // The cast makes 0 of what is no number.
        ((between - letters).round() as usize).clamp(1, Line::MAX_INDENT as usize)
    }
}

/// A distance in pixels, and how many characters it should be.
#[derive(Debug, Clone, Copy)]
struct Measured {
    pixels: f32,
    characters: f32,
}

impl Measured {
    fn advance(self) -> f32 {
        self.pixels / self.characters
    }
}

/// Where a word is in the direction of the text.
#[derive(Debug, Clone, Copy)]
struct Place {
    centre: f32,
    width: f32,
    characters: f32,
}

impl Place {
    fn of(word: &Word, [x, y]: [f32; 2]) -> Self {
        let centre = middle(word.quad.start(), word.quad.end());
        let (begin, end) = word.quad.extent([x, y]);
        Self {
            centre: x * centre[0] + y * centre[1],
            width: end - begin,
            characters: word.text.chars().count() as f32,
        }
    }
}

fn median(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut values: Vec<f32> = values.filter(|value| value.is_finite() && *value > 0.0).collect();
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f32::total_cmp).1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Quad;
    use crate::layout::fixtures::typed;
    use crate::rotation::PageRotation;

    /// A line in a proportional font: widths of letters as those of Helvetica, in thousandths of its size.
    fn proportional(text: &str, size: f32) -> Line {
        let width = |character: char| match character {
            'i' | 'j' | 'l' | '\'' => 222.0,
            ' ' | 'f' | 't' | 'r' | '.' | ',' => 285.0,
            'm' | 'w' | 'M' | 'W' => 800.0,
            'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 500.0,
            _ => 556.0,
        };
        let mut at = 0.0;
        let mut words = Vec::new();
        for part in text.split(' ') {
            let end = at + part.chars().map(width).sum::<f32>() * size / 1000.0;
            let quad = Quad::upright(at, 0.0, end, size);
            words.push(Word::new(part, quad, vec![0.9; part.chars().count()]));
            at = end + width(' ') * size / 1000.0;
        }
        Line::new(Quad::upright(0.0, 0.0, at, size), words)
    }

    #[test]
    fn equally_wide_characters_have_a_pitch() {
        let lines = ["for i in range(10):", "    if a[i]  !=  0:", "return f.read() or None"]
            .map(|text| typed(text, 0.0, 0.0));
        let pitch = FixedPitch::of(lines.iter()).unwrap();
        assert!((pitch.advance - 10.0).abs() < 0.3, "{pitch:?}");
        assert_eq!(pitch.blanks(&lines[0].words[0], &lines[0].words[1]), 1);
    }

    #[test]
    fn proportional_text_has_none() {
        for size in [14.0, 20.0, 40.0] {
            let lines = [
                "The quick brown fox jumps over the lazy dog, and it will",
                "fill twelve millilitres of milk into little silver mugs",
                "because nobody knows how many women wait in the library",
            ]
            .map(|text| proportional(text, size));
            assert_eq!(FixedPitch::of(lines.iter()), None);
        }
    }

    #[test]
    fn a_few_words_say_nothing() {
        assert_eq!(FixedPitch::of([typed("two words", 0.0, 0.0)].iter()), None);
        assert_eq!(FixedPitch::of([].iter()), None);
        let mut line = typed("a line of many words whose places are no numbers at all", 0.0, 0.0);
        for word in &mut line.words {
            word.quad = Quad([[f32::NAN; 2]; 4]);
        }
        assert_eq!(FixedPitch::of([line].iter()), None);
    }

    #[test]
    fn pages_on_their_side_have_the_same_pitch() {
        let mut line = typed("for i in range(10): print(a[i], end = 1)", 0.0, 0.0);
        let rotation = PageRotation::identity(1000, 800).quarter_turn();
        line.quad = rotation.quad_to_picture(line.quad);
        for word in &mut line.words {
            word.quad = rotation.quad_to_picture(word.quad);
        }
        let pitch = FixedPitch::of([line].iter()).unwrap();
        assert!((pitch.advance - 10.0).abs() < 0.3, "{pitch:?}");
    }
}
