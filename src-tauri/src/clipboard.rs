//! The clipboard: pictures out of it, text into it. The only module that names `arboard`.
//!
//! On Linux pictures come through GTK as the bytes that another program gives, undecoded: only a
//! reader decodes pictures. Elsewhere the page gets them with its paste event, and what is read
//! here when it does not is a bitmap of the system.

#[cfg(target_os = "linux")]
mod gtk;
#[cfg(not(target_os = "linux"))]
mod system;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use arboard::{Clipboard as System, Error};
use imagetotext::SecretBytes;
use tauri::{AppHandle, Runtime};
use zeroize::Zeroizing;

use crate::contract::{ClipboardError, CommandError, Copied, EmptyReason};
use imagetotext_worker::InputKind;

/// What the clipboard holds that can be read.
pub(crate) enum Content {
    /// A picture.
    Picture(SecretBytes, InputKind),
    /// Files that were copied in a file manager.
    Files(Vec<PathBuf>),
    /// Neither.
    Nothing(EmptyReason),
}

/// Takes what is on the clipboard. Waits for the program that holds it; not to be called on the
/// main thread.
pub(crate) fn content<R: Runtime>(app: &AppHandle<R>) -> Content {
    #[cfg(target_os = "linux")]
    return gtk::content(app);
    #[cfg(not(target_os = "linux"))]
    return system::content(app);
}

/// The clipboard for text. On Linux this program answers whoever pastes, so it is kept.
#[derive(Default)]
pub(crate) struct Clipboard(Mutex<Option<System>>);

impl Clipboard {
    /// Puts text there, asks that histories leave it out if it is `private`, and looks whether it
    /// has arrived.
    ///
    /// # Errors
    /// [`CommandError::Clipboard`]; blank text is refused, and what is there stays.
    pub(crate) fn copy(&self, text: &str, private: bool) -> Result<Copied, CommandError> {
        let trouble = |reason| CommandError::Clipboard { reason };
        if text.trim().is_empty() {
            return Err(trouble(ClipboardError::Empty));
        }
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let system = match &mut *held {
            Some(system) => system,
            none => none.insert(System::new().map_err(|error| trouble(reason(&error)))?),
        };
        write(system, text, private).map_err(|error| trouble(reason(&error)))?;
        let kept = Zeroizing::new(system.get_text().map_err(|error| trouble(reason(&error)))?);
        // Windows ends lines in its own way.
        if kept.lines().ne(text.lines()) {
            return Err(trouble(ClipboardError::NotKept));
        }
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count() as u32;
        Ok(Copied { characters: text.chars().count() as u32, lines, private })
    }
}

fn write(system: &mut System, text: &str, private: bool) -> Result<(), Error> {
    #[cfg(target_os = "macos")]
    use arboard::SetExtApple as _;
    #[cfg(target_os = "linux")]
    use arboard::SetExtLinux as _;
    #[cfg(windows)]
    use arboard::SetExtWindows as _;

    let set = system.set();
    #[cfg(windows)]
    let set = if private { set.exclude_from_cloud() } else { set };
    let set = if private { set.exclude_from_history() } else { set };
    set.text(text)
}

fn reason(error: &Error) -> ClipboardError {
    match error {
        Error::ClipboardOccupied => ClipboardError::Busy,
        Error::ContentNotAvailable => ClipboardError::NotKept,
        _ => ClipboardError::Unavailable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_text_never_touches_the_clipboard() {
        let clipboard = Clipboard::default();
        for blank in ["", " \n\t"] {
            let refused = Err(CommandError::Clipboard { reason: ClipboardError::Empty });
            assert_eq!(clipboard.copy(blank, true), refused);
        }
        assert!(clipboard.0.lock().unwrap().is_none(), "it was not even opened");
    }
}
