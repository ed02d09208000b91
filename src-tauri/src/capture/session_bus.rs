//! Calls to services of the desktop on the session bus, from a thread that may wait. D-Bus is a local
//! socket: nothing leaves the computer.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use gtk::gio::{self, BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags};
use gtk::glib::{self, Error, MainContext, Priority, Variant, VariantTy, timeout_source_new};

/// How long a service may take to answer a call, in milliseconds.
const CALL_TIMEOUT: i32 = 5000;

/// One interface of a service.
#[derive(Clone, Copy)]
pub(super) struct Service {
    pub(super) name: &'static str,
    pub(super) path: &'static str,
    pub(super) interface: &'static str,
}

/// The session bus itself.
const BUS: Service = Service {
    name: "org.freedesktop.DBus",
    path: "/org/freedesktop/DBus",
    interface: "org.freedesktop.DBus",
};

/// The connection of this process.
pub(super) fn connect() -> Result<DBusConnection, Error> {
    let connection = gio::bus_get_sync(BusType::Session, None::<&Cancellable>)?;
    // The program outlives the bus.
    connection.set_exit_on_close(false);
    Ok(connection)
}

/// Whether a service runs.
pub(super) fn is_running(name: &str) -> bool {
    let ask = || {
        let arguments = Variant::from((name,));
        let answer = call(&connect().ok()?, BUS, "NameHasOwner", &arguments, None).ok()?;
        answer.get::<(bool,)>()
    };
    ask().is_some_and(|(running,)| running)
}

/// Runs `look` now and whenever a service may have started or ended, on the main thread, for as long as
/// the program runs. Without a bus it never runs.
///
/// The watches of GIO (`bus_watch_name` and its like) are not used: when there is no bus, or when it ends,
/// they give a null connection to bindings that do not expect one, and the program aborts.
pub(super) fn watch(name: &str, look: impl Fn() + Send + Sync + 'static) {
    let Ok(connection) = connect() else { return };
    let look = Arc::new(look);
    let [changed, closed] = [look.clone(), look.clone()];
    connection.connect_closed(move |_, _, _| closed());
    // Never unsubscribed.
    let _ = connection.signal_subscribe(
        Some(BUS.name),
        Some(BUS.interface),
        Some("NameOwnerChanged"),
        Some(BUS.path),
        Some(name),
        DBusSignalFlags::NONE,
        move |_, _, _, _, _, _| changed(),
    );
    look();
}

/// Calls a method and waits for its answer.
pub(super) fn call(
    connection: &DBusConnection,
    service: Service,
    method: &str,
    arguments: &Variant,
    answer: Option<&VariantTy>,
) -> Result<Variant, Error> {
    connection.call_sync(
        Some(service.name),
        service.path,
        service.interface,
        method,
        Some(arguments),
        answer,
        DBusCallFlags::NONE,
        CALL_TIMEOUT,
        None::<&Cancellable>,
    )
}

/// A signal of an object.
pub(super) struct Signal {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) arguments: Variant,
}

/// Runs `begin`, and then gives `pick` every signal of this service and `interface` until it returns
/// something; `None` after `timeout`. No signal that follows `begin` is missed.
pub(super) fn wait_for_signal<T, U>(
    connection: &DBusConnection,
    service: Service,
    interface: &str,
    timeout: Duration,
    begin: impl FnOnce() -> Result<T, Error>,
    mut pick: impl FnMut(&T, &Signal) -> Option<U>,
) -> Result<Option<U>, Error> {
    let deadline = Instant::now() + timeout;
    on_signals(connection, service, interface, timeout, begin, |begun, signals| {
        match signals.iter().find_map(|signal| pick(begun, signal)) {
            None if Instant::now() < deadline => ControlFlow::Continue(()),
            picked => ControlFlow::Break(picked),
        }
    })
}

/// Runs `begin`, and then gives `handle` the signals of this service and `interface` until it breaks.
/// It is also called, perhaps without a signal, after each `interval`.
pub(super) fn on_signals<T, U>(
    connection: &DBusConnection,
    service: Service,
    interface: &str,
    interval: Duration,
    begin: impl FnOnce() -> Result<T, Error>,
    mut handle: impl FnMut(&T, &[Signal]) -> ControlFlow<U>,
) -> Result<U, Error> {
    // A context of this thread alone: the main one draws the window.
    let context = MainContext::new();
    let wait = || {
        let received: Rc<RefCell<Vec<Signal>>> = Rc::default();
        let sink = received.clone();
        let subscription = connection.signal_subscribe(
            Some(service.name),
            Some(interface),
            None,
            None,
            None,
            DBusSignalFlags::NONE,
            move |_, _, path, _, name, arguments| {
                let (path, name, arguments) = (path.into(), name.into(), arguments.clone());
                sink.borrow_mut().push(Signal { path, name, arguments });
            },
        );
        let clock =
            timeout_source_new(interval, None, Priority::DEFAULT, || glib::ControlFlow::Continue);
        clock.attach(Some(&context));
        let outcome = begin().map(|begun| {
            loop {
                context.iteration(true);
                let signals = std::mem::take(&mut *received.borrow_mut());
                if let ControlFlow::Break(outcome) = handle(&begun, &signals) {
                    return outcome;
                }
            }
        });
        clock.destroy();
        connection.signal_unsubscribe(subscription);
        outcome
    };
    context.with_thread_default(wait).unwrap_or_else(|_| {
        Err(Error::new(gio::IOErrorEnum::Failed, "this thread has another context"))
    })
}
