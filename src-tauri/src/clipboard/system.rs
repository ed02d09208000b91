//! The clipboard of Windows and macOS.

use arboard::{Clipboard, Error};
use tauri::{AppHandle, Runtime};

use super::content::Content;
use crate::contract::EmptyReason;
use imagetotext_worker::InputKind;

/// What is on the clipboard.
pub(super) fn content<R: Runtime>(_: &AppHandle<R>) -> Content {
    let Ok(mut clipboard) = Clipboard::new() else {
        return Content::Empty(EmptyReason::ClipboardUnavailable);
    };
    if let Ok(files) = clipboard.get().file_list()
        && !files.is_empty()
    {
        return Content::Files(files);
    }
    let size = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    match clipboard.get_image() {
        Ok(image) => {
            let input = InputKind::Rgba { width: size(image.width), height: size(image.height) };
            Content::Picture(image.bytes.into_owned().into(), input)
        }
        Err(Error::ContentNotAvailable) => Content::Empty(match clipboard.get_text() {
            Ok(text) if !text.is_empty() => EmptyReason::ClipboardText,
            _ => EmptyReason::ClipboardEmpty,
        }),
        Err(_) => Content::Empty(EmptyReason::ClipboardUnavailable),
    }
}
