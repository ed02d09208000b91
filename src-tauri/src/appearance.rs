//! How the window looks before its page is drawn, and whether it stays above others: as the person
//! chose.

#[cfg(target_os = "linux")]
pub(crate) mod gtk_theme;

use tauri::window::Color;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::context::MAIN_WINDOW;
use crate::contract::{Settings, Theme};
#[cfg(target_os = "linux")]
use gtk_theme::is_system_dark;

/// `--background` of `ui/src/styles/tokens.css`.
const LIGHT: Color = Color(0xf4, 0xf4, 0xf1, 0xff);
/// The same in the dark theme.
const DARK: Color = Color(0x17, 0x18, 0x1a, 0xff);

/// The colour of the window until its page is drawn, so that a dark theme does not start white.
pub(crate) fn background(theme: Theme) -> Color {
    let is_dark = match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::System => is_system_dark(),
    };
    if is_dark { DARK } else { LIGHT }
}

/// Runs before the page is drawn, and gives it its theme.
pub(crate) fn script(theme: Theme) -> String {
    let name = match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::System => "system",
    };
    format!("document.documentElement.dataset.theme = {name:?};")
}

/// Changes the window as the settings have it now.
pub(crate) fn apply<R: Runtime>(app: &AppHandle<R>, settings: &Settings) {
    let Some(window) = app.get_webview_window(MAIN_WINDOW) else { return };
    let (theme, on_top) = (settings.theme, settings.keep_on_top);
    // Only the main thread may ask GTK for the theme. Where something fails the window stays as it is:
    // some desktops, most of those on Wayland, keep no window on top.
    let _ = app.run_on_main_thread(move || {
        #[cfg(target_os = "linux")]
        gtk_theme::apply(theme);
        let _ = window.set_always_on_top(on_top);
        // Seen only while the window is resized or its page is loaded again.
        let _ = window.set_background_color(Some(background(theme)));
    });
}

/// The web view has the colour of the system there before its page is drawn.
#[cfg(not(target_os = "linux"))]
fn is_system_dark() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_has_the_background_of_its_page() {
        let tokens = include_str!("../../ui/src/styles/tokens.css");
        let css = |Color(red, green, blue, _)| format!("#{red:02x}{green:02x}{blue:02x}");
        let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| css(background(theme)));
        let declared = format!("--background: light-dark({light}, {dark});");
        assert!(tokens.contains(&declared), "{declared}");
    }

    #[test]
    fn the_script_names_a_theme_of_the_page() {
        assert_eq!(script(Theme::Dark), r#"document.documentElement.dataset.theme = "dark";"#);
    }
}
