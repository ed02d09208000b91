//! The hotkeys: keys that capture from anywhere.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use global_hotkey::hotkey::{Code, HotKey, Modifiers};
use global_hotkey::{Error, GlobalHotKeyEvent, GlobalHotKeyManager, HotKeyState};

use super::Target;
use crate::contract::HotkeyStatus;

/// The hotkeys that the system knows of.
#[derive(Default)]
pub(super) struct Hotkeys {
    registered: Mutex<Registered>,
    targets: Targets,
    /// The library takes one handler, once.
    handler: OnceLock<()>,
}

/// What each registered hotkey captures, by its identifier.
type Targets = Arc<Mutex<Vec<(u32, Target)>>>;

#[derive(Default)]
struct Registered {
    /// Made with the first hotkey: it asks the X server for keys twenty times a second.
    manager: Option<GlobalHotKeyManager>,
    keys: Vec<HotKey>,
}

impl Hotkeys {
    /// Replaces all hotkeys, and says for each whether it works. The first `on_press` is kept; it runs on
    /// another thread.
    pub(super) fn replace<const N: usize>(
        &self,
        wanted: [(&str, Target); N],
        on_press: impl Fn(Target) + Send + Sync + 'static,
    ) -> [HotkeyStatus; N] {
        let mut registered = self.registered.lock().unwrap_or_else(PoisonError::into_inner);
        registered.clear();
        let status = assign(&self.targets, wanted, |key| registered.register(key));
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

    fn clear(&mut self) {
        if let Some(manager) = self.manager.take() {
            // Keys that cannot be given back go with the connection.
            let _ = manager.unregister_all(&self.keys);
        }
        self.keys.clear();
    }
}

/// `Super+Shift+T`; `None` if it is no combination, or one that people type in texts.
fn parse(keys: &str) -> Option<HotKey> {
    let key: HotKey = keys.parse().ok()?;
    let has_modifier = key.mods.intersects(Modifiers::CONTROL | Modifiers::ALT | Modifiers::META);
    let is_function_key = matches!(
        key.key,
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
            | Code::F12
            | Code::PrintScreen
            | Code::Pause
    );
    (has_modifier || is_function_key).then_some(key)
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
        let wanted = [("F9", Target::Select), ("", Target::Whole), ("F10", Target::Again)];
        let status = assign(&targets, wanted, register);
        assert_eq!(status, [HotkeyStatus::Active, HotkeyStatus::Off, HotkeyStatus::Active]);
        let captured: Vec<Target> = lock(&targets).iter().map(|(_, target)| *target).collect();
        assert_eq!(captured, [Target::Select, Target::Again]);
    }

    #[test]
    fn what_people_type_is_no_hotkey() {
        for keys in ["T", "Shift+T", "Shift+F25+A", "Super+", "", "Super", "+", "Ctrl+Ctrl", "é"] {
            assert!(parse(keys).is_none(), "{keys}");
        }
        for keys in ["Ctrl+Alt+T", "F9", "PrintScreen", "Shift+F2", "Super+1", "Ctrl+Shift+ArrowUp"]
        {
            assert!(parse(keys).is_some(), "{keys}");
        }
    }
}
