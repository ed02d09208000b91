//! Areas that the person leaves out of all pictures of a size: also of those that are read later.

use super::entry::Entry;
use super::{Queue, QueueState};
use crate::contract::{Area, CommandError, Event, JobId, LineMode};
use crate::personal::Consented;

/// Most areas at a time. A page has a header, a footer and a few stamps.
const MOST: usize = 32;

/// An area of all pages with this number and size.
#[derive(Debug, Clone, Copy)]
pub(super) struct IgnoredArea {
    /// The picture in which the person selected it.
    id: JobId,
    /// Number of the page, from 1.
    page: u32,
    /// Its width and height in pixels.
    size: [u32; 2],
    area: Area,
    /// Whether undo has brought it back there: then nothing is left out of others either.
    is_undone: bool,
}

impl IgnoredArea {
    fn is_same(&self, other: &Self) -> bool {
        (self.page, self.size, self.area) == (other.page, other.size, other.area)
    }
}

impl Queue {
    /// From now on leaves an area out of every picture whose page with this number has the same size as
    /// in picture `id`.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, was not read or has no such page.
    pub(crate) fn ignore_area_from_now_on(
        &self,
        _: &Consented,
        id: JobId,
        page: u32,
        area: Area,
    ) -> Result<(), CommandError> {
        let mut state = self.state();
        let size = state.read(id)?.page_size(page).ok_or(CommandError::NoSuchJob)?;
        let ignored = IgnoredArea { id, page, size, area, is_undone: false };
        state.ignored.retain(|other| !other.is_same(&ignored));
        if state.ignored.len() == MOST {
            state.ignored.remove(0);
        }
        state.ignored.push(ignored);
        self.emit_ignored(&state.ignored);
        Ok(())
    }

    /// After a step in the edits of picture `id`: what it brought back is not left out of others either, until
    /// another step takes it out again.
    pub(super) fn follow_step(&self, state: &mut QueueState, id: JobId, lines: LineMode) {
        let Some(read) = state.entries.iter().find(|it| it.id() == id).and_then(Entry::read) else {
            return;
        };
        let mut is_any = false;
        for ignored in state.ignored.iter_mut().filter(|ignored| ignored.id == id) {
            ignored.is_undone = read.has_text_in(lines, ignored.page, ignored.area);
            is_any = true;
        }
        if is_any {
            self.emit_ignored(&state.ignored);
        }
    }

    /// Leaves nothing out of the pictures that are read from now on.
    pub(crate) fn stop_ignoring_areas(&self) {
        let mut state = self.state();
        state.ignored.clear();
        self.emit_ignored(&state.ignored);
    }

    /// Tells the page how many there are.
    pub(super) fn emit_ignored(&self, ignored: &[IgnoredArea]) {
        let count = ignored.iter().filter(|it| !it.is_undone).count() as u32;
        self.context.emit(Event::IgnoredAreas { count });
    }
}

/// Leaves the areas out of a picture that was just read. It is an edit that undo takes back, and one that
/// nobody has to save: the person did nothing in this picture. One that they corrected stays as it is.
pub(super) fn leave_out(entry: &mut Entry, ignored: &[IgnoredArea], lines: LineMode) {
    let Some(read) = entry.read_mut().filter(|read| !read.has_history()) else { return };
    for IgnoredArea { page, size, area, is_undone, .. } in ignored {
        if !is_undone && read.page_size(*page) == Some(*size) {
            read.ignore_area(lines, *page, *area);
        }
    }
    read.keep();
}
