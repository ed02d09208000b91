//! The entry on Linux: a desktop file in the autostart directory (Desktop Application Autostart
//! Specification 0.5).

use std::path::Path;

use super::OPTION;

/// The name of the file.
pub(super) const NAME: &str = "imagetotext-app.desktop";

/// The desktop file that starts `program`. `None` for a path that none can name.
pub(super) fn of(program: &Path) -> Option<String> {
    let program = quoted(program.to_str()?)?;
    Some(format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Name=ImageToText\n\
         Exec={program} {OPTION}\n\
         Icon=imagetotext-app\n\
         Terminal=false\n"
    ))
}

/// An argument of `Exec`: in quotation marks, in which four characters need a backslash. Every
/// backslash of a string in a desktop file is doubled, and `%` begins a field code (Desktop Entry
/// Specification 1.5).
fn quoted(argument: &str) -> Option<String> {
    if argument.contains(char::is_control) {
        return None;
    }
    let mut quoted = String::from("\"");
    for character in argument.chars() {
        match character {
            '\\' => quoted.push_str(r"\\\\"),
            '"' | '`' | '$' => {
                quoted.push_str(r"\\");
                quoted.push(character);
            }
            '%' => quoted.push_str("%%"),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    Some(quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_argument_whatever_is_in_it() {
        assert_eq!(quoted("/opt/a b/app").unwrap(), r#""/opt/a b/app""#);
        assert_eq!(quoted(r#"/a"$`\50%"#).unwrap(), r#""/a\\"\\$\\`\\\\50%%""#);
    }

    #[test]
    fn a_path_with_a_line_break_is_refused() {
        assert_eq!(of(Path::new("/opt/a\nHidden=true/app")), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_desktop_starts_the_program_with_the_option() {
        use std::os::unix::fs::PermissionsExt as _;

        use gtk::gio::prelude::AppInfoExt as _;
        use gtk::gio::{AppLaunchContext, DesktopAppInfo};
        use gtk::glib::{KeyFile, KeyFileFlags};

        let root = tempfile::tempdir().unwrap();
        // GLib looks for the program before it resolves `%%`, so that there is none in the path.
        let program = root.path().join("a b$`'\"\\50.exe");
        std::fs::write(&program, "#!/bin/sh\necho \"$@\" > \"${0%/*}/started\"\n").unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
        let file = KeyFile::new();
        file.load_from_data(&of(&program).unwrap(), KeyFileFlags::NONE).unwrap();
        let info = DesktopAppInfo::from_keyfile(&file).unwrap();
        info.launch(&[], None::<&AppLaunchContext>).unwrap();
        let started = || std::fs::read_to_string(root.path().join("started")).unwrap_or_default();
        let end = std::time::Instant::now() + std::time::Duration::from_mins(1);
        while !started().ends_with('\n') && std::time::Instant::now() < end {
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        assert_eq!(started(), format!("{OPTION}\n"));
    }
}
