//! The theme of what GTK draws: the lists of choices, the menus of the web view, the file dialogs. They
//! have the colours that the person chose for the window. `GTK_THEME` in the environment overrides it.

use std::cell::RefCell;

use gtk::prelude::GtkSettingsExt as _;

use crate::contract::Theme;

/// How themes end their names when they are dark.
const DARK_ENDINGS: [&str; 3] = ["-dark", "-Dark", ":dark"];

thread_local! {
    /// What the system had before this program changed it. Only the main thread may ask GTK.
    static SYSTEM: RefCell<Option<SystemTheme>> = const { RefCell::new(None) };
}

#[derive(Clone)]
struct SystemTheme {
    name: Option<String>,
    prefers_dark: bool,
}

impl SystemTheme {
    fn current(settings: &gtk::Settings) -> Self {
        let name = settings.gtk_theme_name().map(Into::into);
        Self { name, prefers_dark: settings.is_gtk_application_prefer_dark_theme() }
    }

    fn is_dark(&self) -> bool {
        let chosen = std::env::var("GTK_THEME").ok();
        let name = chosen.as_ref().or(self.name.as_ref());
        self.prefers_dark || name.is_some_and(|name| is_dark_theme(name))
    }
}

/// Gives what GTK draws these colours, once the window has asked the desktop whether it is dark. On the
/// main thread only.
pub(crate) fn start(theme: Theme) {
    SYSTEM.take();
    apply(theme);
}

/// Gives what GTK draws these colours. On the main thread only.
pub(super) fn apply(theme: Theme) {
    let Some((settings, system)) = settings() else { return };
    let light_name = system.name.as_deref().map(light_name);
    let (name, prefers_dark) = match theme {
        Theme::System => (system.name.as_deref(), system.prefers_dark),
        Theme::Light => (light_name, false),
        Theme::Dark => (system.name.as_deref(), true),
    };
    // Setting what is set already would have everything drawn again.
    if settings.gtk_theme_name().as_deref() != name {
        settings.set_gtk_theme_name(name);
    }
    if settings.is_gtk_application_prefer_dark_theme() != prefers_dark {
        settings.set_gtk_application_prefer_dark_theme(prefers_dark);
    }
}

/// The system has become dark or light while the program runs, and what GTK draws with it. Where the
/// person chose other colours, it gets those again.
pub(crate) fn system_changed(is_dark: bool, chosen: Theme) {
    SYSTEM.with_borrow_mut(|system| {
        if let Some(system) = system {
            system.prefers_dark = is_dark;
        }
    });
    apply(chosen);
}

/// Whether the web view draws a page in its dark colours when the person chose none: `WebKitGTK` goes by
/// the same.
pub(super) fn is_system_dark() -> bool {
    settings().is_some_and(|(_, system)| system.is_dark())
}

/// The settings of GTK, and what they were at first. Tests have no display and so none.
fn settings() -> Option<(gtk::Settings, SystemTheme)> {
    if !gtk::is_initialized_main_thread() {
        return None;
    }
    let settings = gtk::Settings::default()?;
    let system = SYSTEM.with_borrow_mut(|system| {
        system.get_or_insert_with(|| SystemTheme::current(&settings)).clone()
    });
    Some((settings, system))
}

/// Whether a GTK theme is dark, by its name.
fn is_dark_theme(name: &str) -> bool {
    DARK_ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The name of the light theme that belongs to a dark one.
fn light_name(name: &str) -> &str {
    DARK_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_themes_are_known_by_their_names() {
        for name in ["Adwaita-dark", "Yaru-blue-dark", "Adwaita:dark", "Mint-Y-Dark"] {
            assert!(is_dark_theme(name), "{name}");
        }
        for name in ["Adwaita", "darkroom", ""] {
            assert!(!is_dark_theme(name), "{name}");
        }
    }

    #[test]
    fn a_dark_theme_has_a_light_one() {
        assert_eq!(light_name("Yaru-blue-dark"), "Yaru-blue");
        assert_eq!(light_name("Adwaita"), "Adwaita");
    }
}
