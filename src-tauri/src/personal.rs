//! All that the program keeps about the person: their consent, what they chose and, if they want
//! so, how many pictures were read in each month. Pictures and texts never come here.
//!
//! What is in memory follows what is on the disk: where a file cannot be written, what it holds
//! stays as it was.

mod clock;
mod consent;
mod counters;
mod files;
mod policy;
mod settings;

use std::path::PathBuf;

use time::UtcDateTime;

use self::clock::Month;
pub use self::consent::Consented;
use self::files::Files;
use crate::contract::{
    About, CommandError, ConsentRecord, Counter, InitialState, Policy, Settings, StoredData,
    StoredKind, System,
};

/// Everything that is held, in memory and in three files of one folder. One for each program that
/// runs: two would overwrite what the other keeps.
#[derive(Debug)]
pub struct Personal {
    files: Files,
    program: &'static str,
    /// The newest first.
    policies: &'static [Policy],
    now: fn() -> UtcDateTime,
    consent: Option<ConsentRecord>,
    settings: Settings,
    counters: Vec<Counter>,
}

impl Personal {
    /// What lies in this folder, which need not exist. Damaged files count as absent. Counters that
    /// are too old are erased, and what a killed program had begun to write.
    pub fn open(directory: PathBuf, program_version: &'static str) -> Self {
        Self::open_with(directory, program_version, policy::all(), UtcDateTime::now)
    }

    fn open_with(
        directory: PathBuf,
        program: &'static str,
        policies: &'static [Policy],
        now: fn() -> UtcDateTime,
    ) -> Self {
        let files = Files::new(directory);
        // Neither of the two must keep the program from starting; the next start tries again.
        let _ = files.sweep();
        let held = counters::read(&files);
        let counters = counters::kept(&held, Month::of(now()));
        if counters != held {
            let _ = counters::write(&files, &counters);
        }
        let consent = consent::read(&files);
        let settings = settings::read(&files);
        Self { files, program, policies, now, consent, settings, counters }
    }

    /// What the page starts from.
    pub fn start(&self, system: System) -> InitialState {
        InitialState {
            about: About { version: self.program.into(), system },
            consent: consent::standing(self.consent.as_ref(), self.policies),
            policies: self.policies.to_vec(),
            settings: self.settings.clone(),
        }
    }

    /// The proof of consent that every door asks for.
    ///
    /// # Errors
    /// `NotConsented` if there is none, or a significant change came after it.
    pub fn proof(&self) -> Result<Consented, CommandError> {
        consent::proof(self.consent.as_ref(), self.policies)
    }

    /// Keeps that the person agreed to this version of the policy, and that they are 14 or older.
    ///
    /// # Errors
    /// `StalePolicy` if it is not the version that holds, `NotAdult`, or `Storage`: a consent that
    /// cannot be kept is none.
    pub fn agree(&mut self, version: u32, adult: bool) -> Result<Consented, CommandError> {
        if policy::newest(self.policies) != Some(version) {
            return Err(CommandError::StalePolicy);
        }
        if !adult {
            return Err(CommandError::NotAdult);
        }
        self.record(version)?;
        self.proof()
    }

    /// Keeps that the person was told of a minor change. The record then says which version they
    /// saw last, and when: the time of an older version beside the number of a newer one would
    /// never have been true.
    ///
    /// # Errors
    /// `NotConsented`, `StalePolicy` if it is not the version that holds, or `Storage`.
    pub fn acknowledge(&mut self, version: u32) -> Result<(), CommandError> {
        self.proof()?;
        if policy::newest(self.policies) != Some(version) {
            return Err(CommandError::StalePolicy);
        }
        let is_known = self.consent.as_ref().is_some_and(|record| record.policy == version);
        if is_known { Ok(()) } else { self.record(version) }
    }

    /// Takes consent back and erases everything, in memory and on the disk.
    ///
    /// # Errors
    /// `Storage` if a file could not be erased. Consent ends all the same, unless it is its own
    /// record that cannot be erased; `proof` tells.
    pub fn withdraw(&mut self) -> Result<(), CommandError> {
        let erased = self.erase();
        // Last: if the program is ended in between, what is left can still be seen and taken back.
        self.files.remove(StoredKind::Consent)?;
        self.consent = None;
        erased
    }

    /// What the person chose.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Keeps settings, with a window that fits on a screen; gives them as they are kept.
    ///
    /// # Errors
    /// `NotConsented`: without consent nothing is written; or `Storage`.
    pub fn set_settings(&mut self, settings: Settings) -> Result<Settings, CommandError> {
        self.proof()?;
        let settings = settings::sane(settings);
        if settings != self.settings {
            settings::write(&self.files, &settings)?;
            self.settings = settings;
        }
        Ok(self.settings.clone())
    }

    /// Everything that is held, and where it lies.
    pub fn held(&self) -> StoredData {
        let kinds = [StoredKind::Consent, StoredKind::Settings, StoredKind::Counters];
        StoredData {
            entries: kinds.into_iter().map(|kind| self.files.entry(kind)).collect(),
            consent: self.consent.clone(),
            settings: self.settings.clone(),
            counters: self.counters.clone(),
        }
    }

    /// The same as a file to take along: JSON that people can read.
    pub fn export(&self) -> Vec<u8> {
        files::json(&self.held())
    }

    /// Corrects how many pictures were read in a month; 0 removes the month.
    ///
    /// # Errors
    /// `NotConsented`, `BadRequest` if it is no month or none that was counted, or `Storage`.
    pub fn set_counter(&mut self, month: &str, pictures: u32) -> Result<(), CommandError> {
        self.proof()?;
        let counters = counters::corrected(&self.counters, month, pictures)?;
        self.keep(counters)
    }

    /// Erases settings and counters; consent stays. Settings are as at first again.
    ///
    /// # Errors
    /// `Storage` if a file could not be erased; what it holds stays.
    pub fn erase(&mut self) -> Result<(), CommandError> {
        let settings = self.files.remove(StoredKind::Settings);
        if settings.is_ok() {
            self.settings = Settings::default();
        }
        // Counters do not have to wait for settings that cannot be erased.
        self.keep(vec![])?;
        settings
    }

    /// Counts pictures that were read, if the person wants so. Not to be able to count is no reason
    /// to disturb somebody who reads: then these pictures are not counted.
    pub fn count(&mut self, pictures: u32) {
        if pictures == 0 || !self.settings.count || self.proof().is_err() {
            return;
        }
        let month = Month::of((self.now)());
        let _ = self.keep(counters::counted(&self.counters, month, pictures));
    }

    fn record(&mut self, version: u32) -> Result<(), CommandError> {
        let record = ConsentRecord {
            policy: version,
            at: clock::stamp((self.now)()),
            adult: true,
            program: self.program.into(),
        };
        consent::write(&self.files, &record)?;
        self.consent = Some(record);
        Ok(())
    }

    fn keep(&mut self, counters: Vec<Counter>) -> Result<(), CommandError> {
        counters::write(&self.files, &counters)?;
        self.counters = counters;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
