//! What was read of a picture, with what the person corrected in it.

use std::sync::Arc;

use imagetotext::export::{TextWithSpans, text_with_spans};
use imagetotext::{Document, Page};
use imagetotext_worker::PackedImage;

use super::history::History;
use super::read_result::PageResult;
use crate::contract::{Area, HistoryStep, LineMode, PageInfo, TextView};
use crate::{ignored_area, view};

/// What was read.
pub(super) struct ReadPicture {
    document: Document,
    /// What the person changed in it.
    history: History,
    /// Preview and thumbnail of each page.
    images: Vec<[Arc<PackedImage>; 2]>,
    /// Whether the file has all text of all pages already.
    is_searchable: bool,
}

impl ReadPicture {
    pub(super) fn new(pages: Vec<PageResult>) -> Self {
        let mut document = Document::new(Vec::new());
        let mut images = Vec::new();
        let is_searchable = pages.iter().all(|page| page.is_searchable);
        for page in pages {
            document.pages.push(page.page);
            images.push([page.preview, page.thumbnail].map(Arc::new));
        }
        Self { document, history: History::default(), images, is_searchable }
    }

    /// The same with one page, counted from 1, read again: it has no corrections, and the others keep theirs.
    pub(super) fn with_page(&self, page: u32, again: Self) -> Self {
        let (mut document, mut corrected) = (self.document.clone(), self.document().clone());
        let mut images = self.images.clone();
        let index = page.saturating_sub(1) as usize;
        if let Some(again) = again.document.pages.into_iter().next() {
            for document in [&mut document, &mut corrected] {
                if let Some(page) = document.pages.get_mut(index) {
                    *page = again.clone();
                }
            }
        }
        if let (Some(old), Some(again)) = (images.get_mut(index), again.images.into_iter().next()) {
            *old = again;
        }
        let history = if corrected == document {
            History::default()
        } else {
            History::starting_with(corrected, self.history.is_kept())
        };
        let is_searchable = self.is_searchable && again.is_searchable;
        Self { document, history, images, is_searchable }
    }

    /// Corrects a page, counted from 1, as the same page was corrected before.
    pub(super) fn set_corrected_page(&mut self, page: u32, corrected: &Page, is_kept: bool) {
        let mut document = self.document().clone();
        if let Some(page) = document.pages.get_mut(page.saturating_sub(1) as usize) {
            *page = corrected.clone();
        }
        let is_kept = is_kept && !self.is_unkept();
        self.history = History::starting_with(document, is_kept);
    }

    /// Bytes of the images in memory.
    pub(super) fn memory(&self) -> usize {
        self.images.iter().flatten().map(|image| image.memory()).sum()
    }

    /// What the page shows of each page in its list.
    pub(super) fn infos(&self) -> Vec<PageInfo> {
        let pages = self.document.pages.iter().zip(&self.images);
        pages.map(|(page, [preview, _])| view::info(page, preview.size())).collect()
    }

    /// Whether the file is a searchable PDF of what is shown: it has all text, and the person corrected none.
    pub(super) fn is_searchable(&self) -> bool {
        let is_any_text = self.document.pages.iter().any(|page| page.lines().next().is_some());
        self.is_searchable && is_any_text && !self.history.is_edited(&self.document)
    }

    /// Width and height of a page, counted from 1, in pixels.
    pub(super) fn page_size(&self, number: u32) -> Option<[u32; 2]> {
        let page = self.document.pages.get(number.checked_sub(1)? as usize)?;
        Some([page.width, page.height])
    }

    /// Whether the person corrected it, even if they took that back.
    pub(super) fn has_history(&self) -> bool {
        self.history.is_any()
    }

    pub(super) fn page_count(&self) -> usize {
        self.document.pages.len()
    }

    /// All pages with the corrections.
    pub(super) fn document(&self) -> &Document {
        self.history.document().unwrap_or(&self.document)
    }

    /// The text of all pages with the corrections; exactly as the person edited it, if they did so
    /// in this line mode.
    pub(super) fn text(&self, lines: LineMode) -> TextWithSpans {
        match self.history.edited_text(lines) {
            Some(corrected) => corrected.text.clone(),
            None => text_with_spans(self.document(), lines.into()),
        }
    }

    /// The text as the page shows it.
    pub(super) fn text_view(&self, lines: LineMode) -> TextView {
        TextView {
            edited: self.history.is_edited(&self.document),
            edited_pages: edited_pages(&self.document, self.document()),
            can_undo: self.history.can_undo(),
            can_redo: self.history.can_redo(),
            ..view::text(self.document(), self.text(lines))
        }
    }

    /// The person edited the text; with `joins` it is a part of their last edit.
    pub(super) fn edit(&mut self, lines: LineMode, text: String, joins: bool) {
        self.history.edit(&self.document, lines, text, joins);
    }

    /// The person leaves an area of a page out, counted from 1; it is an edit as others are.
    pub(super) fn ignore_area(&mut self, lines: LineMode, page: u32, area: Area) {
        if let Some(text) = self.text_without(lines, page, area) {
            let are_corrected = self.is_corrected_in(page, area);
            self.history.leave_out(&self.document, lines, text, (page, area), are_corrected);
        }
    }

    /// Whether the person corrected words in an area of a page, counted from 1.
    fn is_corrected_in(&self, page: u32, area: Area) -> bool {
        let index = page.saturating_sub(1) as usize;
        let [read, corrected] = [&self.document, self.document()].map(|it| it.pages.get(index));
        let Some((read, corrected)) = read.zip(corrected) else { return false };
        let read: Vec<_> = ignored_area::words_in(read, area).collect();
        ignored_area::words_in(corrected, area).any(|word| !read.contains(&word))
    }

    /// Whether words of the text are in an area of a page, counted from 1.
    pub(super) fn has_text_in(&self, lines: LineMode, page: u32, area: Area) -> bool {
        self.text_without(lines, page, area).is_some()
    }

    /// The text without an area of a page, counted from 1; `None` when there are no words in it.
    fn text_without(&self, lines: LineMode, page: u32, area: Area) -> Option<String> {
        let shown = self.text(lines);
        let page = page.saturating_sub(1) as usize;
        let text = ignored_area::without(self.document(), &shown, page, area);
        (text != shown.text).then_some(text)
    }

    /// The person goes back or forth in the steps of their edits.
    pub(super) fn step(&mut self, step: HistoryStep) {
        match step {
            HistoryStep::Undo => self.history.undo(&self.document),
            HistoryStep::Redo => self.history.redo(&self.document),
            HistoryStep::Restore => self.history.restore(&self.document),
        }
    }

    /// The person has saved or copied the text.
    pub(super) fn keep(&mut self) {
        self.history.keep();
    }

    /// Whether there are edits that the person has neither saved nor copied.
    pub(super) fn is_unkept(&self) -> bool {
        self.history.is_unkept(&self.document)
    }

    /// The document as it was read, without its corrections.
    pub(super) fn read_document(&self) -> &Document {
        &self.document
    }

    /// The document as it was read, with its corrections, if there were any.
    pub(super) fn into_corrections(self) -> Option<(Document, History)> {
        self.has_history().then_some((self.document, self.history))
    }

    /// Corrects it as the same document was corrected before.
    pub(super) fn set_corrections(&mut self, history: History) {
        self.history = history;
    }

    /// The areas of a page, counted from 1, that are left out of the text.
    pub(super) fn left_out_of(&self, page: u32) -> Vec<Area> {
        self.history.left_out_of(page)
    }

    /// A page with the corrections, counted from 1.
    pub(super) fn page(&self, number: u32) -> Option<&Page> {
        self.document().pages.get(number.checked_sub(1)? as usize)
    }

    /// A page to be looked at, counted from 1.
    pub(super) fn preview(&self, number: u32) -> Option<Arc<PackedImage>> {
        let [preview, _] = self.images.get(number.checked_sub(1)? as usize)?;
        Some(preview.clone())
    }

    /// A page, small, counted from 1.
    pub(super) fn thumbnail(&self, number: u32) -> Option<Arc<PackedImage>> {
        let [_, thumbnail] = self.images.get(number.checked_sub(1)? as usize)?;
        Some(thumbnail.clone())
    }
}

/// Pages, counted from 1, whose lines are others than those that were read.
pub(super) fn edited_pages(read: &Document, corrected: &Document) -> Vec<u32> {
    let pages = (1..).zip(read.pages.iter().zip(&corrected.pages));
    let edited = pages.filter(|(_, (read, corrected))| !read.lines().eq(corrected.lines()));
    edited.map(|(number, _)| number).collect()
}

#[cfg(test)]
mod tests {
    use imagetotext::{Block, BlockKind, Line, Quad, Word};

    use super::*;

    /// Two lines, “Hallo” above “there”.
    fn read() -> ReadPicture {
        let line = |(top, text): (u8, &str)| {
            let quad = Quad::upright(0.0, top.into(), 50.0, f32::from(top) + 10.0);
            Line::new(quad, vec![Word::new(text, quad, vec![0.9; 5])])
        };
        let lines = [(0, "Hallo"), (20, "there")].map(line).to_vec();
        let page = Page::new(50, 50, vec![Block::new(BlockKind::Paragraph, lines)]);
        let document = Document::new(vec![page]);
        let history = History::default();
        ReadPicture { document, history, images: Vec::new(), is_searchable: false }
    }

    fn leave_out_top(read: &mut ReadPicture) {
        let area = Area { left: 0.0, top: 0.0, width: 50.0, height: 15.0 };
        read.ignore_area(LineMode::Keep, 1, area);
    }

    #[test]
    fn a_correction_that_was_left_out_is_not_kept_with_the_rest() {
        let mut read = read();
        read.edit(LineMode::Keep, "Hello\nthere\n".into(), false);
        leave_out_top(&mut read);
        assert_eq!(read.text(LineMode::Keep).text, "there\n");
        assert_eq!((read.left_out_of(1).len(), read.left_out_of(2).len()), (1, 0));
        read.keep();
        assert!(read.is_unkept());
        read.edit(LineMode::Keep, "there!\n".into(), true);
        read.keep();
        assert!(read.is_unkept(), "typing on does not bring it back");
        read.step(HistoryStep::Undo);
        assert!(read.left_out_of(1).is_empty());
        read.keep();
        assert!(!read.is_unkept());
        read.step(HistoryStep::Redo);
        read.keep();
        assert!(!read.is_unkept(), "it was kept before it was left out again");
    }

    #[test]
    fn what_was_kept_or_never_corrected_is_left_out_without_a_loss() {
        let mut uncorrected = read();
        uncorrected.edit(LineMode::Keep, "Hallo\nThere\n".into(), false);
        leave_out_top(&mut uncorrected);
        uncorrected.keep();
        assert!(!uncorrected.is_unkept());
        let mut kept = read();
        kept.edit(LineMode::Keep, "Hello\nthere\n".into(), false);
        kept.keep();
        leave_out_top(&mut kept);
        kept.keep();
        assert!(!kept.is_unkept());
        kept.step(HistoryStep::Restore);
        assert!(!kept.is_unkept());
    }
}
