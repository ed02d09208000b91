//! The whole pictures of pages, decoded again for a PDF: only small ones are kept.

use std::sync::Arc;

use imagetotext::SecretBytes;
use imagetotext::export::PageImage;
use imagetotext::source::PageRanges;
use imagetotext_worker::{Event, ReadOptions, ReceivedImage, Worker};

use super::Queue;
use crate::contract::{CommandError, JobId, ReadError};
use crate::personal::Consented;

/// The pictures of a file, in the order of its pages.
pub(crate) struct PagePictures {
    file: Arc<SecretBytes>,
    images: Vec<Option<ReceivedImage>>,
}

impl PagePictures {
    /// As a PDF takes them.
    pub(crate) fn images(&self) -> Vec<Option<PageImage<'_>>> {
        self.images.iter().map(|image| Some(image.as_ref()?.image(&self.file))).collect()
    }
}

impl Queue {
    /// The file of a picture, if that is a searchable PDF of what is shown already.
    ///
    /// # Errors
    /// Those of [`Queue::page_pictures`].
    pub(crate) async fn searchable_file(
        &self,
        _: &Consented,
        id: JobId,
    ) -> Result<Option<Arc<SecretBytes>>, CommandError> {
        let (name, source, digest) = {
            let mut state = self.state();
            let entry = state.entry(id)?;
            if !entry.is_searchable() {
                return Ok(None);
            }
            (entry.name().to_owned(), entry.source(), entry.digest())
        };
        let loaded = source.load_again(digest).await;
        let (file, _) = loaded.map_err(|reason| CommandError::ReadAgain { reason, name })?;
        Ok(Some(file))
    }

    /// The pictures of all pages, turned as the person has turned them.
    ///
    /// # Errors
    /// [`CommandError::NoSuchJob`] when the picture is gone; [`CommandError::ReadAgain`] when its file is, or
    /// has changed.
    pub(crate) async fn page_pictures(
        &self,
        consented: &Consented,
        id: JobId,
    ) -> Result<PagePictures, CommandError> {
        let (name, source, digest, turns, password) = {
            let mut state = self.state();
            let pages = state.read(id)?.document().pages.len() as u32;
            let entry = state.entry(id)?;
            let turns: Vec<u8> = (1..=pages).map(|page| entry.turns_of(page)).collect();
            let name = entry.name().to_owned();
            (name, entry.source(), entry.digest(), turns, entry.password())
        };
        let (file, input) = source
            .load_again(digest)
            .await
            .map_err(|reason| CommandError::ReadAgain { reason, name })?;
        let mut worker = self.state().workers.take(consented, self.engine()).map_err(fault)?;
        let options = ReadOptions {
            input,
            password,
            page_images: true,
            without_text: true,
            ..ReadOptions::default()
        };
        let mut images = Vec::new();
        let mut page = 0;
        // Pages that are turned alike are decoded together.
        let is_alike = turns.windows(2).all(|pair| pair[0] == pair[1]);
        while page < turns.len() {
            let all = PageRanges::default();
            let pages = if is_alike { all } else { PageRanges::one(page as u32 + 1) };
            let options = ReadOptions { quarter_turns: turns[page], pages, ..options.clone() };
            decode(&mut worker, options, &file, &mut images).await?;
            page = if is_alike { turns.len() } else { page + 1 };
        }
        Ok(PagePictures { file, images })
    }
}

async fn decode(
    worker: &mut Worker,
    options: ReadOptions,
    file: &Arc<SecretBytes>,
    images: &mut Vec<Option<ReceivedImage>>,
) -> Result<(), CommandError> {
    worker.read(options, file.clone()).await.map_err(fault)?;
    loop {
        match worker.next().await.map_err(fault)? {
            Event::PageStarted(_) => {}
            Event::Page(page) => images.push(page.page_image),
            Event::PageFailed(_) => images.push(None),
            // What was read of the file is saved, as far as it goes.
            Event::Done(_) => return Ok(()),
        }
    }
}

/// It was decoded before, so this is no fault of the picture.
fn fault(_: impl Into<ReadError>) -> CommandError {
    CommandError::Internal
}
