//! The hotkeys: keys that capture from anywhere.

#[cfg(not(target_os = "linux"))]
use std::cell::RefCell;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use global_hotkey::hotkey::{Code, HotKey, Modifiers};
use global_hotkey::{Error, GlobalHotKeyEvent, GlobalHotKeyManager, HotKeyState};

use super::Target;
use crate::contract::HotkeyStatus;

/// The hotkeys that the system knows of.
#[derive(Default)]
pub(super) struct Hotkeys {
    #[cfg(target_os = "linux")]
    registered: Mutex<Registered>,
    targets: Targets,
    /// The library takes one handler, once.
    handler: OnceLock<()>,
}

/// What each registered hotkey captures, by its identifier.
type Targets = Arc<Mutex<Vec<(u32, Target)>>>;

// Windows and macOS send keys to the thread that registered them.
#[cfg(not(target_os = "linux"))]
thread_local! {
    static REGISTERED: RefCell<Registered> = RefCell::default();
}

#[derive(Default)]
struct Registered {
    /// Made with the first hotkey: it asks the X server for keys twenty times a second.
    manager: Option<GlobalHotKeyManager>,
    keys: Vec<HotKey>,
}

impl Hotkeys {
    /// Replaces all hotkeys, and says for each whether it works. The first `on_press` is kept; it runs on
    /// another thread. Windows and macOS want this on the main thread.
    pub(super) fn replace<const N: usize>(
        &self,
        wanted: [(&str, Target); N],
        on_press: impl Fn(Target) + Send + Sync + 'static,
    ) -> [HotkeyStatus; N] {
        let status = self.with_registered(|registered| {
            registered.keep(&wanted.map(|(keys, _)| parse(keys)));
            assign(&self.targets, wanted, |key| registered.register(key))
        });
        let targets = self.targets.clone();
        self.handler.get_or_init(|| {
            GlobalHotKeyEvent::set_event_handler(Some(move |event: GlobalHotKeyEvent| {
                let pressed = event.state == HotKeyState::Pressed;
                let find = |targets: &[(u32, Target)]| {
                    targets.iter().find(|(id, _)| pressed && *id == event.id).copied()
                };
                let found = find(&lock(&targets));
                if let Some((_, target)) = found {
                    on_press(target);
                }
            }));
        });
        status
    }

    #[cfg(target_os = "linux")]
    fn with_registered<T>(&self, run: impl FnOnce(&mut Registered) -> T) -> T {
        run(&mut self.registered.lock().unwrap_or_else(PoisonError::into_inner))
    }

    #[cfg(not(target_os = "linux"))]
    #[expect(clippy::unused_self, reason = "the same interface as on Linux")]
    fn with_registered<T>(&self, run: impl FnOnce(&mut Registered) -> T) -> T {
        REGISTERED.with_borrow_mut(run)
    }
}

/// Registers hotkeys, and says for each whether it works. The thread of the library that answers to
/// `register` also runs the handler, which looks at `targets`: they are not locked in the meantime.
fn assign<const N: usize>(
    targets: &Targets,
    wanted: [(&str, Target); N],
    mut register: impl FnMut(HotKey) -> HotkeyStatus,
) -> [HotkeyStatus; N] {
    let mut assigned = Vec::new();
    let status = wanted.map(|(keys, target)| {
        if keys.is_empty() {
            return HotkeyStatus::Off;
        }
        let Some(key) = parse(keys) else { return HotkeyStatus::Invalid };
        if assigned.iter().any(|(id, _)| *id == key.id()) {
            return HotkeyStatus::Duplicate;
        }
        let status = register(key);
        if status == HotkeyStatus::Active {
            assigned.push((key.id(), target));
        }
        status
    });
    *lock(targets) = assigned;
    status
}

fn lock(targets: &Targets) -> std::sync::MutexGuard<'_, Vec<(u32, Target)>> {
    targets.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Registered {
    fn register(&mut self, key: HotKey) -> HotkeyStatus {
        if self.keys.contains(&key) {
            return HotkeyStatus::Active;
        }
        if self.manager.is_none() {
            self.manager = GlobalHotKeyManager::new().ok();
        }
        let Some(manager) = &self.manager else { return HotkeyStatus::Unsupported };
        match manager.register(key) {
            Ok(()) => {
                self.keys.push(key);
                HotkeyStatus::Active
            }
            Err(Error::AlreadyRegistered(_)) => HotkeyStatus::Taken,
            Err(_) => HotkeyStatus::Invalid,
        }
    }

    /// Gives back all keys but these, which are not touched: registered again on another connection they
    /// would be taken, until the X server has freed them on the first.
    fn keep(&mut self, wanted: &[Option<HotKey>]) {
        let keys = std::mem::take(&mut self.keys);
        let (kept, released): (Vec<_>, Vec<_>) =
            keys.into_iter().partition(|key| wanted.contains(&Some(*key)));
        if let Some(manager) = &self.manager {
            // The library leaves its last request in a buffer until it asks the X server something, as it
            // does at the begin of each call: without the second one other programs could not have the key.
            for key in released.iter().chain(released.last()) {
                // Keys that cannot be given back go with the connection.
                let _ = manager.unregister(*key);
            }
        }
        if kept.is_empty() {
            self.manager = None;
        }
        self.keys = kept;
    }
}

/// Whether these keys can be a hotkey: `Super+Shift+T`.
#[cfg(target_os = "linux")]
pub(super) fn is_hotkey(keys: &str) -> bool {
    parse(keys).is_some()
}

/// `None` if it is no combination, or one that people need in other programs: while a hotkey has keys, no
/// other program gets them. The field of the page has the same rule (`ui/src/hotkey.ts`).
fn parse(keys: &str) -> Option<HotKey> {
    let key: HotKey = keys.parse().ok()?;
    is_free(&key, cfg!(target_os = "macos")).then_some(key)
}

/// On macOS Super is Command, which programs use as others use Ctrl.
fn is_free(key: &HotKey, has_command: bool) -> bool {
    let has = |modifier| usize::from(key.mods.contains(modifier));
    let modifiers = has(Modifiers::CONTROL) + has(Modifiers::ALT) + has(Modifiers::SHIFT);
    let modifiers = if has_command { modifiers + has(Modifiers::META) } else { modifiers };
    let least = match key.key {
        _ if !has_command && key.mods.contains(Modifiers::META) => 0,
        Code::PrintScreen | Code::Pause => 0,
        Code::F1
        | Code::F2
        | Code::F3
        | Code::F4
        | Code::F5
        | Code::F6
        | Code::F7
        | Code::F8
        | Code::F9
        | Code::F10
        | Code::F11
        | Code::F12 => 1,
        _ => 2,
    };
    modifiers >= least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::CaptureSettings;

    #[test]
    fn the_defaults_are_hotkeys_and_differ() {
        let settings = CaptureSettings::default();
        let keys = [&settings.hotkey, &settings.again_hotkey].map(|keys| parse(keys).unwrap());
        assert_ne!(keys[0], keys[1]);
    }

    #[test]
    fn a_hotkey_can_be_pressed_while_the_next_is_registered() {
        let targets = Targets::default();
        let register = |_| {
            // One thread of the library runs the handler and answers to this.
            assert!(targets.try_lock().is_ok(), "the handler would wait for ever");
            HotkeyStatus::Active
        };
        let wanted = [
            ("Alt+F9", Target::Select),
            ("", Target::Whole),
            ("Alt+F10", Target::Again),
            ("Alt+F9", Target::Whole),
            ("F9", Target::Whole),
        ];
        let status = assign(&targets, wanted, register);
        assert_eq!(
            status,
            [
                HotkeyStatus::Active,
                HotkeyStatus::Off,
                HotkeyStatus::Active,
                HotkeyStatus::Duplicate,
                HotkeyStatus::Invalid,
            ]
        );
        let captured: Vec<Target> = lock(&targets).iter().map(|(_, target)| *target).collect();
        assert_eq!(captured, [Target::Select, Target::Again]);
    }

    #[test]
    fn command_is_needed_in_other_programs() {
        let is_free = |keys: &str| is_free(&keys.parse().unwrap(), true);
        assert!(!is_free("Super+C") && !is_free("Shift+T"));
        assert!(is_free("Ctrl+Super+T") && is_free("Ctrl+Shift+T") && is_free("Super+F9"));
    }

    #[test]
    fn keys_that_other_programs_need_are_no_hotkey() {
        let is_hotkey = |keys: &str| keys.parse().is_ok_and(|key| is_free(&key, false));
        for keys in
            ["T", "Shift+T", "Ctrl+C", "Ctrl+V", "Alt+T", "F9", "Ctrl+ArrowUp", "Ctrl+Ctrl+C"]
        {
            assert!(!is_hotkey(keys), "{keys}");
        }
        for keys in ["Shift+F25+A", "Super+", "", "Super", "+", "Ctrl+Ctrl", "é"] {
            assert!(!is_hotkey(keys), "{keys}");
        }
        for keys in
            ["Ctrl+Alt+T", "Ctrl+Shift+T", "Shift+F2", "Super+1", "Ctrl+Shift+ArrowUp", "Super+F9"]
        {
            assert!(is_hotkey(keys), "{keys}");
        }
        assert!(is_hotkey("PrintScreen") && is_hotkey("Pause"));
    }
}
