//! The texts of the pictures: shown, corrected, saved, copied.

use imagetotext::Document;
use imagetotext::export::TextWithSpans;

use super::Queue;
use super::entry::Entry;
use crate::contract::{Area, CommandError, HistoryStep, JobId, LineMode, TextView};
use crate::personal::Consented;

impl Queue {
    /// The text of all pages.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn text(
        &self,
        _: &Consented,
        id: JobId,
        lines: LineMode,
    ) -> Result<TextView, CommandError> {
        Ok(self.state().read(id)?.text_view(lines))
    }

    /// Corrects the document as the person edited its text; with `joins` it is a part of their last
    /// edit.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn edit(
        &self,
        _: &Consented,
        id: JobId,
        lines: LineMode,
        text: String,
        joins: bool,
    ) -> Result<TextView, CommandError> {
        let mut state = self.state();
        let read = state.read(id)?;
        read.edit(lines, text, joins);
        Ok(read.text_view(lines))
    }

    /// Leaves the lines of an area of a page out of the text.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn ignore_area(
        &self,
        _: &Consented,
        id: JobId,
        lines: LineMode,
        page: u32,
        area: Area,
    ) -> Result<TextView, CommandError> {
        let mut state = self.state();
        let read = state.read(id)?;
        read.ignore_area(lines, page, area);
        Ok(read.text_view(lines))
    }

    /// Goes back or forth in the steps of the person's edits.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn step(
        &self,
        _: &Consented,
        id: JobId,
        lines: LineMode,
        step: HistoryStep,
    ) -> Result<TextView, CommandError> {
        let mut state = self.state();
        let read = state.read(id)?;
        read.step(step);
        let view = read.text_view(lines);
        self.follow_step(&mut state, id, lines);
        Ok(view)
    }

    /// Does something with what was read of a picture and how its text is shown.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn on_text<T>(
        &self,
        _: &Consented,
        id: JobId,
        lines: LineMode,
        work: impl FnOnce(&Document, TextWithSpans) -> T,
    ) -> Result<T, CommandError> {
        let mut state = self.state();
        let read = state.read(id)?;
        Ok(work(read.document(), read.text(lines)))
    }

    /// The person has saved or copied the texts of these pictures.
    pub(crate) fn keep(&self, ids: &[JobId]) {
        let mut state = self.state();
        for id in ids {
            // One that was removed meanwhile has nothing to lose.
            if let Ok(read) = state.read(*id) {
                read.keep();
            }
        }
    }

    /// The pictures with edits that the person has neither saved nor copied.
    pub(crate) fn unkept(&self) -> Vec<JobId> {
        let state = self.state();
        state.entries.iter().filter(|entry| entry.is_unkept()).map(Entry::id).collect()
    }

    /// The pictures that were read, in their order.
    pub(crate) fn read_ids(&self) -> Vec<JobId> {
        let state = self.state();
        let read = state.entries.iter().filter(|entry| entry.read().is_some());
        read.map(Entry::id).collect()
    }
}
