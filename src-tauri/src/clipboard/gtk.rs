//! The clipboard of X11 and Wayland, through GTK, which the window uses anyway.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
use gtk::{Clipboard, gio};
use imagetotext::SecretBytes;
use tauri::{AppHandle, Runtime};

use super::Content;
use crate::contract::EmptyReason;
use imagetotext_worker::InputKind;

/// How long the program that holds the clipboard may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Files that were copied, as any file manager says it.
const FILES: &str = "text/uri-list";

/// Kinds of pictures that a reader knows, those without losses first.
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

/// Takes what is on the clipboard.
pub(super) fn content<R: Runtime>(app: &AppHandle<R>) -> Content {
    let Some(kinds) = ask(app, kinds) else {
        return Content::Nothing(EmptyReason::ClipboardUnavailable);
    };
    let has = |kind: &str| kinds.iter().any(|other| other == kind);
    if let Some(kind) = PICTURES.into_iter().find(|kind| has(kind)) {
        return match ask(app, move |answer| bytes(kind, answer)) {
            Some(bytes) if !bytes.is_empty() => Content::Picture(bytes, InputKind::File),
            _ => Content::Nothing(EmptyReason::ClipboardUnavailable),
        };
    }
    if has(FILES) {
        return match ask(app, files) {
            Some(files) if !files.is_empty() => Content::Files(files),
            _ => Content::Nothing(EmptyReason::ClipboardUnavailable),
        };
    }
    Content::Nothing(match kinds.as_slice() {
        [] => EmptyReason::ClipboardEmpty,
        kinds if kinds.iter().any(|kind| is_text(kind)) => EmptyReason::ClipboardText,
        kinds if kinds.iter().any(|kind| kind == "text/html") => EmptyReason::Link,
        // Something, but neither picture nor text: a sound, a shape of a drawing.
        _ => EmptyReason::ClipboardEmpty,
    })
}

fn is_text(kind: &str) -> bool {
    ["UTF8_STRING", "STRING", "TEXT", "COMPOUND_TEXT"].contains(&kind)
        || kind.starts_with("text/plain")
}

/// Puts a question on the main thread, which alone may speak with GTK, and waits for the answer.
fn ask<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    question: impl FnOnce(Sender<T>) + Send + 'static,
) -> Option<T> {
    let (answer, answers): (Sender<T>, Receiver<T>) = channel();
    app.run_on_main_thread(move || question(answer)).ok()?;
    answers.recv_timeout(PATIENCE).ok()
}

fn clipboard() -> Clipboard {
    Clipboard::get(&SELECTION_CLIPBOARD)
}

/// In which kinds the clipboard gives what it holds; none when it is empty.
fn kinds(answer: Sender<Vec<String>>) {
    clipboard().request_contents(&Atom::intern("TARGETS"), move |_, content| {
        let kinds = content.targets().unwrap_or_default();
        // Whoever asked may have lost patience.
        let _ = answer.send(kinds.iter().map(|kind| kind.name().to_string()).collect());
    });
}

fn bytes(kind: &str, answer: Sender<SecretBytes>) {
    clipboard().request_contents(&Atom::intern(kind), move |_, content| {
        let _ = answer.send(content.data().into());
    });
}

fn files(answer: Sender<Vec<PathBuf>>) {
    use gio::prelude::FileExt as _;

    clipboard().request_contents(&Atom::intern(FILES), move |_, content| {
        let path = |uri: &gtk::glib::GString| {
            let file = gio::File::for_uri(uri);
            // An address of the web stays one, and is told from files by whoever gets it.
            file.path().unwrap_or_else(|| PathBuf::from(uri.as_str()))
        };
        let _ = answer.send(content.uris().iter().map(path).collect());
    });
}
