//! Pages of the pictures, to be looked at.

use std::sync::Arc;

use imagetotext_worker::PackedImage;

use super::{Pixels, Queue};
use crate::contract::{CommandError, JobId, PageView};
use crate::personal::Consented;
use crate::view;

impl Queue {
    /// The text of a page, counted from 1.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn page(
        &self,
        _: &Consented,
        id: JobId,
        page: u32,
    ) -> Result<PageView, CommandError> {
        let mut state = self.state();
        let read = state.read(id)?;
        let shown = read.page(page).ok_or(CommandError::NoSuchJob)?;
        Ok(PageView { left_out: read.left_out_of(page), ..view::page(shown) })
    }

    /// A page to be looked at.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn preview(
        &self,
        _: &Consented,
        id: JobId,
        page: u32,
    ) -> Result<Pixels, CommandError> {
        let image = self.state().read(id)?.preview(page);
        unpacked(image)
    }

    /// A page, small: for the list, and to be looked at until its preview is there.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when it is gone, or was not read.
    pub(crate) fn thumbnail(
        &self,
        _: &Consented,
        id: JobId,
        page: u32,
    ) -> Result<Pixels, CommandError> {
        let image = self.state().read(id)?.thumbnail(page);
        unpacked(image)
    }
}

fn unpacked(image: Option<Arc<PackedImage>>) -> Result<Pixels, CommandError> {
    image.ok_or(CommandError::NoSuchJob)?.rgba_with_size().ok_or(CommandError::Internal)
}
