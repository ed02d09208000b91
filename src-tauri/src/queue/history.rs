//! What a person changed in the text of a picture, step by step: the document with the corrections,
//! undo and redo.
//!
//! A step holds the text as the person edited it, in the line mode in which they did. It is applied
//! to the document as it was when they began to edit in that mode, so that going back in the text
//! goes back in the document as well.

use imagetotext::Document;
use imagetotext::correction::{Corrected, correct};
use zeroize::Zeroizing;

use crate::contract::{Area, LineMode};

/// Most bytes of text in the steps of one picture; beyond, the oldest are forgotten. A page of text
/// has 3 kB, so this is some thousand steps of it.
const MOST_BYTES: usize = 16 << 20;

/// The steps of one picture. Positions count steps: 0 is the picture as it was read, or as it was corrected
/// before one of its pages was read again.
#[derive(Default)]
pub(super) struct History {
    /// The document of position 0, if it is another one than was read.
    start: Option<Document>,
    steps: Vec<Step>,
    /// How many steps count; those after it were undone.
    at: usize,
    /// The document of [`History::at`].
    current: Option<Corrected>,
    /// A document that steps start from, and its position.
    base: Option<(usize, Document)>,
    /// Whether the person has saved or copied the text as it is.
    is_kept: bool,
}

enum Step {
    /// The text was edited.
    Edited {
        lines: LineMode,
        text: Zeroizing<String>,
        /// The position whose document was edited.
        base: usize,
        /// What it left out of the text.
        left_out: Option<LeftOut>,
    },
    /// All edits were taken back.
    Restored,
}

/// An area whose words were left out.
#[derive(Debug, Clone, Copy)]
struct LeftOut {
    /// Number of the page, from 1.
    page: u32,
    area: Area,
    /// Whether the person had corrected words in it, and neither saved nor copied them.
    hides_unkept: bool,
}

impl Step {
    fn left_out(&self) -> Option<LeftOut> {
        match self {
            Self::Edited { left_out, .. } => *left_out,
            Self::Restored => None,
        }
    }
}

impl History {
    /// That of a picture of which a page was read again: the steps are gone, and the corrections of the other
    /// pages stay. They are all taken back by [`History::restore`].
    pub(super) fn starting_with(start: Document, is_kept: bool) -> Self {
        Self { start: Some(start), is_kept, ..Self::default() }
    }

    /// The text was edited. `original` is the document as it was read, here and below. With `joins`
    /// the edit belongs to the last step, as the letters of a word do.
    pub(super) fn edit(&mut self, original: &Document, lines: LineMode, text: String, joins: bool) {
        let base = self.base_of_edit(lines);
        let mut left_out = None;
        if joins && base < self.at && self.at == self.steps.len() {
            self.at -= 1;
            left_out = self.steps[self.at].left_out();
        }
        self.push(Step::Edited { lines, text: text.into(), base, left_out });
        self.compute(original);
    }

    /// The words in an area of a page, counted from 1, were left out of the text. With `are_corrected` the
    /// person had corrected some of them: these corrections are still to be saved or copied, whatever happens
    /// to the rest of the text.
    pub(super) fn leave_out(
        &mut self,
        original: &Document,
        lines: LineMode,
        text: String,
        (page, area): (u32, Area),
        are_corrected: bool,
    ) {
        let hides_unkept = are_corrected && self.is_unkept(original);
        let left_out = Some(LeftOut { page, area, hides_unkept });
        let base = self.base_of_edit(lines);
        self.push(Step::Edited { lines, text: text.into(), base, left_out });
        self.compute(original);
    }

    /// Takes back all edits, which is a step as well.
    pub(super) fn restore(&mut self, original: &Document) {
        if self.is_edited(original) {
            self.push(Step::Restored);
            self.compute(original);
        }
    }

    /// Takes back the last step.
    pub(super) fn undo(&mut self, original: &Document) {
        self.go_to(original, self.at.saturating_sub(1));
    }

    /// Does the step again that was taken back last.
    pub(super) fn redo(&mut self, original: &Document) {
        self.go_to(original, (self.at + 1).min(self.steps.len()));
    }

    pub(super) fn can_undo(&self) -> bool {
        self.at > 0
    }

    pub(super) fn can_redo(&self) -> bool {
        self.at < self.steps.len()
    }

    /// The document with the corrections; `None` when it is as it was read.
    pub(super) fn document(&self) -> Option<&Document> {
        match &self.current {
            Some(current) => Some(&current.document),
            None if self.at == 0 => self.start.as_ref(),
            None => None,
        }
    }

    /// Whether anything was corrected, even if that was taken back.
    pub(super) fn is_any(&self) -> bool {
        self.start.is_some() || !self.steps.is_empty()
    }

    /// Whether the person has saved or copied the text as it is, and every correction that is left out of it.
    pub(super) fn is_kept(&self) -> bool {
        self.is_kept && !self.left_out().any(|it| it.hides_unkept)
    }

    /// The areas of a page, counted from 1, that are left out of the text, the last one first.
    pub(super) fn left_out_of(&self, page: u32) -> Vec<Area> {
        self.left_out().filter(|it| it.page == page).map(|it| it.area).collect()
    }

    fn left_out(&self) -> impl Iterator<Item = LeftOut> {
        let steps = self.steps[..self.at].iter().rev();
        let since_restored = steps.take_while(|step| !matches!(step, Step::Restored));
        since_restored.filter_map(Step::left_out)
    }

    /// The text exactly as it was edited, if it was edited in this line mode.
    pub(super) fn edited_text(&self, lines: LineMode) -> Option<&Corrected> {
        match self.steps.get(self.at.checked_sub(1)?)? {
            Step::Edited { lines: edited, .. } if *edited == lines => self.current.as_ref(),
            _ => None,
        }
    }

    /// Whether the document is another one than was read.
    pub(super) fn is_edited(&self, original: &Document) -> bool {
        self.document().is_some_and(|document| document != original)
    }

    /// Whether there are edits that the person has neither saved nor copied.
    pub(super) fn is_unkept(&self, original: &Document) -> bool {
        !self.is_kept() && self.is_edited(original)
    }

    /// The person has saved or copied the text, with what the next step leaves out if it is done again.
    pub(super) fn keep(&mut self) {
        self.is_kept = true;
        if let Some(Step::Edited { left_out: Some(left_out), .. }) = self.steps.get_mut(self.at) {
            left_out.hides_unkept = false;
        }
    }

    /// An edit goes on in the line mode of the step before, or starts from its document.
    fn base_of_edit(&self, lines: LineMode) -> usize {
        let step = self.at.checked_sub(1).and_then(|last| self.steps.get(last));
        match step {
            Some(Step::Edited { lines: edited, base, .. }) if *edited == lines => *base,
            _ => self.at,
        }
    }

    fn push(&mut self, step: Step) {
        self.steps.truncate(self.at);
        if self.base.as_ref().is_some_and(|(position, _)| *position > self.at) {
            self.base = None;
        }
        self.steps.push(step);
        self.at = self.steps.len();
        self.is_kept = false;
        self.forget_oldest();
    }

    fn go_to(&mut self, original: &Document, position: usize) {
        if position != self.at {
            self.at = position;
            self.is_kept = false;
            self.compute(original);
        }
    }

    fn compute(&mut self, original: &Document) {
        self.current = match self.at.checked_sub(1).map(|last| &self.steps[last]) {
            Some(Step::Edited { lines, text, base, .. }) => {
                let (lines, text, base) = (*lines, text.clone(), *base);
                let document = self.base_document(original, base);
                Some(correct(document, lines.into(), &text))
            }
            Some(Step::Restored) | None => None,
        };
    }

    /// The document at a position that a step starts from.
    fn base_document<'a>(&'a mut self, original: &'a Document, position: usize) -> &'a Document {
        if self.base.as_ref().is_none_or(|(at, _)| *at != position) {
            self.base = self.replayed(original, position).map(|document| (position, document));
        }
        self.base.as_ref().map_or(original, |(_, document)| document)
    }

    /// Goes back to the document of position 0 or as it was restored, and applies what follows; `None` for the
    /// document as it was read.
    fn replayed(&self, original: &Document, position: usize) -> Option<Document> {
        let mut edits = Vec::new();
        let mut at = position;
        while let Some(Step::Edited { lines, text, base, .. }) =
            at.checked_sub(1).map(|last| &self.steps[last])
        {
            edits.push((*lines, text));
            at = *base;
        }
        let start = self.start.clone().filter(|_| at == 0);
        edits.into_iter().rev().fold(start, |document, (lines, text)| {
            let document = document.as_ref().unwrap_or(original);
            Some(correct(document, lines.into(), text).document)
        })
    }

    /// Forgets the oldest steps that no other starts from, while there are too many.
    fn forget_oldest(&mut self) {
        let bytes = |step: &Step| match step {
            Step::Edited { text, .. } => text.len(),
            Step::Restored => 0,
        };
        let mut total: usize = self.steps.iter().map(bytes).sum();
        let mut index = 0;
        while total > MOST_BYTES && index + 1 < self.at {
            let position = index + 1;
            let is_base =
                |step: &Step| matches!(step, Step::Edited { base, .. } if *base == position);
            let step = &self.steps[index];
            let is_needed = matches!(step, Step::Restored) || step.left_out().is_some();
            if is_needed || self.steps.iter().any(is_base) {
                index += 1;
                continue;
            }
            total -= bytes(&self.steps.remove(index));
            self.at -= 1;
            for step in &mut self.steps {
                if let Step::Edited { base, .. } = step
                    && *base > position
                {
                    *base -= 1;
                }
            }
            self.base = None;
        }
    }
}

#[cfg(test)]
mod tests;
