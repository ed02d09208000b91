//! Starting at login: an entry of the person's account that names this program. The entry itself is the
//! setting, because the person can also remove it with the tools of their system.

#[cfg(all(not(windows), any(not(target_os = "macos"), test)))]
mod desktop_entry;
#[cfg(not(windows))]
mod file;
#[cfg(any(target_os = "macos", all(not(windows), test)))]
mod launch_agent;
#[cfg(windows)]
mod registry;

#[cfg(not(windows))]
pub use file::Autostart;
#[cfg(windows)]
pub use registry::Autostart;

/// What the entry adds to the path of the program.
pub(crate) const OPTION: &str = "--at-login";
