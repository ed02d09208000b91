//! The clipboard of X11 and Wayland, through GTK, which the window uses in any case.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
use gtk::{Clipboard, gio};
use imagetotext::SecretBytes;
use tauri::{AppHandle, Runtime};

use super::content::Content;
use crate::contract::EmptyReason;
use imagetotext_worker::InputKind;

/// How long the program that owns the clipboard may take to answer.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The media type in which file managers offer copied files.
const FILES: &str = "text/uri-list";

/// Media types of pictures that a worker reads, lossless ones first.
const PICTURES: [&str; 9] = [
    "image/png",
    "image/tiff",
    "image/bmp",
    "image/x-bmp",
    "image/x-MS-bmp",
    "image/webp",
    "image/gif",
    "image/jpeg",
    "image/jpg",
];

/// What is on the clipboard.
pub(super) fn content<R: Runtime>(app: &AppHandle<R>) -> Content {
    let Some(types) = ask(app, media_types) else {
        return Content::Empty(EmptyReason::ClipboardUnavailable);
    };
    let has = |media_type: &str| types.iter().any(|other| other == media_type);
    if let Some(media_type) = PICTURES.into_iter().find(|media_type| has(media_type)) {
        return match ask(app, move |sender| bytes(media_type, sender)) {
            Some(bytes) if !bytes.is_empty() => Content::Picture(bytes, InputKind::File),
            _ => Content::Empty(EmptyReason::ClipboardUnavailable),
        };
    }
    if has(FILES) {
        return match ask(app, files) {
            Some(files) if !files.is_empty() => Content::Files(files),
            _ => Content::Empty(EmptyReason::ClipboardUnavailable),
        };
    }
    Content::Empty(match types.as_slice() {
        [] => EmptyReason::ClipboardEmpty,
        types if types.iter().any(|media_type| is_text(media_type)) => EmptyReason::ClipboardText,
        types if types.iter().any(|media_type| media_type == "text/html") => EmptyReason::Link,
        // Neither picture nor text: a sound, or a shape of a drawing.
        _ => EmptyReason::ClipboardEmpty,
    })
}

fn is_text(media_type: &str) -> bool {
    ["UTF8_STRING", "STRING", "TEXT", "COMPOUND_TEXT"].contains(&media_type)
        || media_type.starts_with("text/plain")
}

/// Runs `request` on the main thread, the only one that may use GTK, and waits for the answer.
fn ask<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    request: impl FnOnce(Sender<T>) + Send + 'static,
) -> Option<T> {
    let (sender, receiver): (Sender<T>, Receiver<T>) = channel();
    app.run_on_main_thread(move || request(sender)).ok()?;
    receiver.recv_timeout(TIMEOUT).ok()
}

fn clipboard() -> Clipboard {
    Clipboard::get(&SELECTION_CLIPBOARD)
}

/// The media types that the clipboard offers; none when it is empty.
fn media_types(sender: Sender<Vec<String>>) {
    clipboard().request_contents(&Atom::intern("TARGETS"), move |_, content| {
        let types = content.targets().unwrap_or_default();
        // It fails after the timeout, when nobody waits any more.
        let _ = sender.send(types.iter().map(|media_type| media_type.name().to_string()).collect());
    });
}

fn bytes(media_type: &str, sender: Sender<SecretBytes>) {
    clipboard().request_contents(&Atom::intern(media_type), move |_, content| {
        let _ = sender.send(content.data().into());
    });
}

fn files(sender: Sender<Vec<PathBuf>>) {
    use gio::prelude::FileExt as _;

    clipboard().request_contents(&Atom::intern(FILES), move |_, content| {
        let path = |uri: &gtk::glib::GString| {
            let file = gio::File::for_uri(uri);
            // A web address has no path and stays an address, which `intake` recognises.
            file.path().unwrap_or_else(|| PathBuf::from(uri.as_str()))
        };
        let _ = sender.send(content.uris().iter().map(path).collect());
    });
}
