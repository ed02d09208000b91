//! Pieces of lines → the blocks of the document.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::cells;
use super::fragments::{BlockId, Fragment};
use super::matching::{Origin, Piece};
use super::place;
use super::tokens::Ends;
use crate::document::{Block, BlockKind, Document, Line, LineStart, Page, Quad};
use crate::export::{LineMode, WordSpan};

/// A line of the new document, and where its words are in the text.
#[derive(Debug, Clone)]
pub(super) struct DraftLine {
    pub(super) line: Line,
    pub(super) ranges: Vec<Range<usize>>,
}

/// A block of the new document.
#[derive(Debug)]
pub(super) struct DraftBlock {
    pub(super) kind: BlockKind,
    pub(super) lines: Vec<DraftLine>,
}

/// Consecutive pieces that become a block.
struct Group {
    page: usize,
    source: BlockId,
    gap_before: bool,
    /// Whether the block before the edit began with it.
    is_begin: bool,
    fragments: Vec<Fragment>,
}

/// What edits do not change.
fn without_blocks(page: &Page) -> Page {
    let &Page { number, width, height, resolution, unread, .. } = page;
    let (codes, attachments) = (page.codes.clone(), page.attachments.clone());
    let blank = Page::new(width, height, Vec::new());
    Page { number, resolution, unread, codes, attachments, ..blank }
}

/// The document of these pieces, and where its words are in the text.
pub(super) fn rebuilt(
    document: &Document,
    mode: LineMode,
    touched: &HashSet<BlockId>,
    fragments: Vec<Fragment>,
) -> (Document, Vec<WordSpan>) {
    let mut pages: Vec<Page> = document.pages.iter().map(without_blocks).collect();
    let mut spans = Vec::new();
    for group in groups(document, mode, touched, fragments) {
        let Group { page, source, gap_before, .. } = group;
        let draft = if touched.contains(&source) || !has_block(document, source) {
            changed(document, mode, group)
        } else {
            unchanged(document, group)
        };
        let Some(draft) = draft.filter(|draft| !draft.lines.is_empty()) else { continue };
        let place = (page, pages[page].blocks.len());
        let mut block = Block::new(draft.kind, Vec::with_capacity(draft.lines.len()));
        block.gap_before = gap_before;
        for DraftLine { line, ranges, .. } in draft.lines {
            push_spans(&mut spans, place, block.lines.len(), &ranges);
            block.lines.push(line);
        }
        pages[page].blocks.push(block);
    }
    spans.sort_by_key(|span| span.start);
    (Document::new(pages), spans)
}

fn push_spans(
    spans: &mut Vec<WordSpan>,
    (page, block): BlockId,
    line: usize,
    ranges: &[Range<usize>],
) {
    for (word, range) in ranges.iter().enumerate() {
        let Range { start, end } = *range;
        spans.push(WordSpan { page, block, line, word, start, end });
    }
}

fn block(document: &Document, (page, block): BlockId) -> Option<&Block> {
    document.pages.get(page)?.blocks.get(block)
}

fn has_block(document: &Document, id: BlockId) -> bool {
    block(document, id).is_some()
}

/// Divides the pieces into blocks.
fn groups(
    document: &Document,
    mode: LineMode,
    touched: &HashSet<BlockId>,
    fragments: Vec<Fragment>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut begun: HashSet<BlockId> = HashSet::new();
    let mut pages_begun = HashSet::new();
    for fragment in fragments {
        let id = fragment.origin.block_id();
        let kind = block(document, id).map(|block| &block.kind);
        // Text that was typed after a heading or an item is none.
        let is_apart = fragment.is_typed
            && fragment.ends != Ends::Blank
            && !matches!(
                kind,
                None | Some(BlockKind::Paragraph | BlockKind::Code | BlockKind::Table(_))
            );
        if let Some(group) = groups.last_mut()
            && !is_apart
            && is_same_block(group, &fragment, mode, touched)
        {
            group.fragments.push(fragment);
            continue;
        }
        let old_gap = block(document, id).is_none_or(|block| block.gap_before);
        let is_begin = begun.insert(id) && !is_apart;
        let is_first_of_page = pages_begun.insert(fragment.origin.page);
        let is_gap_known = is_first_of_page || mode == LineMode::One || fragment.is_after_same;
        let gap_before =
            if is_gap_known && is_begin { old_gap } else { fragment.ends == Ends::Gap };
        groups.push(Group {
            page: fragment.origin.page,
            source: id,
            gap_before,
            is_begin,
            fragments: vec![fragment],
        });
    }
    groups
}

/// Whether a piece goes on with a block.
fn is_same_block(
    group: &Group,
    fragment: &Fragment,
    mode: LineMode,
    touched: &HashSet<BlockId>,
) -> bool {
    let is_of_block = fragment.origin.block_id() == group.source;
    if !touched.contains(&group.source) {
        return is_of_block;
    }
    match fragment.ends {
        Ends::Blank if mode != LineMode::One => true,
        Ends::Gap => false,
        Ends::Blank | Ends::Line => is_of_block,
    }
}

/// A block that the edit has not changed.
fn unchanged(document: &Document, group: Group) -> Option<DraftBlock> {
    let block = block(document, group.source)?;
    let ranges: HashMap<(usize, usize), Range<usize>> = group
        .fragments
        .into_iter()
        .flat_map(|it| it.pieces)
        .filter_map(|piece| Some(((piece.origin.line, piece.place?), piece.range)))
        .collect();
    let lines = block.lines.iter().enumerate().map(|(line, it)| {
        let range = |word| ranges.get(&(line, word)).cloned().unwrap_or(0..0);
        let ranges = (0..it.words.len()).map(range).collect();
        DraftLine { line: it.clone(), ranges }
    });
    Some(DraftBlock { kind: block.kind.clone(), lines: lines.collect() })
}

/// A block of changed words or lines.
fn changed(document: &Document, mode: LineMode, group: Group) -> Option<DraftBlock> {
    let old = block(document, group.source);
    if let Some(old) = old
        && let BlockKind::Table(table) = &old.kind
    {
        return cells::rebuilt(document, old, table, mode, group.fragments);
    }
    let is_marker_there = group.is_begin
        && group
            .fragments
            .first()
            .and_then(|it| it.pieces.first())
            .is_some_and(|piece| piece.origin.line == 0 && piece.place == Some(0));
    let kind = match old.map(|block| &block.kind) {
        Some(BlockKind::ListItem { .. }) if !is_marker_there => BlockKind::Paragraph,
        Some(BlockKind::Heading { .. }) if !group.is_begin => BlockKind::Paragraph,
        Some(kind) => kind.clone(),
        None => BlockKind::Paragraph,
    };
    let is_indented = matches!(kind, BlockKind::Paragraph | BlockKind::Code);
    let mut lines: Vec<DraftLine> = Vec::new();
    for fragment in group.fragments {
        match lines.last_mut() {
            Some(line) if is_joined(&fragment, mode, document) => line.append(fragment.pieces),
            before => {
                let start = if before.is_some() {
                    start(document, mode, &fragment)
                } else {
                    LineStart::NewLine
                };
                let indent = match fragment.ends {
                    Ends::Blank => 0,
                    _ if !is_indented || mode == LineMode::One => {
                        origin_line(document, fragment.origin).map_or(0, |line| line.indent)
                    }
                    _ => fragment.indent.min(Line::MAX_INDENT),
                };
                lines.push(DraftLine::new(document, fragment, start, indent));
            }
        }
    }
    Some(DraftBlock { kind, lines })
}

/// Whether a piece goes on with the line before it.
fn is_joined(fragment: &Fragment, mode: LineMode, document: &Document) -> bool {
    fragment.ends == Ends::Blank
        && (mode == LineMode::Keep || !fragment.is_first_of_line)
        && !is_in_same_row(fragment, document)
}

/// Whether a piece is beside the one before it, as it was.
fn is_in_same_row(fragment: &Fragment, document: &Document) -> bool {
    fragment.is_first_of_line
        && origin_line(document, fragment.origin)
            .is_some_and(|line| line.start == LineStart::SameRow)
}

/// How a line follows the one before it.
fn start(document: &Document, mode: LineMode, fragment: &Fragment) -> LineStart {
    let old = origin_line(document, fragment.origin).map(|line| line.start);
    let old = old.filter(|_| fragment.is_first_of_line).unwrap_or_default();
    match (fragment.ends, mode) {
        (Ends::Blank, LineMode::One) => old,
        (Ends::Blank, _) if old == LineStart::SameRow => LineStart::SameRow,
        (Ends::Blank, _) => LineStart::Wrapped,
        // A line end of the picture that is still there; it may be inside a paragraph.
        (Ends::Line | Ends::Gap, LineMode::Keep) if old == LineStart::Wrapped => old,
        (Ends::Line | Ends::Gap, _) => LineStart::NewLine,
    }
}

fn origin_line(document: &Document, origin: Origin) -> Option<&Line> {
    block(document, origin.block_id())?.lines.get(origin.line)
}

impl DraftLine {
    /// A line of these words.
    pub(super) fn new(
        document: &Document,
        fragment: Fragment,
        start: LineStart,
        indent: u32,
    ) -> Self {
        let mut draft = Self::of_pieces(document, fragment.origin, fragment.pieces);
        draft.line.start = start;
        draft.line.indent = indent;
        draft
    }

    /// A line that begins a row, of words of one line of the document.
    pub(super) fn of_pieces(document: &Document, origin: Origin, pieces: Vec<Piece>) -> Self {
        let old = origin_line(document, origin);
        let places = || pieces.iter().filter_map(|piece| piece.place);
        let is_begin = places().min() == Some(0);
        let is_end = old.is_some_and(|old| places().max() == old.words.len().checked_sub(1));
        let quad = match (old, pieces.first(), pieces.last()) {
            (Some(old), Some(first), Some(last)) if !(is_begin && is_end) => {
                place::part_of_line(&old.quad, &first.word.quad, &last.word.quad)
            }
            (Some(old), ..) => old.quad,
            (None, Some(first), Some(last)) => place::around(&first.word.quad, &last.word.quad),
            (None, ..) => Quad::upright(0.0, 0.0, 0.0, 0.0),
        };
        let mut draft = Self { line: Line::new(quad, Vec::new()), ranges: Vec::new() };
        draft.append(pieces);
        draft
    }

    /// Adds words at the end.
    pub(super) fn append(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            let number = self.line.words.len();
            self.line.words.push(piece.word);
            self.ranges.push(piece.range);
            // Where a word was deleted, the gap would be read as a tab.
            if number > 0 && !piece.is_after_tab && self.line.has_tab_before(number) {
                let next = self.line.words[number].quad;
                let quad = &mut self.line.words[number - 1].quad;
                *quad = Quad([quad.0[0], next.0[0], next.0[3], quad.0[3]]);
            }
        }
    }
}
