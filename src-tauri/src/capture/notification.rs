//! Notifications of the desktop. Tauri's plugin for them would bring network crates.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use gtk::glib::Variant;
use gtk::glib::prelude::*;

use super::session_bus::{self, Service, Signal};
use crate::words::{self, words};

const SERVICE: Service = Service {
    name: "org.freedesktop.Notifications",
    path: "/org/freedesktop/Notifications",
    interface: "org.freedesktop.Notifications",
};

/// How long a click on the notification still opens the window.
const LIFETIME: Duration = Duration::from_secs(30);

/// The notification that the next one replaces, instead of a pile.
static LAST: AtomicU32 = AtomicU32::new(0);

/// Shows a notification on a thread of its own, and runs `on_open` when the person clicks it. It is
/// never kept by the desktop, and holds no recognised text. Without a service nothing is shown; the
/// window says the same.
pub(super) fn show(title: String, on_open: impl FnOnce() + Send + 'static) {
    // Without a thread there is no notification.
    let _ = std::thread::Builder::new().spawn(move || {
        if wait_for_click(&title) {
            on_open();
        }
    });
}

fn wait_for_click(title: &str) -> bool {
    let Ok(connection) = session_bus::connect() else { return false };
    let notify = || {
        let answer = session_bus::call(&connection, SERVICE, "Notify", &message(title), None)?;
        let id = answer.get::<(u32,)>().unwrap_or_default().0;
        LAST.store(id, Ordering::Relaxed);
        Ok(id)
    };
    let clicked = session_bus::wait_for_signal(
        &connection,
        SERVICE,
        SERVICE.interface,
        LIFETIME,
        notify,
        |id, Signal { name, arguments, .. }| match name.as_str() {
            "ActionInvoked" => is_about(arguments, *id).then_some(true),
            "NotificationClosed" => is_about(arguments, *id).then_some(false),
            _ => None,
        },
    );
    matches!(clicked, Ok(Some(true)))
}

fn is_about(arguments: &Variant, id: u32) -> bool {
    arguments.n_children() > 0 && arguments.child_value(0).get::<u32>() == Some(id)
}

/// The arguments of `Notify` in the Desktop Notifications Specification 1.2.
fn message(title: &str) -> Variant {
    let open = words().notifications.open;
    let actions = ["default", open, "open", open];
    let hints = gtk::glib::VariantDict::new(None);
    // Not kept in the list of old notifications.
    hints.insert("transient", true);
    let replaced = LAST.load(Ordering::Relaxed);
    Variant::tuple_from_iter([
        words::PROGRAM.to_variant(),
        replaced.to_variant(),
        "imagetotext".to_variant(),
        title.to_variant(),
        "".to_variant(),
        actions.to_variant(),
        hints.end(),
        (-1_i32).to_variant(),
    ])
}
