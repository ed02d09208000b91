//! What a person corrected in a picture before it was rotated: it comes back when the picture, or the page, is as it
//! was then.

use imagetotext::Document;

use super::history::History;
use super::quarter_turns::QuarterTurns;
use super::read_picture::{ReadPicture, edited_pages};

/// The corrections of each rotation that the picture no longer has, the last one at the end.
#[derive(Default)]
pub(super) struct OtherRotations(Vec<Corrections>);

struct Corrections {
    turns: QuarterTurns,
    /// As it was read.
    document: Document,
    history: History,
    /// The only page that was rotated then, counted from 1: the other pages have kept their corrections.
    page: Option<u32>,
}

impl OtherRotations {
    /// Keeps the corrections of what was read before all of it was rotated, or one page.
    pub(super) fn push(&mut self, turns: QuarterTurns, read: ReadPicture, page: Option<u32>) {
        self.0.retain(|it| it.turns != turns);
        if let Some((document, history)) = read.into_corrections() {
            self.0.push(Corrections { turns, document, history, page });
        }
    }

    /// Corrects what was read as it was corrected before, if it was read in the same way.
    pub(super) fn restore(&mut self, turns: &QuarterTurns, read: &mut ReadPicture) {
        let known =
            |it: &mut Corrections| it.turns == *turns && it.document == *read.read_document();
        if let Some(known) = self.0.extract_if(.., known).last() {
            read.set_corrections(known.history);
        }
    }

    /// The same after one page, counted from 1, was read again: the corrections of the others are newer.
    pub(super) fn restore_page(&mut self, turns: &QuarterTurns, read: &mut ReadPicture, page: u32) {
        let Some(index) = page.checked_sub(1).map(|index| index as usize) else { return };
        let is_known = |it: &&Corrections| {
            let same = it.document.pages.get(index) == read.read_document().pages.get(index);
            same && it.document.pages.get(index) != it.corrected().pages.get(index)
        };
        if let Some(known) = self.0.iter().rfind(is_known)
            && let Some(corrected) = known.corrected().pages.get(index)
        {
            read.set_corrected_page(page, corrected, known.history.is_kept());
        }
        // With all steps, if nothing else has changed since.
        let same =
            |it: &mut Corrections| it.turns == *turns && it.document == *read.read_document();
        if let Some(known) = self.0.extract_if(.., same).last()
            && known.corrected() == read.document()
        {
            read.set_corrections(known.history);
        }
    }

    /// Whether there are edits that the person has neither saved nor copied, and that are nowhere else.
    pub(super) fn is_unkept(&self) -> bool {
        self.0.iter().any(|it| {
            let edited = edited_pages(&it.document, it.corrected());
            it.page.is_none_or(|page| edited.contains(&page)) && it.history.is_unkept(&it.document)
        })
    }
}

impl Corrections {
    fn corrected(&self) -> &Document {
        self.history.document().unwrap_or(&self.document)
    }
}
