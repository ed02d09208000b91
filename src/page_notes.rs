//! What there is to say about the pages of a file besides their text.

use imagetotext::{Page, ScriptChoice, UnreadScript};

use crate::messages::Failure;

/// What was noticed page by page.
#[derive(Debug, Default)]
pub(crate) struct PageNotes {
    count: usize,
    is_any_text: bool,
    /// Pages in scripts that cannot be read.
    unread: Vec<(usize, UnreadScript)>,
    /// Names of attached files.
    attachments: Vec<String>,
}

impl PageNotes {
    /// The next page.
    pub(crate) fn add(&mut self, page: &Page) {
        self.count += 1;
        self.is_any_text |= page.lines().next().is_some() || !page.codes.is_empty();
        for name in &page.attachments {
            // Another worker names those of the file again.
            if self.attachments.len() < Page::MAX_ATTACHMENTS && !self.attachments.contains(name) {
                self.attachments.push(name.clone());
            }
        }
        self.unread.extend(page.unread.map(|script| (self.count, script)));
    }

    /// What is to be said.
    pub(crate) fn finish(self, choice: ScriptChoice) -> Vec<Failure> {
        let is_without_text = self.unread.is_empty() && !self.is_any_text;
        let without_text = is_without_text.then_some(match choice {
            ScriptChoice::Auto => Failure::NoText,
            _ => Failure::NoTextInScript,
        });
        let several = self.count > 1;
        let unread = |(page, script)| Failure::Unread(several.then_some(page), script);
        let notes = without_text.into_iter().chain(self.unread.into_iter().map(unread));
        let attachments = Some(self.attachments).filter(|names| !names.is_empty());
        notes.chain(attachments.map(Failure::Attachments)).collect()
    }
}
