//! Words → pieces of lines, and which blocks an edit has changed.

use std::collections::HashSet;

use super::matching::{Before, Origin, Piece, Placed};
use super::tokens::{Ends, Token};
use crate::document::{BlockKind, Document};
use crate::export::LineMode;

/// Words of one line of the document that are still together.
#[derive(Debug)]
pub(super) struct Fragment {
    pub(super) origin: Origin,
    pub(super) pieces: Vec<Piece>,
    /// What is before it in the edited text.
    pub(super) ends: Ends,
    /// Blanks before it, if it begins a line of the text.
    pub(super) indent: u32,
    /// For each piece, how many tabs are before it in its line of the text.
    pub(super) columns: Vec<u32>,
    /// Whether nothing of its line of the document comes before it.
    pub(super) is_first_of_line: bool,
    /// Whether what is before it is what was there before the edit.
    pub(super) is_after_same: bool,
    /// Whether all of it was typed.
    pub(super) is_typed: bool,
}

/// A block of a document: page and place on it.
pub(super) type BlockId = (usize, usize);

impl Origin {
    pub(super) fn block_id(self) -> BlockId {
        (self.page, self.block)
    }
}

/// Groups the words of the edited text.
pub(super) fn fragments(
    before: &Before<'_>,
    after: &[Token<'_>],
    placed: Vec<Placed>,
) -> Vec<Fragment> {
    let mut fragments: Vec<Fragment> = Vec::new();
    let mut seen = HashSet::new();
    let mut column = 0;
    for (token, placed) in after.iter().zip(placed) {
        let is_after_tab = token.before.ends == Ends::Blank && token.column > column;
        column = token.column;
        let old = placed.source.map(|source| before.tokens[source].before.ends);
        let mut ends = token.before.ends;
        for mut piece in placed.pieces {
            piece.is_after_tab = is_after_tab && ends == token.before.ends;
            let is_typed = piece.place.is_none();
            match fragments.last_mut() {
                Some(last) if last.origin == piece.origin && ends == Ends::Blank => {
                    last.is_typed &= is_typed;
                    last.columns.push(token.column);
                    last.pieces.push(piece);
                }
                _ => fragments.push(Fragment {
                    origin: piece.origin,
                    ends,
                    indent: token.before.indent,
                    columns: vec![token.column],
                    is_first_of_line: seen.insert((piece.origin.block_id(), piece.origin.line)),
                    is_after_same: old == Some(ends),
                    is_typed,
                    pieces: vec![piece],
                }),
            }
            // The second part of a divided word follows in the same line of the text.
            ends = Ends::Blank;
        }
    }
    fragments
}

/// The blocks that the edit has changed. All others stay as they are.
pub(super) fn touched_blocks(
    document: &Document,
    mode: LineMode,
    before: &Before<'_>,
    after: &[Token<'_>],
    placed: &[Placed],
) -> HashSet<BlockId> {
    let mut touched = HashSet::new();
    let mut is_kept = vec![false; before.tokens.len()];
    let mut last: Option<Origin> = None;
    for (token, placed) in after.iter().zip(placed) {
        let mut origins = placed.pieces.iter().map(|piece| piece.origin);
        match placed.source.filter(|_| placed.is_same) {
            None => touched.extend(origins.clone().map(Origin::block_id)),
            Some(source) => {
                is_kept[source] = true;
                let id = before.origin(source).map(Origin::block_id);
                if let Some(id) = id
                    && is_begin_changed(document, mode, before, source, token)
                {
                    touched.insert(id);
                    // Where two blocks were joined, the first one has changed as well.
                    touched.extend(last.map(Origin::block_id));
                }
            }
        }
        last = origins.next_back().or(last);
    }
    for (source, is_kept) in is_kept.into_iter().enumerate() {
        if !is_kept {
            let origins = before.spans[source].iter().map(|span| (span.page, span.block));
            touched.extend(origins);
        }
    }
    touched
}

/// Whether the edit has changed what is before a word, as far as its block shows it.
fn is_begin_changed(
    document: &Document,
    mode: LineMode,
    before: &Before<'_>,
    source: usize,
    token: &Token<'_>,
) -> bool {
    let old = &before.tokens[source];
    let Some(origin) = before.origin(source) else { return false };
    let is_first_of_block = source
        .checked_sub(1)
        .and_then(|source| before.origin(source))
        .is_none_or(|other| other.block_id() != origin.block_id());
    let is_table = document
        .pages
        .get(origin.page)
        .and_then(|page| page.blocks.get(origin.block))
        .is_some_and(|block| matches!(block.kind, BlockKind::Table(_)));
    if old.before.indent != token.before.indent && mode != LineMode::One {
        return true;
    }
    if is_table && mode != LineMode::One && old.column != token.column {
        return true;
    }
    match (old.before.ends, token.before.ends) {
        (old, new) if old == new => false,
        // A blank line more or less between two blocks changes neither.
        (Ends::Line | Ends::Gap, Ends::Line | Ends::Gap) => !is_first_of_block,
        _ => true,
    }
}
