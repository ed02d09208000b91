//! Which words of the document the words of an edited text are.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::place;
use super::tokens::{Ends, Token};
use crate::document::{Document, Quad, Word};
use crate::export::{TextWithSpans, WordSpan, without_line_end};

/// A line of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) page: usize,
    pub(super) block: usize,
    pub(super) line: usize,
}

/// A word of the new document.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The line that it belongs to.
    pub(super) origin: Origin,
    /// Which word of that line it was; `None` for one that was typed.
    pub(super) place: Option<usize>,
    pub(super) word: Word,
    /// Where it is in the edited text, in bytes.
    pub(super) range: Range<usize>,
    /// Whether a tab is before it in the edited text.
    pub(super) is_after_tab: bool,
}

/// A word of the edited text.
#[derive(Debug, Clone, Default)]
pub(super) struct Placed {
    /// The words of the document that it is: two where a line end divides it.
    pub(super) pieces: Vec<Piece>,
    /// The word of the text before the edit that stands here.
    pub(super) source: Option<usize>,
    /// Whether that word is unchanged.
    pub(super) is_same: bool,
}

/// The text before the edit: its words, and which words of the document each of them is.
pub(super) struct Before<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) spans: Vec<Vec<WordSpan>>,
}

impl<'a> Before<'a> {
    pub(super) fn new(text: &'a TextWithSpans, tokens: Vec<Token<'a>>) -> Self {
        let mut rest = text.spans.iter().filter(|span| span.start < span.end).peekable();
        let spans = tokens.iter().map(|token| {
            let mut own = Vec::new();
            while let Some(span) = rest.next_if(|span| span.start < token.range.end) {
                own.push(*span);
            }
            own
        });
        Self { spans: spans.collect(), tokens }
    }

    /// The line of the document that a word begins in.
    pub(super) fn origin(&self, token: usize) -> Option<Origin> {
        self.spans.get(token)?.first().map(origin)
    }
}

/// Finds the words of the document that the words of the edited text are.
pub(super) fn placed(document: &Document, before: &Before<'_>, after: &[Token<'_>]) -> Vec<Placed> {
    let mut placed = vec![Placed::default(); after.len()];
    let mut input = InternedInput::default();
    input.update_before(before.tokens.iter().map(|token| token.text));
    input.update_after(after.iter().map(|token| token.text));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let (mut from, mut to) = (0, 0);
    for hunk in diff.hunks() {
        let [old, new] = [hunk.before, hunk.after].map(|it| it.start as usize..it.end as usize);
        keep(document, before, &mut placed, from..old.start, to, after);
        (from, to) = (old.end, new.end);
        replace(document, before, &mut placed, &old, &new, after);
    }
    keep(document, before, &mut placed, from..before.tokens.len(), to, after);
    place_typed(document, &mut placed, after);
    placed
}

fn origin(span: &WordSpan) -> Origin {
    Origin { page: span.page, block: span.block, line: span.line }
}

fn word<'a>(document: &'a Document, span: &WordSpan) -> &'a Word {
    &document.pages[span.page].blocks[span.block].lines[span.line].words[span.word]
}

/// Words that the edit has not changed.
fn keep(
    document: &Document,
    before: &Before<'_>,
    placed: &mut [Placed],
    old: Range<usize>,
    mut new: usize,
    after: &[Token<'_>],
) {
    for source in old {
        let (old, start) = (&before.tokens[source], after[new].range.start);
        let pieces = before.spans[source].iter().map(|span| {
            let at = |place: usize| start + place.saturating_sub(old.range.start);
            let range = at(span.start)..at(span.end).min(after[new].range.end);
            let word = word(document, span).clone();
            let (origin, place) = (origin(span), Some(span.word));
            Piece { origin, place, word, range, is_after_tab: false }
        });
        placed[new] = Placed { pieces: pieces.collect(), source: Some(source), is_same: true };
        new += 1;
    }
}

/// Words in the place of others: they are shared out in their order.
fn replace(
    document: &Document,
    before: &Before<'_>,
    placed: &mut [Placed],
    old: &Range<usize>,
    new: &Range<usize>,
    after: &[Token<'_>],
) {
    let (olds, news) = (old.len(), new.len());
    if olds == 0 || news == 0 {
        return;
    }
    if news <= olds {
        for (index, new) in new.clone().enumerate() {
            let sources = old.start + index * olds / news..old.start + (index + 1) * olds / news;
            let spans: Vec<&WordSpan> = before.spans[sources.clone()].iter().flatten().collect();
            let pieces = if sources.len() == 1 {
                divided(document, before, sources.start, &after[new])
            } else {
                None
            };
            let pieces =
                pieces.or_else(|| joined(document, &spans, &after[new])).unwrap_or_default();
            placed[new] = Placed { pieces, source: Some(sources.start), is_same: false };
        }
        return;
    }
    for (index, source) in old.clone().enumerate() {
        // The same division as above, the other way round.
        let [start, end] =
            [index, index + 1].map(|index| new.start + (index * news).div_ceil(olds));
        let Some(span) = before.spans[source].first() else { continue };
        let quad = word(document, span).quad;
        let letters: usize = after[start..end].iter().map(|it| it.text.chars().count()).sum();
        let mut begun = 0;
        for new in start..end {
            let length = after[new].text.chars().count();
            let share = |count: usize| count as f32 / letters.max(1) as f32;
            let quad = place::part(&quad, share(begun), share(begun + length));
            begun += length;
            let place = (new == start).then_some(span.word);
            let pieces = vec![typed(origin(span), place, quad, after[new].text, &after[new].range)];
            let source = (new == start).then_some(source);
            placed[new] = Placed { pieces, source, is_same: false };
        }
    }
}

/// A word that a line end divides stays divided if one of its parts is unchanged.
fn divided(
    document: &Document,
    before: &Before<'_>,
    source: usize,
    token: &Token<'_>,
) -> Option<Vec<Piece>> {
    let [first, second] = before.spans[source].as_slice() else { return None };
    let old = &before.tokens[source];
    let visible = |span: &WordSpan| {
        old.text.get(span.start.checked_sub(old.range.start)?..span.end - old.range.start)
    };
    let raw = [first, second].map(|span| word(document, span));
    let (begin, end) = (visible(first)?, visible(second)?);
    let pieces = |at: usize, texts: [String; 2]| {
        if without_line_end(&texts[0], &texts[1]) != token.text {
            return None;
        }
        let middle = token.range.start + at;
        let [one, two] = texts;
        let ranges = [token.range.start..middle, middle..token.range.end];
        Some(vec![
            typed(origin(first), Some(first.word), raw[0].quad, &one, &ranges[0]),
            typed(origin(second), Some(second.word), raw[1].quad, &two, &ranges[1]),
        ])
    };
    let rest = token.text.strip_prefix(begin).filter(|rest| !rest.is_empty());
    let kept = rest.and_then(|rest| pieces(begin.len(), [raw[0].text.clone(), rest.to_owned()]));
    if kept.is_some() {
        return kept;
    }
    let rest = token.text.strip_suffix(end).filter(|rest| !rest.is_empty())?;
    // The text shows the hyphen only where it belongs to the word.
    let hyphen = raw[0].text.strip_prefix(begin).unwrap_or_default();
    pieces(rest.len(), [format!("{rest}{hyphen}"), raw[1].text.clone()])
}

/// One word in the place of several, or of one.
fn joined(document: &Document, spans: &[&WordSpan], token: &Token<'_>) -> Option<Vec<Piece>> {
    let first = spans.first()?;
    let last = spans.iter().rfind(|span| origin(span) == origin(first))?;
    let quad = place::around(&word(document, first).quad, &word(document, last).quad);
    Some(vec![typed(origin(first), Some(first.word), quad, token.text, &token.range)])
}

/// A word that the person typed, of which they are sure.
fn typed(
    origin: Origin,
    place: Option<usize>,
    quad: Quad,
    text: &str,
    range: &Range<usize>,
) -> Piece {
    let word = Word::new(text, quad, vec![1.0; text.chars().count()]);
    Piece { origin, place, word, range: range.clone(), is_after_tab: false }
}

/// Gives words that stand in nobody's place the line of a neighbour.
fn place_typed(document: &Document, placed: &mut [Placed], after: &[Token<'_>]) {
    let nexts = nexts(placed, after);
    for index in 0..placed.len() {
        if !placed[index].pieces.is_empty() || placed[index].is_same {
            continue;
        }
        let neighbour = neighbour(placed, after, index, nexts[index]);
        let Some((origin, quad)) = neighbour.or_else(|| first_line(document)) else { return };
        let token = &after[index];
        placed[index].pieces = vec![typed(origin, None, quad, token.text, &token.range)];
    }
}

/// The next word that has a place, and the most line ends before it.
type Next = Option<(usize, Ends)>;

/// For each word the next one that has a place.
fn nexts(placed: &[Placed], after: &[Token<'_>]) -> Vec<Next> {
    let mut nexts = vec![None; placed.len()];
    let mut next: Next = None;
    for index in (0..placed.len()).rev() {
        nexts[index] = next;
        let ends = after[index].before.ends;
        next = match next {
            _ if !placed[index].pieces.is_empty() => Some((index, ends)),
            Some((at, most)) => Some((at, most.max(ends))),
            None => None,
        };
    }
    nexts
}

/// The line of the nearest word, the ones in the same line first, and a place at that word.
fn neighbour(
    placed: &[Placed],
    after: &[Token<'_>],
    index: usize,
    next: Next,
) -> Option<(Origin, Quad)> {
    let left = || {
        let piece = placed[..index].iter().rev().find_map(|it| it.pieces.last())?;
        Some((piece.origin, place::part(&piece.word.quad, 1.0, 1.0)))
    };
    let right = || {
        let piece = placed[next?.0].pieces.first()?;
        Some((piece.origin, place::part(&piece.word.quad, 0.0, 0.0)))
    };
    let ends = after[index].before.ends;
    let ends_after = next.map(|(_, ends)| ends);
    let is_alone_in_line = ends != Ends::Blank && ends_after != Some(Ends::Blank);
    let is_left_nearer = ends_after.is_none_or(|ends_after| ends <= ends_after);
    if ends == Ends::Blank || (is_alone_in_line && is_left_nearer) {
        return left().or_else(right);
    }
    right().or_else(left)
}

/// Where the text of a page without words goes.
fn first_line(document: &Document) -> Option<(Origin, Quad)> {
    let page = document.pages.first()?;
    let quad = Quad::upright(0.0, 0.0, 0.0, page.height as f32);
    Some((Origin { page: 0, block: 0, line: 0 }, quad))
}
