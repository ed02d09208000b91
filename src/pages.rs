//! The pages of one file as they are read, with those that were not.

use imagetotext::Page;
use imagetotext::export::{PageImage, PdfUpdate};
use imagetotext::source::{Format, PageRanges};
use imagetotext_worker::{FilePages, PictureError, ReadPage, WorkerError};
use zeroize::Zeroizing;

use crate::messages::Failure;
use crate::name::Name;
use crate::page_notes::PageNotes;

/// Most sentences about pages of one file.
const MOST_SENTENCES: usize = 10;

/// Pages at the beginning of a file that wait for the first text. More are photographs, and would be read twice.
const MOST_BEFORE_TEXT: u32 = 3;

/// Hands on pages when they are there.
#[derive(Debug)]
pub(crate) struct Pages<F> {
    /// Those so far, read or not.
    so_far: FilePages,
    /// Before the first one, to begin again.
    none: FilePages,
    /// Takes the next page, with its picture if that was asked for.
    on_page: F,
    /// Those before the first one that was read. Of a file without such a page nothing is handed on.
    held_back: u32,
    is_any_read: bool,
    failures: Vec<Failure>,
    /// Failures without a sentence.
    hidden: usize,
    /// As long as all pages are searchable as they are, or with an update, and none of them was handed on.
    searchable: Option<Searchable>,
}

/// Pages that are searchable as they are, or with an update of their file.
#[derive(Debug)]
struct Searchable {
    is_any_text: bool,
    is_any_updated: bool,
    update: PdfUpdate,
    notes: PageNotes,
}

/// What came of the pages.
#[derive(Debug)]
pub(crate) enum Finished {
    /// They were handed on; why pages are missing or empty.
    HandedOn(Vec<Failure>),
    /// None was: the file is searchable with `update` after its last byte.
    Searchable { update: Zeroizing<Vec<u8>>, failures: Vec<Failure>, notes: PageNotes },
}

/// Why a page was not taken, and the file that is to blame.
pub(crate) type Refusal = (Name, Failure);

/// Why the reading of a file is stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A page was not taken.
    Refused(Refusal),
    /// The pages that were not handed on are needed.
    ReadAgain,
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<F: FnMut(Page, Option<&PageImage<'_>>) -> Result<(), Refusal>> Pages<F> {
    /// Of a file of which these pages are read. With the `length` of a PDF, pages at its beginning that are searchable as
    /// they are, or with an update, wait for one that is not.
    pub(crate) fn new(
        format: Option<Format>,
        ranges: PageRanges,
        length: Option<u64>,
        on_page: F,
    ) -> Self {
        let so_far = FilePages::new(format, ranges);
        Self {
            none: so_far.clone(),
            so_far,
            on_page,
            held_back: 0,
            is_any_read: false,
            failures: Vec::new(),
            hidden: 0,
            searchable: length.map(|length| Searchable {
                is_any_text: false,
                is_any_updated: false,
                update: PdfUpdate::new(length),
                notes: PageNotes::default(),
            }),
        }
    }

    /// Whether pages wait for one that is not searchable.
    pub(crate) fn finds_searchable(&self) -> bool {
        self.searchable.is_some()
    }

    /// How many there are, read or not.
    pub(crate) fn count(&self) -> u32 {
        self.so_far.count()
    }

    /// The next page was read. `file` is what is in memory of the file.
    ///
    /// # Errors
    /// Those of who takes the pages, and [`Stop::ReadAgain`].
    pub(crate) fn add(&mut self, read: ReadPage, file: &[u8]) -> Result<(), Stop> {
        if let Some(searchable) = &mut self.searchable
            && searchable.add(&read, self.so_far.count())
        {
            self.is_any_read = true;
            self.so_far.add();
            return Ok(());
        }
        self.hand_on()?;
        self.is_any_read = true;
        for held in 1..=std::mem::take(&mut self.held_back) {
            (self.on_page)(unread(self.so_far.number_of(held)), None)?;
        }
        self.so_far.add();
        let image = read.page_image.as_ref().map(|image| image.image(file));
        Ok((self.on_page)(read.page, image.as_ref())?)
    }

    /// The next page was not read, and its worker goes on. It stays as an empty page, so that those after it keep
    /// their numbers.
    ///
    /// # Errors
    /// Those of [`Pages::add`].
    pub(crate) fn skip(&mut self, error: PictureError) -> Result<(), Stop> {
        let number = self.so_far.number();
        self.so_far.add();
        Ok(self.add_unread(number, Failure::Picture(error))?)
    }

    /// A worker failed. Returns why no other one reads on; if one does, the page that it failed at is skipped.
    ///
    /// # Errors
    /// Those of [`Pages::add`].
    pub(crate) fn skip_after(&mut self, error: WorkerError) -> Result<Option<Failure>, Stop> {
        self.hand_on()?;
        let number = self.so_far.number();
        if !self.so_far.skip_after(&error) {
            return Ok(Some(error.into()));
        }
        self.add_unread(number, error.into())?;
        Ok(None)
    }

    /// A worker ended before the last page. Returns why no other one reads on.
    ///
    /// # Errors
    /// Those of [`Pages::add`].
    pub(crate) fn read_on_after(&mut self, error: PictureError) -> Result<Option<Failure>, Stop> {
        if self.so_far.read_on_after(&error) {
            return Ok(None);
        }
        self.hand_on()?;
        Ok(Some(Failure::Picture(error)))
    }

    /// There are no more pages.
    ///
    /// # Errors
    /// [`Stop::ReadAgain`].
    pub(crate) fn end(&mut self) -> Result<(), Stop> {
        // Where there is no text at all, nothing is searchable.
        let has_text = |it: &Searchable| it.is_any_text || it.is_any_updated;
        if self.searchable.as_ref().is_some_and(has_text) { Ok(()) } else { self.hand_on() }
    }

    /// From now on all pages are handed on.
    fn hand_on(&mut self) -> Result<(), Stop> {
        match self.searchable.take() {
            Some(_) if self.so_far.count() > 0 => {
                self.so_far = self.none.clone();
                self.failures.clear();
                (self.hidden, self.is_any_read) = (0, false);
                Err(Stop::ReadAgain)
            }
            _ => Ok(()),
        }
    }

    fn add_unread(&mut self, number: u32, why: Failure) -> Result<(), Refusal> {
        if self.failures.len() < MOST_SENTENCES {
            self.failures.push(Failure::SkippedPage(number, Box::new(why)));
        } else {
            self.hidden += 1;
        }
        if let Some(searchable) = &mut self.searchable {
            searchable.notes.add(&unread(number));
            return Ok(());
        }
        if self.is_any_read {
            return (self.on_page)(unread(number), None);
        }
        self.held_back += 1;
        Ok(())
    }

    /// The pages that are to be read still.
    pub(crate) fn remaining(&self) -> Option<PageRanges> {
        self.so_far.remaining()
    }

    /// What came of them; `failure` is why there are no more.
    ///
    /// # Errors
    /// Why not a single page was read.
    pub(crate) fn finish(mut self, failure: Option<Failure>) -> Result<Finished, Failure> {
        if !self.is_any_read {
            let first = self.failures.into_iter().next();
            return Err(failure.or(first).unwrap_or(Failure::NoSuchPage));
        }
        let number = self.so_far.number();
        if self.hidden > 0 {
            self.failures.push(Failure::MoreSkippedPages(self.hidden));
        }
        if let Some(why) = failure {
            self.failures.push(Failure::Page(number, Box::new(why)));
        } else {
            self.failures.extend(self.so_far.missing().map(Failure::MissingPages));
            self.failures.extend(self.so_far.cut_at().map(Failure::LastPage));
        }
        let failures = self.failures;
        Ok(match self.searchable {
            Some(Searchable { update, notes, .. }) => {
                Finished::Searchable { update: update.finish(), failures, notes }
            }
            None => Finished::HandedOn(failures),
        })
    }
}

impl Searchable {
    /// Adds a page after so many others, if it is searchable or can be made so.
    fn add(&mut self, read: &ReadPage, before: u32) -> bool {
        let has_text = read.page.lines().next().is_some();
        let is_updated = !(read.is_searchable && has_text)
            && read.update.as_ref().is_some_and(|it| self.update.push_page(&read.page, it));
        let is_held = self.is_any_text || has_text || before < MOST_BEFORE_TEXT;
        let is_added = is_updated || read.is_searchable && is_held;
        if is_added {
            self.is_any_updated |= is_updated;
            self.is_any_text |= has_text;
            self.notes.add(&read.page);
        }
        is_added
    }
}

fn unread(number: u32) -> Page {
    let mut page = Page::new(1, 1, Vec::new());
    page.number = number;
    page
}
