//! What became of each picture: what is printed, reported and counted.

use super::Session;
use crate::messages::{self, Failure, Summary};
use crate::name::Name;

impl Session<'_> {
    /// Says what there is to say about a picture that was read.
    pub(super) fn note(&self, name: &Name, notes: Vec<Failure>) {
        let (mut is_read, mut may_pass) = (true, false);
        for failure in notes {
            if failure.is_failure() {
                is_read = false;
                may_pass |= failure.may_pass();
                self.say(name, &failure);
            } else if !self.job.quiet {
                self.progress.print(&messages::sentence(name, &failure));
            }
        }
        if is_read {
            self.count(|counts| counts.read += 1);
        } else {
            self.count(|counts| {
                counts.failed += 1;
                counts.read_again += usize::from(may_pass);
            });
        }
    }

    pub(super) fn fail(&self, name: &Name, failure: &Failure) {
        self.count_failed(failure);
        self.say(name, failure);
    }

    fn count_failed(&self, failure: &Failure) {
        self.count(|counts| {
            if matches!(failure, Failure::Output(_)) {
                counts.not_written += 1;
            } else {
                counts.failed += 1;
            }
            counts.read_again += usize::from(failure.may_pass());
        });
    }

    /// Says what went wrong, and reports it.
    fn say(&self, name: &Name, failure: &Failure) {
        self.progress.print(&messages::sentence(name, failure));
        self.report.add(name, failure);
    }

    pub(super) fn count(&self, change: impl FnOnce(&mut Summary)) {
        let mut counts = self.counts.get();
        change(&mut counts);
        self.counts.set(counts);
    }
}
