//! Which kind of desktop this is, and so how the screen can be captured.

use std::ffi::OsString;

use crate::contract::CaptureMethod;

/// How the screen is captured on this desktop.
pub(super) fn method() -> CaptureMethod {
    method_with(|name| std::env::var_os(name))
}

/// Under Wayland an X server may run as well (`XWayland`): it shows no other programs, and keys reach it
/// only while one of its windows has the focus. The kind of the session therefore counts first.
fn method_with(variable: impl Fn(&str) -> Option<OsString>) -> CaptureMethod {
    let has = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let session = variable("XDG_SESSION_TYPE").unwrap_or_default();
    if session == "wayland" || (session != "x11" && has("WAYLAND_DISPLAY")) {
        CaptureMethod::Desktop
    } else if has("DISPLAY") {
        CaptureMethod::Screen
    } else {
        CaptureMethod::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn method_of(variables: &[(&str, &str)]) -> CaptureMethod {
        let find = |name: &str| variables.iter().find(|(other, _)| *other == name);
        method_with(|name| find(name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_kind_of_the_session_decides() {
        let [x11, wayland] = [("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "wayland-0")];
        let session = |kind| ("XDG_SESSION_TYPE", kind);
        for (variables, expected) in [
            (&[][..], CaptureMethod::None),
            (&[session("tty")], CaptureMethod::None),
            (&[x11], CaptureMethod::Screen),
            (&[session("x11"), x11], CaptureMethod::Screen),
            // A compositor in a window of an X11 session.
            (&[session("x11"), x11, wayland], CaptureMethod::Screen),
            (&[wayland], CaptureMethod::Desktop),
            (&[x11, wayland], CaptureMethod::Desktop),
            // XWayland.
            (&[session("wayland"), x11], CaptureMethod::Desktop),
            (&[x11, ("WAYLAND_DISPLAY", "")], CaptureMethod::Screen),
        ] {
            assert_eq!(method_of(variables), expected, "{variables:?}");
        }
    }
}
