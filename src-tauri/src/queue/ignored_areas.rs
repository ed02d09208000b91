//! Areas that the person leaves out of all pictures of a size: also of those that are read later.

use super::Queue;
use super::entry::Entry;
use crate::contract::{Area, CommandError, Event, JobId, LineMode};
use crate::personal::Consented;

/// Most areas at a time. A page has a header, a footer and a few stamps.
const MOST: usize = 32;

/// An area of all pages with this number and size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct IgnoredArea {
    /// Number of the page, from 1.
    page: u32,
    /// Its width and height in pixels.
    size: [u32; 2],
    area: Area,
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
        let ignored = IgnoredArea { page, size, area };
        if !state.ignored.contains(&ignored) {
            if state.ignored.len() == MOST {
                state.ignored.remove(0);
            }
            state.ignored.push(ignored);
        }
        self.emit_ignored(&state.ignored);
        Ok(())
    }

    /// Leaves nothing out of the pictures that are read from now on.
    pub(crate) fn stop_ignoring_areas(&self) {
        let mut state = self.state();
        state.ignored.clear();
        self.emit_ignored(&state.ignored);
    }

    /// Tells the page how many there are.
    pub(super) fn emit_ignored(&self, ignored: &[IgnoredArea]) {
        self.context.emit(Event::IgnoredAreas { count: ignored.len() as u32 });
    }
}

/// Leaves the areas out of a picture that was just read. It is an edit that undo takes back, and one that
/// nobody has to save: the person did nothing in this picture. One that they corrected stays as it is.
pub(super) fn leave_out(entry: &mut Entry, ignored: &[IgnoredArea], lines: LineMode) {
    let Some(read) = entry.read_mut().filter(|read| !read.has_history()) else { return };
    for IgnoredArea { page, size, area } in ignored {
        if read.page_size(*page) == Some(*size) {
            read.ignore_area(lines, *page, *area);
        }
    }
    read.keep();
}
