//! Checks the messages of a worker. A hostile picture may have taken it over: nothing that it sends
//! is believed, neither lengths nor order nor content.

#[cfg(test)]
mod tests;

use std::io::{self, Read};

use imagetotext::Page;
use imagetotext::source::PageUpdate;

use crate::frame;
use crate::limits::Limits;
use crate::packed_image::{PackedImage, Size};
use crate::picture_error::PictureError;
use crate::protocol::{Message, PageImageMessage, PageMessage, PageTiming, SandboxReport};
use crate::received_image::ReceivedImage;

/// What happens while a picture is read.
#[derive(Debug)]
pub enum Event {
    /// A page is being read, counted from 1.
    PageStarted(u32),
    /// It was read.
    Page(Box<ReadPage>),
    /// It was not read, and why; there are more pages.
    PageFailed(PictureError),
    /// There are no more pages, perhaps because of an error.
    Done(Option<PictureError>),
}

/// A page that was read.
#[derive(Debug)]
pub struct ReadPage {
    /// Its text.
    pub page: Page,
    /// Preview and thumbnail, if they were asked for.
    pub images: Option<[PackedImage; 2]>,
    /// Its whole picture, if it was asked for.
    pub page_image: Option<ReceivedImage>,
    /// How its page of a PDF is updated with its text, if that was asked for and is possible.
    pub update: Option<PageUpdate>,
    /// Whether the file has all text of the page in its text layer, open to everybody: of a page of a PDF that is not
    /// encrypted, in the picture of which nothing was read. A page without text is searchable too.
    pub is_searchable: bool,
    /// Where the time went.
    pub timing: PageTiming,
}

/// The other outcomes of a worker.
#[derive(Debug)]
pub(crate) enum Received {
    Ready,
    SetupFailed(PictureError),
    Report(SandboxReport),
    Event(Event),
}

/// Reads and checks the messages of a worker.
#[derive(Debug)]
pub struct EventReader<R> {
    from: R,
    limits: Limits,
    state: State,
}

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// [`Message::Ready`], [`Message::SetupFailed`] or [`Message::Report`].
    Setup,
    /// After so many pages, another one or [`Message::Done`].
    AfterPages(u32),
    /// The page with this number, its failure, or [`Message::Done`].
    InPage(u32),
    /// Nothing.
    Ended,
}

impl<R: Read> EventReader<R> {
    /// For the standard output of a worker that was just started.
    pub fn new(from: R, limits: Limits) -> Self {
        Self { from, limits, state: State::Setup }
    }

    /// The next event of reading; the setup is skipped.
    ///
    /// # Errors
    /// `InvalidData` for anything that our workers never send; errors of the pipe.
    pub fn next_event(&mut self) -> io::Result<Event> {
        loop {
            if let Received::Event(event) = self.next()? {
                return Ok(event);
            }
        }
    }

    pub(crate) fn next(&mut self) -> io::Result<Received> {
        let message = frame::receive_message(&mut self.from, self.limits.message_bytes)?;
        let (received, state) = match (self.state, message) {
            (State::Setup, Message::Ready) => (Received::Ready, State::AfterPages(0)),
            (State::Setup, Message::SetupFailed(error)) if error.is_sound() => {
                (Received::SetupFailed(error), State::Ended)
            }
            (State::Setup, Message::Report(report)) => (Received::Report(report), State::Ended),
            (State::AfterPages(count), Message::PageStarted(page))
                if page == count + 1 && page <= self.limits.pages =>
            {
                (Received::Event(Event::PageStarted(page)), State::InPage(page))
            }
            (State::InPage(number), Message::Page(message)) if is_sound(&message) => {
                let read = self.read_page(*message)?;
                (Received::Event(Event::Page(Box::new(read))), State::AfterPages(number))
            }
            (State::InPage(number), Message::PageFailed(error)) if error.is_sound() => {
                (Received::Event(Event::PageFailed(error)), State::AfterPages(number))
            }
            (State::AfterPages(_) | State::InPage(_), Message::Done(error))
                if error.as_ref().is_none_or(PictureError::is_sound) =>
            {
                (Received::Event(Event::Done(error)), State::AfterPages(0))
            }
            _ => return Err(io::ErrorKind::InvalidData.into()),
        };
        self.state = state;
        Ok(received)
    }

    fn read_page(&mut self, message: PageMessage) -> io::Result<ReadPage> {
        let PageMessage { page, images, page_image, update, is_searchable, timing } = message;
        let images = match images {
            Some([preview, thumbnail]) => Some([self.image(preview)?, self.image(thumbnail)?]),
            None => None,
        };
        let page_image = match page_image {
            Some(PageImageMessage::File(header)) => Some(ReceivedImage::file(header)),
            Some(PageImageMessage::Bytes(header)) => {
                let data = frame::receive(&mut self.from, self.limits.page_image_bytes)?;
                Some(ReceivedImage::new(header, data).ok_or(io::ErrorKind::InvalidData)?)
            }
            None => None,
        };
        Ok(ReadPage { page, images, page_image, update, is_searchable, timing })
    }

    fn image(&mut self, size: Size) -> io::Result<PackedImage> {
        let packed = frame::receive(&mut self.from, self.limits.image_bytes())?;
        PackedImage::received(size, packed, &self.limits)
            .ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

fn is_sound(message: &PageMessage) -> bool {
    message.page.is_sound()
        && message.timing.is_sound()
        && message.page_image.is_none_or(|image| image.is_sound())
        && message.update.as_ref().is_none_or(PageUpdate::is_sound)
}
