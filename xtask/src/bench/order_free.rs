//! Errors in a text when its order does not count.
//!
//! The true text is cut into pieces of a line at most. Each piece is looked for anywhere in what was
//! read, the best place is taken out, and pieces whose halves are found better, or that are nowhere, are
//! halved and looked for again.
//! This is the idea of flexible character accuracy (Clausner, Pletschacher and Antonacopoulos, 2020).
//! The difference from the error rate in order is what the order of reading costs.

use std::collections::VecDeque;
use std::ops::Range;

/// Longest piece in characters: half a printed line. Pieces of whole lines would punish a reader for
/// the lines of tables that it reads cell by cell.
const LONGEST: usize = 40;
/// A piece is found where at most this part of its characters are wrong …
const FOUND: f64 = 0.25;
/// … or this part, if it is one word and cannot be halved.
const WORD_FOUND: f64 = 0.5;
/// A text that is missing or superfluous takes the blank beside it with it.
const BLANK: usize = 1;
/// Pieces from this length on are looked for first, and say where a line is: `1` is everywhere.
const LONG: usize = 12;

/// How a text was read without regard to its order.
#[derive(Debug, PartialEq)]
pub(super) struct Matching {
    /// Wrong, missing and superfluous characters.
    pub(super) edits: usize,
    /// Where the long pieces of the true text, in its order, are in the text that was read.
    pub(super) places: Vec<Option<usize>>,
}

/// Looks for `lines`, the true text, in `read`. In both, white space is a single blank.
pub(super) fn matching(lines: &[&str], read: &str) -> Matching {
    let pieces: Vec<Vec<char>> = lines.iter().flat_map(|line| pieces(line)).collect();
    let long = pieces.iter().filter(|piece| piece.len() >= LONG).count();
    let mut search = Search::new(read);
    let mut places = vec![None; long];
    let mut number = 0;
    let mut wanted = VecDeque::new();
    for piece in pieces {
        let place = (piece.len() >= LONG).then(|| {
            number += 1;
            number - 1
        });
        wanted.push_back((place, piece));
    }
    let mut edits = 0;
    let mut missing = 0;
    while !wanted.is_empty() {
        let mut round: Vec<_> = wanted.drain(..).collect();
        // Stable: of equal pieces the first takes the first place.
        round.sort_by_key(|(_, piece)| std::cmp::Reverse(piece.len()));
        let short = round.partition_point(|(_, piece)| piece.len() >= LONG);
        let short = round.split_off(short);
        for group in [round, short] {
            // What was read without an error is sure, so nothing else may take its place.
            let mut rest = Vec::new();
            for (place, piece) in group {
                match search.take_exact(&piece) {
                    Some(start) => set(&mut places, place, start),
                    None => rest.push((place, piece)),
                }
            }
            for (place, piece) in rest {
                match search.closest(&piece) {
                    Some(closest) if search.is_best(&piece, closest.edits) => {
                        set(&mut places, place, closest.at.start);
                        edits += closest.edits;
                        search.take(&closest);
                    }
                    _ => match halves(&piece) {
                        Some(halves) => wanted.extend(halves.map(|half| (None, half.to_vec()))),
                        None => missing += piece.len() + BLANK,
                    },
                }
            }
        }
    }
    // What is left on both sides may be the same text, read beyond recognition.
    Matching { edits: edits + missing.max(search.left()), places }
}

fn set(places: &mut [Option<usize>], place: Option<usize>, start: usize) {
    if let Some(place) = place.and_then(|place| places.get_mut(place)) {
        *place = Some(start);
    }
}

/// The pieces of a line: whole words, and parts of words where one is too long, as in a language
/// without blanks.
fn pieces(line: &str) -> Vec<Vec<char>> {
    let mut pieces: Vec<Vec<char>> = Vec::new();
    let mut open = false;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let word: Vec<char> = word.chars().collect();
        match pieces.last_mut() {
            Some(last) if open && last.len() + 1 + word.len() <= LONGEST => {
                last.push(' ');
                last.extend(word);
            }
            _ => pieces.extend(word.chunks(LONGEST).map(<[char]>::to_vec)),
        }
        open = true;
    }
    pieces
}

/// Both halves of a piece, cut at the blank nearest to its middle.
fn halves(piece: &[char]) -> Option<[&[char]; 2]> {
    let blanks = (0..piece.len()).filter(|index| piece[*index] == ' ');
    let cut = blanks.min_by_key(|index| index.abs_diff(piece.len() / 2))?;
    Some([&piece[..cut], &piece[cut + 1..]])
}

/// What was read, and which parts of it no piece has taken yet.
struct Search {
    read: Vec<char>,
    free: Vec<Range<usize>>,
}

impl Search {
    fn new(read: &str) -> Self {
        let read: Vec<char> = read.chars().collect();
        Self { free: std::iter::once(0..read.len()).collect(), read }
    }

    /// Characters that nothing has taken.
    fn left(&self) -> usize {
        let is_ink = |index: &usize| self.read[*index] != ' ';
        let length = |free: &Range<usize>| {
            let (first, last) = (free.clone().find(is_ink)?, free.clone().rfind(is_ink)?);
            Some(last - first + 1 + BLANK)
        };
        self.free.iter().filter_map(length).sum()
    }

    /// Takes the first place where the piece stands, as whole words.
    fn take_exact(&mut self, piece: &[char]) -> Option<usize> {
        let found = self.free.iter().enumerate().find_map(|(range, free)| {
            let last = (free.end + 1).checked_sub(piece.len())?;
            let start = (free.start..last).find(|start| {
                let end = start + piece.len();
                self.read[*start..end] == *piece
                    && (*start == free.start || self.read[start - 1] == ' ')
                    && (end == free.end || self.read[end] == ' ')
            })?;
            Some(Place { range, at: start..start + piece.len(), edits: 0 })
        })?;
        let start = found.at.start;
        self.take(&found);
        Some(start)
    }

    /// The place that differs least from the piece.
    fn closest(&self, piece: &[char]) -> Option<Place> {
        let places = self.free.iter().enumerate().filter_map(|(range, free)| {
            let (at, edits) = closest_part(piece, &self.read[free.clone()])?;
            Some(Place { range, at: at.start + free.start..at.end + free.start, edits })
        });
        places.min_by_key(|place| place.edits)
    }

    /// Whether a place with this edit distance is where the piece is, rather than its halves elsewhere.
    fn is_best(&self, piece: &[char], edits: usize) -> bool {
        let part = if piece.contains(&' ') { FOUND } else { WORD_FOUND };
        edits <= (piece.len() as f64 * part) as usize
            && (edits < 2 || self.cost_of_halves(piece).is_none_or(|halves| edits <= halves))
    }

    /// The edit distance of both halves together, with one edit for the cut: without it, words that are
    /// everywhere would be better than a place with an error.
    fn cost_of_halves(&self, piece: &[char]) -> Option<usize> {
        let costs = halves(piece)?.map(|half| {
            let whole = self.closest(half).map_or(half.len(), |place| place.edits.min(half.len()));
            if whole < 2 {
                whole
            } else {
                self.cost_of_halves(half).map_or(whole, |cost| cost.min(whole))
            }
        });
        Some(1 + costs.iter().sum::<usize>())
    }

    fn take(&mut self, place: &Place) {
        let free = self.free.remove(place.range);
        let rest = [free.start..place.at.start, place.at.end..free.end];
        let rest = rest.into_iter().filter(|range| !range.is_empty());
        self.free.splice(place.range..place.range, rest);
    }
}

/// Where a piece may be.
struct Place {
    /// The index of the free range.
    range: usize,
    at: Range<usize>,
    edits: usize,
}

/// The part of `text` with the smallest edit distance to `piece`, and that distance (Sellers, 1980).
fn closest_part(piece: &[char], text: &[char]) -> Option<(Range<usize>, usize)> {
    // For each length of the start of the piece: the distance of the best part of the text that ends
    // here, and where it starts.
    let mut column: Vec<(usize, usize)> = (0..=piece.len()).map(|length| (length, 0)).collect();
    let mut best: Option<(usize, Range<usize>)> = None;
    for (index, character) in text.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut column[0], (0, index + 1));
        for (length, wanted) in piece.iter().enumerate() {
            let replaced = (diagonal.0 + usize::from(wanted != character), diagonal.1);
            let (left, above) = (column[length + 1], column[length]);
            diagonal = left;
            column[length + 1] = [replaced, (left.0 + 1, left.1), (above.0 + 1, above.1)]
                .into_iter()
                .min_by_key(|(edits, _)| *edits)
                .unwrap_or(replaced);
        }
        let (edits, start) = column[piece.len()];
        if best.as_ref().is_none_or(|(least, _)| edits < *least) {
            best = Some((edits, start..index + 1));
        }
    }
    best.filter(|(_, place)| !place.is_empty()).map(|(edits, place)| (place, edits))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: [&str; 3] =
        ["the quick brown fox jumps", "over a lazy dog and then", "sleeps all afternoon"];
    const RIGHT: [&str; 3] =
        ["while rain falls outside", "upon the slate roofs of", "an old quiet village"];

    fn edits(lines: &[&str], read: &str) -> usize {
        matching(lines, read).edits
    }

    #[test]
    fn order_costs_nothing() {
        let lines = [LEFT, RIGHT].concat();
        let across: Vec<&str> = LEFT.iter().zip(RIGHT).flat_map(|(a, b)| [*a, b]).collect();
        assert_eq!(edits(&lines, &lines.join(" ")), 0);
        assert_eq!(edits(&lines, &across.join(" ")), 0);
        assert_eq!(edits(&across, &lines.join(" ")), 0);
    }

    #[test]
    fn lines_that_are_read_cell_by_cell_are_halved() {
        let rows = ["apples 12.50", "pears 7.25", "a longer name of fruit 118.00"];
        assert_eq!(edits(&rows, "apples pears a longer name of fruit 12.50 7.25 118.00"), 0);
    }

    #[test]
    fn wrong_characters_cost_as_much_as_in_order() {
        let lines = [LEFT, RIGHT].concat();
        let read = "while rein falls outside upon the slate rofs of an old quiet village \
                    the quick brown fox jumps over a lazy dog and then sleeeps all afternoon";
        assert_eq!(edits(&lines, read), 3);
    }

    #[test]
    fn missing_and_superfluous_text_counts() {
        let lines = [LEFT, RIGHT].concat();
        let first = lines[0].len() + 1;
        assert_eq!(edits(&lines, &lines[1..].join(" ")), first);
        assert_eq!(edits(&lines[1..], &lines.join(" ")), first);
        assert_eq!(edits(&lines, ""), lines.join(" ").len() + 1);
        assert_eq!(edits(&["one"], "one = = = ="), "= = = = ".len());
    }

    #[test]
    fn equal_pieces_are_all_wanted() {
        assert_eq!(edits(&["same words twice", "same words twice"], "same words twice"), 17);
    }

    #[test]
    fn places_of_lines_are_found() {
        let lines = [LEFT, RIGHT].concat();
        let read = lines[1..].join(" ");
        let places = matching(&lines, &read).places;
        let want = lines.iter().map(|line| read.find(line)).collect::<Vec<_>>();
        assert_eq!(places, want);
    }

    #[test]
    fn a_language_without_blanks_is_cut_too() {
        let line = "字".repeat(LONGEST) + &"文".repeat(10);
        let read = "文".repeat(10) + &"字".repeat(LONGEST);
        assert_eq!(edits(&[&line], &read), 0);
    }
}
