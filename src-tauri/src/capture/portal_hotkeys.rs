//! Hotkeys under Wayland, where the desktop keeps them and may ask the person
//! (`org.freedesktop.portal.GlobalShortcuts`, in KDE since 5.27 and in GNOME since 48).

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use gtk::gio::DBusConnection;
use gtk::glib::prelude::*;
use gtk::glib::variant::ObjectPath;
use gtk::glib::{Variant, VariantDict};

use super::session_bus::{self, Service, Signal};
use super::{Target, portal};
use crate::contract::CaptureError;
use crate::words::words;

const SERVICE: Service = Service {
    name: "org.freedesktop.portal.Desktop",
    path: "/org/freedesktop/portal/desktop",
    interface: "org.freedesktop.portal.GlobalShortcuts",
};

/// How often to look whether these hotkeys are still wanted.
const INTERVAL: Duration = Duration::from_mins(1);

/// What the desktop calls our hotkeys.
const CAPTURE: &str = "capture";
const AGAIN: &str = "capture-again";

/// The hotkeys that the desktop keeps for us.
#[derive(Default)]
pub(super) struct PortalHotkeys {
    /// Which settings count; older ones end.
    current: Arc<AtomicU32>,
}

impl PortalHotkeys {
    /// Replaces all hotkeys. `on_bound` and `on_press` run on a thread of their own, the first once the
    /// desktop has agreed.
    pub(super) fn replace(
        &self,
        keys: Option<[&str; 2]>,
        on_bound: impl FnOnce() + Send + 'static,
        on_press: impl Fn(Target) + Send + 'static,
    ) {
        let number = self.current.fetch_add(1, Ordering::AcqRel) + 1;
        let Some(keys) = keys else { return };
        let shortcuts = shortcuts(keys).to_variant();
        let current = self.current.clone();
        let is_current = move || current.load(Ordering::Acquire) == number;
        // Without a thread, and where the desktop has no such portal, there are no hotkeys.
        let _ = std::thread::Builder::new().spawn(move || {
            let _ = serve(&shortcuts, is_current, on_bound, on_press);
        });
    }
}

fn serve(
    shortcuts: &Variant,
    is_current: impl Fn() -> bool,
    on_bound: impl FnOnce(),
    on_press: impl Fn(Target),
) -> Result<(), CaptureError> {
    let connection = session_bus::connect()?;
    let Some(session) = bind(&connection, shortcuts)? else { return Ok(()) };
    if is_current() {
        on_bound();
    }
    let begin = || Ok(());
    let handle = |(): &(), signals: &[Signal]| {
        if !is_current() {
            return ControlFlow::Break(());
        }
        for signal in signals {
            if let Some(target) = pressed(signal, &session) {
                on_press(target);
            }
        }
        ControlFlow::Continue(())
    };
    let interface = SERVICE.interface;
    session_bus::on_signals(&connection, SERVICE, interface, INTERVAL, begin, handle)?;
    close(&connection, &session);
    Ok(())
}

/// The session in which the hotkeys are; `None` when the person says no.
fn bind(
    connection: &DBusConnection,
    shortcuts: &Variant,
) -> Result<Option<ObjectPath>, CaptureError> {
    let options = VariantDict::new(None);
    options.insert("session_handle_token", "imagetotext");
    let arguments = Variant::tuple_from_iter([options.end()]);
    let created = portal::request(connection, SERVICE, "CreateSession", &arguments)?;
    let Some(created) = created else { return Ok(None) };
    let session = created.lookup::<String>("session_handle").ok().flatten();
    let session = session.and_then(|path| ObjectPath::try_from(path).ok());
    let session = session.ok_or(CaptureError::NoAnswer)?;
    let none = VariantDict::new(None).end();
    let arguments =
        Variant::tuple_from_iter([session.to_variant(), shortcuts.clone(), "".to_variant(), none]);
    let bound = portal::request(connection, SERVICE, "BindShortcuts", &arguments)?;
    Ok(bound.map(|_| session))
}

fn close(connection: &DBusConnection, session: &ObjectPath) {
    // It ends with the program at the latest.
    let _ = connection.call_sync(
        Some(SERVICE.name),
        session.as_str(),
        "org.freedesktop.portal.Session",
        "Close",
        None,
        None,
        gtk::gio::DBusCallFlags::NONE,
        -1,
        None::<&gtk::gio::Cancellable>,
    );
}

fn pressed(signal: &Signal, session: &ObjectPath) -> Option<Target> {
    if signal.name != "Activated" {
        return None;
    }
    let (of, id, _, _) = signal.arguments.get::<(ObjectPath, String, u64, VariantDict)>()?;
    match id.as_str() {
        _ if of != *session => None,
        CAPTURE => Some(Target::Select),
        AGAIN => Some(Target::Again),
        _ => None,
    }
}

/// The argument `shortcuts` of `BindShortcuts`.
fn shortcuts([capture, again]: [&str; 2]) -> Vec<(String, VariantDict)> {
    let words = &words().tray;
    let wanted = [(CAPTURE, words.capture, capture), (AGAIN, words.again, again)];
    let wanted = wanted.into_iter().filter(|(_, _, keys)| !keys.is_empty());
    let shortcut = |(id, description, keys): (&str, &str, &str)| {
        let details = VariantDict::new(None);
        details.insert("description", description);
        details.insert("preferred_trigger", trigger(keys));
        (id.to_owned(), details)
    };
    wanted.map(shortcut).collect()
}

/// `LOGO+SHIFT+t` for `Super+Shift+T`, as the shortcuts specification of freedesktop.org has it.
fn trigger(keys: &str) -> String {
    let part = |part: &str| match part {
        "Super" => "LOGO".into(),
        "PrintScreen" => "Print".into(),
        "PageUp" => "Page_Up".into(),
        "PageDown" => "Page_Down".into(),
        "Space" => "space".into(),
        "Ctrl" | "Alt" | "Shift" => part.to_uppercase(),
        letter if letter.len() == 1 => letter.to_lowercase(),
        key => key.strip_prefix("Arrow").unwrap_or(key).to_owned(),
    };
    let parts: Vec<String> = keys.split('+').map(part).collect();
    parts.join("+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_the_specification_says() {
        for (keys, expected) in [
            ("Super+Shift+T", "LOGO+SHIFT+t"),
            ("Ctrl+Alt+4", "CTRL+ALT+4"),
            ("F9", "F9"),
            ("Shift+PrintScreen", "SHIFT+Print"),
            ("Ctrl+ArrowUp", "CTRL+Up"),
        ] {
            assert_eq!(trigger(keys), expected);
        }
    }

    #[test]
    fn a_hotkey_that_is_off_is_not_asked_for() {
        let ids = |keys| shortcuts(keys).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(ids(["Super+Shift+T", ""]), [CAPTURE]);
        assert_eq!(ids(["F9", "F10"]), [CAPTURE, AGAIN]);
    }
}
