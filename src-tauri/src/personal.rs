//! Everything that the program stores about the person: their consent, their settings and, if they
//! switch it on, how many pictures were read in each month. Pictures and texts never come here.
//!
//! Memory follows the disk: when a file cannot be written, the value in memory stays as it was.

mod autostart;
mod clock;
mod consent;
mod counters;
mod directory;
mod files;
mod policy;
mod settings;

use std::path::PathBuf;

use time::UtcDateTime;

pub use self::autostart::Autostart;
pub(crate) use self::autostart::OPTION as AT_LOGIN;
use self::clock::Month;
pub use self::consent::Consented;
use self::files::{FileKind, Files};
use crate::contract::{
    About, CommandError, ConsentRecord, Counter, InitialState, Policy, Settings, StoredData, System,
};

/// Everything that is stored, in memory and in three files of one directory, and the entry that starts the
/// program at login. Only one instance may use a directory: two would overwrite each other's files.
#[derive(Debug)]
pub struct PersonalData {
    files: Files,
    program: &'static str,
    /// The newest first.
    policies: &'static [Policy],
    now: fn() -> UtcDateTime,
    consent: Option<ConsentRecord>,
    settings: Settings,
    counters: Vec<Counter>,
    /// Absent in tests, which must not change how the account of those who run them starts.
    autostart: Option<Autostart>,
}

impl PersonalData {
    /// Reads the files in this directory, which need not exist. Damaged files count as absent. Erases
    /// counters that are too old, and temporary files that a killed program left.
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
        // The program starts even if one of the two fails; the next start tries again.
        let _ = files.remove_unfinished();
        let stored = counters::read(&files);
        let counters = counters::within_retention(&stored, Month::of(now()));
        if counters != stored {
            let _ = counters::write(&files, &counters);
        }
        let consent = consent::read(&files);
        let settings = settings::read(&files);
        let settings = Settings { autostart: false, ..settings };
        Self { files, program, policies, now, consent, settings, counters, autostart: None }
    }

    /// From now on the setting for starting at login is this entry. One that names another place of the
    /// program, which was moved, is put right.
    pub fn enable_autostart(&mut self, autostart: Autostart) {
        self.settings.autostart = autostart.is_on();
        if self.settings.autostart && self.consented().is_ok() && !autostart.is_current() {
            // It still starts what it started before; the next start of the program tries again.
            let _ = autostart.switch_on();
        }
        self.autostart = Some(autostart);
    }

    /// What the page starts with.
    pub fn initial_state(&self, system: System) -> InitialState {
        InitialState {
            about: About { version: self.program.into(), system },
            consent: consent::status(self.consent.as_ref(), self.policies),
            policies: self.policies.to_vec(),
            settings: self.settings.clone(),
        }
    }

    /// The proof of consent, which every input source asks for.
    ///
    /// # Errors
    /// `NotConsented` if there is no consent, or a significant change came after it.
    pub fn consented(&self) -> Result<Consented, CommandError> {
        consent::consented(self.consent.as_ref(), self.policies)
    }

    /// Stores that the person agreed to this version of the policy, and that they are 14 or older.
    ///
    /// # Errors
    /// `StalePolicy` if it is not the current version, `NotAdult`, or `Storage`: a consent that cannot
    /// be stored is none.
    pub fn agree(&mut self, version: u32, adult: bool) -> Result<Consented, CommandError> {
        if policy::newest(self.policies) != Some(version) {
            return Err(CommandError::StalePolicy);
        }
        if !adult {
            return Err(CommandError::NotAdult);
        }
        self.store_consent(version)?;
        self.consented()
    }

    /// Stores that the person has seen a minor change. The record then holds the version that they saw
    /// last and the time of that: the older time beside the newer version would be false.
    ///
    /// # Errors
    /// `NotConsented`, `StalePolicy` if it is not the current version, or `Storage`.
    pub fn acknowledge(&mut self, version: u32) -> Result<(), CommandError> {
        self.consented()?;
        if policy::newest(self.policies) != Some(version) {
            return Err(CommandError::StalePolicy);
        }
        let is_known = self.consent.as_ref().is_some_and(|record| record.policy == version);
        if is_known { Ok(()) } else { self.store_consent(version) }
    }

    /// Withdraws consent and erases everything, in memory and on the disk.
    ///
    /// # Errors
    /// `Storage` if a file could not be erased. Consent ends even then, unless it is the record of
    /// consent that could not be erased; [`PersonalData::consented`] says which.
    pub fn withdraw(&mut self) -> Result<(), CommandError> {
        let erased = self.erase();
        // Last, so that a program killed in between still shows what is left and can withdraw again.
        self.files.remove(FileKind::Consent)?;
        self.consent = None;
        erased
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Stores settings, with the window limited to the size of a screen, and returns what was stored.
    ///
    /// # Errors
    /// `NotConsented`, because without consent nothing is written, or `Storage`.
    pub fn set_settings(&mut self, settings: Settings) -> Result<Settings, CommandError> {
        self.consented()?;
        let settings = settings::within_limits(settings);
        self.set_autostart(settings.autostart)?;
        let settings = Settings { autostart: self.settings.autostart, ..settings };
        if settings != self.settings {
            settings::write(&self.files, &settings)?;
            self.settings = settings;
        }
        Ok(self.settings.clone())
    }

    /// Everything that is stored, and where.
    pub fn stored(&self) -> StoredData {
        let files = FileKind::ALL.into_iter().map(|kind| self.files.entry(kind));
        StoredData {
            entries: files.chain(self.autostart.as_ref().map(Autostart::entry)).collect(),
            consent: self.consent.clone(),
            settings: self.settings.clone(),
            counters: self.counters.clone(),
        }
    }

    /// The same as readable JSON, for the person to keep.
    pub fn export(&self) -> Vec<u8> {
        files::json(&self.stored())
    }

    /// Corrects how many pictures were read in a month; 0 removes the month.
    ///
    /// # Errors
    /// `NotConsented`, `BadRequest` if it is no month or no counted one, or `Storage`.
    pub fn set_counter(&mut self, month: &str, pictures: u32) -> Result<(), CommandError> {
        self.consented()?;
        let counters = counters::corrected(&self.counters, month, pictures)?;
        self.store_counters(counters)
    }

    /// Erases settings, counters and the entry that starts the program at login; consent stays. Settings
    /// are the defaults again.
    ///
    /// # Errors
    /// `Storage` if a file could not be erased; its values stay.
    pub fn erase(&mut self) -> Result<(), CommandError> {
        // Each is erased even if another could not be.
        let entry = self.autostart.as_ref().map_or(Ok(()), Autostart::switch_off);
        let autostart = entry.is_err() && self.settings.autostart;
        let settings = self.files.remove(FileKind::Settings);
        if settings.is_ok() {
            self.settings = Settings::default();
        }
        self.settings.autostart = autostart;
        self.store_counters(vec![])?;
        settings.and(entry)
    }

    /// Counts pictures that were read, if the person switched that on. Pictures that cannot be counted
    /// are left out without an error: that is no reason to interrupt the person.
    pub fn count(&mut self, pictures: u32) {
        if pictures == 0 || !self.settings.count || self.consented().is_err() {
            return;
        }
        let month = Month::of((self.now)());
        let _ = self.store_counters(counters::incremented(&self.counters, month, pictures));
    }

    /// Writes or removes the entry that starts the program at login; without a place for one it stays off.
    fn set_autostart(&mut self, on: bool) -> Result<(), CommandError> {
        let Some(autostart) = self.autostart.as_ref().filter(|_| on != self.settings.autostart)
        else {
            return Ok(());
        };
        if on {
            autostart.switch_on()?;
        } else {
            autostart.switch_off()?;
        }
        self.settings.autostart = on;
        Ok(())
    }

    fn store_consent(&mut self, version: u32) -> Result<(), CommandError> {
        let record = ConsentRecord {
            policy: version,
            at: clock::timestamp((self.now)()),
            adult: true,
            program: self.program.into(),
        };
        consent::write(&self.files, &record)?;
        self.consent = Some(record);
        Ok(())
    }

    fn store_counters(&mut self, counters: Vec<Counter>) -> Result<(), CommandError> {
        counters::write(&self.files, &counters)?;
        self.counters = counters;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
