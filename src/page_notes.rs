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
}

impl PageNotes {
    /// The next page.
    pub(crate) fn add(&mut self, page: &Page) {
        self.count += 1;
        self.is_any_text |= page.lines().next().is_some() || !page.codes.is_empty();
        self.unread.extend(page.unread.map(|script| (self.count, script)));
    }

    /// What is to be said.
    pub(crate) fn finish(self, choice: ScriptChoice) -> Vec<Failure> {
        if self.unread.is_empty() && !self.is_any_text {
            let is_choice = choice != ScriptChoice::Auto;
            return vec![if is_choice { Failure::NoTextInScript } else { Failure::NoText }];
        }
        let several = self.count > 1;
        let note = |(page, script)| Failure::Unread(several.then_some(page), script);
        self.unread.into_iter().map(note).collect()
    }
}
