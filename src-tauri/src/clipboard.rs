//! The clipboard: reads pictures, writes text. The only module that names `arboard`.
//!
//! On Linux pictures come through GTK as the bytes that the other program provides: only a worker
//! decodes them. Elsewhere the page receives them with its paste event; what this module reads when
//! the page did not is a bitmap of the system.

mod content;
#[cfg(target_os = "linux")]
mod gtk;
#[cfg(not(target_os = "linux"))]
mod system;

use std::sync::{Mutex, PoisonError};

use arboard::{Clipboard as SystemClipboard, Error};
use tauri::{AppHandle, Runtime};
use zeroize::Zeroizing;

pub(crate) use self::content::Content;
use crate::contract::{ClipboardError, CommandError, Copied};
use crate::view::line_count;

/// What is on the clipboard. Waits for the program that owns it, so it must not be called on the
/// main thread.
pub(crate) fn content<R: Runtime>(app: &AppHandle<R>) -> Content {
    #[cfg(target_os = "linux")]
    return gtk::content(app);
    #[cfg(not(target_os = "linux"))]
    return system::content(app);
}

/// What is put on the clipboard: the program that pastes takes what it understands.
#[derive(Default)]
pub(crate) struct Offer {
    pub(crate) text: String,
    pub(crate) html: Option<String>,
}

impl Offer {
    /// Adds what was read of another picture, after an empty line.
    pub(crate) fn append(&mut self, other: Self) {
        if !self.text.trim().is_empty() && !other.text.trim().is_empty() {
            self.text.push_str("\n\n");
        }
        if !other.text.trim().is_empty() {
            self.text.push_str(&other.text);
        }
        if let Some(html) = other.html {
            self.html.get_or_insert_default().push_str(&html);
        }
    }
}

/// The clipboard for text. It stays open: on Linux this program answers the program that pastes.
#[derive(Default)]
pub(crate) struct Clipboard(Mutex<Option<SystemClipboard>>);

impl Clipboard {
    /// The text on the clipboard; empty when there is none.
    ///
    /// # Errors
    /// [`CommandError::Clipboard`].
    pub(crate) fn text(&self) -> Result<String, CommandError> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let text = match &mut *open {
            Some(clipboard) => clipboard.get_text(),
            none => SystemClipboard::new().and_then(|clipboard| none.insert(clipboard).get_text()),
        };
        match text {
            Err(Error::ContentNotAvailable) => Ok(String::new()),
            text => text.map_err(|error| CommandError::Clipboard { reason: reason(&error) }),
        }
    }

    /// Writes text and what goes with it, asks clipboard histories to leave it out if it is
    /// `private`, and checks that it has arrived.
    ///
    /// # Errors
    /// [`CommandError::Clipboard`]. Blank text is refused, and the clipboard stays as it is.
    pub(crate) fn copy(&self, offer: &Offer, private: bool) -> Result<Copied, CommandError> {
        let text = offer.text.as_str();
        let refuse = |reason| CommandError::Clipboard { reason };
        if text.trim().is_empty() {
            return Err(refuse(ClipboardError::Empty));
        }
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match &mut *open {
            Some(clipboard) => clipboard,
            none => none.insert(SystemClipboard::new().map_err(|error| refuse(reason(&error)))?),
        };
        write(clipboard, offer, private).map_err(|error| refuse(reason(&error)))?;
        let copied = Zeroizing::new(clipboard.get_text().map_err(|error| refuse(reason(&error)))?);
        // Compared by lines, because Windows changes line ends.
        if copied.lines().ne(text.lines()) {
            return Err(refuse(ClipboardError::NotKept));
        }
        let lines = line_count(text);
        Ok(Copied { characters: text.chars().count() as u32, lines, private })
    }
}

fn write(clipboard: &mut SystemClipboard, offer: &Offer, private: bool) -> Result<(), Error> {
    #[cfg(target_os = "macos")]
    use arboard::SetExtApple as _;
    #[cfg(target_os = "linux")]
    use arboard::SetExtLinux as _;
    #[cfg(windows)]
    use arboard::SetExtWindows as _;

    let set = clipboard.set();
    #[cfg(windows)]
    let set = if private { set.exclude_from_cloud() } else { set };
    let set = if private { set.exclude_from_history() } else { set };
    match &offer.html {
        Some(html) => set.html(html, Some(&offer.text)),
        None => set.text(&offer.text),
    }
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
    fn texts_of_several_pictures_have_an_empty_line_between() {
        let mut all = Offer::default();
        for text in ["", "one\n", " ", "two\n"] {
            all.append(Offer { text: text.into(), html: None });
        }
        assert_eq!(all.text, "one\n\n\ntwo\n");
        assert_eq!(all.html, None);
    }

    #[test]
    fn blank_text_does_not_open_the_clipboard() {
        let clipboard = Clipboard::default();
        for blank in ["", " \n\t"] {
            let refused = Err(CommandError::Clipboard { reason: ClipboardError::Empty });
            let offer = Offer { text: blank.into(), html: None };
            assert_eq!(clipboard.copy(&offer, true), refused);
        }
        assert!(clipboard.0.lock().unwrap().is_none(), "it was not opened");
    }
}
