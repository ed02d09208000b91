//! The entry as a file, on Linux and macOS.

use std::path::{Path, PathBuf};

#[cfg(any(not(target_os = "macos"), test))]
use super::desktop_entry;
#[cfg(target_os = "macos")]
use super::launch_agent;
use crate::contract::{CommandError, StoredEntry, StoredKind};
use crate::personal::directory::Directory;

/// How the temporary name of the entry begins until it is whole. Others have files beside it.
const UNFINISHED: &str = ".imagetotext-unfinished-";

/// The entry that starts a program at login.
#[derive(Debug)]
pub struct Autostart {
    directory: Directory,
    name: &'static str,
    content: String,
}

impl Autostart {
    /// The entry of this program. `None` where the account has no place for it, or no entry can name
    /// the path of the program.
    pub fn of_this_program() -> Option<Self> {
        // An AppImage is mounted at another path each time.
        let image = std::env::var_os("APPIMAGE").filter(|_| cfg!(target_os = "linux"));
        let program = match image {
            Some(image) => PathBuf::from(image),
            None => std::env::current_exe().ok()?,
        };
        Self::of_system(&program)
    }

    #[cfg(target_os = "macos")]
    fn of_system(program: &Path) -> Option<Self> {
        Some(Self {
            directory: Directory::new(dirs::home_dir()?.join("Library/LaunchAgents"), UNFINISHED),
            name: launch_agent::NAME,
            content: launch_agent::of(program)?,
        })
    }

    #[cfg(not(target_os = "macos"))]
    fn of_system(program: &Path) -> Option<Self> {
        Self::in_directory(dirs::config_dir()?.join("autostart"), program)
    }

    /// The entry of `program` in the directory that desktops look into.
    #[cfg(any(not(target_os = "macos"), test))]
    pub(crate) fn in_directory(directory: PathBuf, program: &Path) -> Option<Self> {
        Some(Self {
            directory: Directory::new(directory, UNFINISHED),
            name: desktop_entry::NAME,
            content: desktop_entry::of(program)?,
        })
    }

    /// Whether the system would start the program.
    pub(crate) fn is_on(&self) -> bool {
        let entry = self.directory.read(self.name);
        entry.is_some_and(|entry| !is_disabled(&String::from_utf8_lossy(&entry)))
    }

    /// Whether the entry is the one that [`Autostart::switch_on`] writes.
    pub(crate) fn is_current(&self) -> bool {
        self.directory.read(self.name).as_deref() == Some(self.content.as_bytes())
    }

    /// Writes the entry.
    pub(crate) fn switch_on(&self) -> Result<(), CommandError> {
        self.directory.write(self.name, self.content.as_bytes())
    }

    /// Removes the entry.
    pub(crate) fn switch_off(&self) -> Result<(), CommandError> {
        self.directory.remove(self.name)
    }

    /// Where it is, and whether it exists.
    pub(crate) fn entry(&self) -> StoredEntry {
        self.directory.entry(self.name, StoredKind::Autostart)
    }
}

/// Whether a tool of the desktop has switched the entry off without removing it.
fn is_disabled(entry: &str) -> bool {
    let mut lines = entry.lines().map(|line| line.replace(' ', ""));
    lines.any(|line| line == "Hidden=true" || line == "X-GNOME-Autostart-enabled=false")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn entry(directory: &Path, program: &str) -> Autostart {
        Autostart::in_directory(directory.into(), Path::new(program)).unwrap()
    }

    #[test]
    fn it_is_off_until_it_is_switched_on() {
        let root = tempfile::tempdir().unwrap();
        let directory = root.path().join("autostart");
        let autostart = entry(&directory, "/opt/imagetotext-app");
        assert!(!autostart.is_on() && !autostart.entry().exists);
        autostart.switch_on().unwrap();
        assert!(autostart.is_on() && autostart.entry().exists);
        autostart.switch_off().unwrap();
        assert!(!autostart.is_on() && !directory.exists());
        autostart.switch_off().unwrap();
    }

    #[test]
    fn entries_of_other_programs_stay() {
        let root = tempfile::tempdir().unwrap();
        let other = root.path().join("other.desktop");
        std::fs::write(&other, "[Desktop Entry]\n").unwrap();
        let autostart = entry(root.path(), "/opt/imagetotext-app");
        autostart.switch_on().unwrap();
        autostart.switch_off().unwrap();
        assert_eq!(std::fs::read(&other).unwrap(), b"[Desktop Entry]\n");
        assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_desktop_can_switch_it_off() {
        let root = tempfile::tempdir().unwrap();
        let autostart = entry(root.path(), "/opt/imagetotext-app");
        for line in ["Hidden=true", "X-GNOME-Autostart-enabled = false"] {
            autostart.switch_on().unwrap();
            let path = root.path().join(autostart.name);
            std::fs::write(&path, format!("{}{line}\n", autostart.content)).unwrap();
            assert!(!autostart.is_on(), "{line}");
        }
    }

    #[test]
    fn a_program_that_was_moved_is_named_anew() {
        let root = tempfile::tempdir().unwrap();
        entry(root.path(), "/opt/old/imagetotext-app").switch_on().unwrap();
        let moved = entry(root.path(), "/opt/new/imagetotext-app");
        assert!(moved.is_on() && !moved.is_current());
        moved.switch_on().unwrap();
        assert!(moved.is_current());
        let content = std::fs::read_to_string(root.path().join(moved.name)).unwrap();
        assert!(content.contains("/opt/new/imagetotext-app"), "{content}");
    }
}
