//! The screen under Wayland, where no program can capture it: the desktop asks the person what to
//! capture and writes the picture to a file, which this module reads and removes at once
//! (`org.freedesktop.portal.Screenshot`).

use std::path::{Path, PathBuf};
use std::time::Duration;

use gtk::gio::prelude::FileExt as _;
use gtk::gio::{self, DBusConnection};
use gtk::glib::prelude::*;
use gtk::glib::variant::ObjectPath;
use gtk::glib::{Error, Variant, VariantDict};
use imagetotext::SecretBytes;
use imagetotext_worker::LIMITS;

use super::session_bus::{self, Service, Signal};
use crate::contract::CaptureError;

const SERVICE: Service = Service {
    name: "org.freedesktop.portal.Desktop",
    path: "/org/freedesktop/portal/desktop",
    interface: "org.freedesktop.portal.Screenshot",
};

/// The interface that answers.
const REQUEST: &str = "org.freedesktop.portal.Request";

/// How long a person may take to select.
const TIMEOUT: Duration = Duration::from_mins(3);

/// The answers of a portal: what it was asked for, or what the person cancelled.
const GRANTED: u32 = 0;
const CANCELLED: u32 = 1;

/// The picture that the person chose, as a file of some format; `None` when they gave up.
///
/// # Errors
/// [`CaptureError`], after which no picture is left on the disk.
pub(super) fn capture() -> Result<Option<SecretBytes>, CaptureError> {
    match ask()? {
        None => Ok(None),
        Some(path) => take(&path).map(Some),
    }
}

/// The file that the desktop has written.
fn ask() -> Result<Option<PathBuf>, CaptureError> {
    let connection = session_bus::connect()?;
    let options = VariantDict::new(None);
    options.insert("interactive", true);
    let arguments = Variant::tuple_from_iter(["".to_variant(), options.end()]);
    let results = request(&connection, SERVICE, "Screenshot", &arguments)?;
    let Some(results) = results else { return Ok(None) };
    let uri = results.lookup::<String>("uri").ok().flatten();
    let path = uri.and_then(|uri| gio::File::for_uri(&uri).path());
    path.map(Some).ok_or(CaptureError::NoAnswer)
}

/// Calls a method of a portal, whose answer is a signal; `None` when the person says no.
pub(super) fn request(
    connection: &DBusConnection,
    service: Service,
    method: &str,
    arguments: &Variant,
) -> Result<Option<VariantDict>, CaptureError> {
    let begin = || {
        let answer = session_bus::call(connection, service, method, arguments, None)?;
        Ok(answer.get::<(ObjectPath,)>().map(|(request,)| String::from(request)))
    };
    let response = session_bus::wait_for_signal(
        connection,
        service,
        REQUEST,
        TIMEOUT,
        begin,
        |request, Signal { path, name, arguments }| {
            let is_answer = name == "Response" && request.as_ref() == Some(path);
            is_answer.then(|| arguments.clone())
        },
    )?;
    let response = response.ok_or(CaptureError::NoAnswer)?;
    let (code, results) = response.get::<(u32, VariantDict)>().ok_or(CaptureError::NoAnswer)?;
    match code {
        GRANTED => Ok(Some(results)),
        CANCELLED => Ok(None),
        _ => Err(CaptureError::Denied),
    }
}

/// Reads the file and removes it, in any case.
fn take(path: &Path) -> Result<SecretBytes, CaptureError> {
    let load = imagetotext_files::load(path.to_owned(), LIMITS.input_bytes);
    let bytes = tauri::async_runtime::block_on(load);
    let removed = std::fs::remove_file(path);
    let bytes = bytes.map_err(|_| CaptureError::Unreadable)?;
    // A picture that stays on the disk is none that we may read: the policy says so.
    removed.map_err(|_| CaptureError::Unreadable)?;
    Ok(bytes.into())
}

/// D-Bus errors of a desktop without this portal; they have no type here.
const MISSING: [&str; 4] =
    ["ServiceUnknown", "NameHasNoOwner", "UnknownMethod", "UnknownInterface"];

impl From<Error> for CaptureError {
    fn from(error: Error) -> Self {
        let is_missing = error.matches(gio::IOErrorEnum::NotFound)
            || MISSING.iter().any(|name| error.message().contains(name));
        if is_missing { Self::Unsupported } else { Self::NoAnswer }
    }
}
