//! What building and testing the window need from the system: looked for everywhere, installed on
//! Debian and its kin.

use anyhow::{Result, bail};

use crate::process::{self, command, works};

/// Something that the system has or has not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Need {
    /// The package of Debian that brings it.
    package: &'static str,
    sign: Sign,
}

/// How it is told that something is there.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sign {
    /// A program in the path.
    Program(&'static str),
    /// A library with its headers, by its name for pkg-config.
    Library(&'static str),
    /// A library that the system's own Python can load, by its name and version there.
    Binding(&'static str, &'static str),
    /// A font, by its name for fontconfig.
    Font(&'static str),
}

/// What the window is built from and runs on.
#[cfg(target_os = "linux")]
pub(crate) const WINDOW: &[Need] = &[
    Need { package: "pkg-config", sign: Sign::Program("pkg-config") },
    Need { package: "libwebkit2gtk-4.1-dev", sign: Sign::Library("webkit2gtk-4.1") },
];

/// Other systems bring their own web view.
#[cfg(not(target_os = "linux"))]
pub(crate) const WINDOW: &[Need] = &[];

/// What the tests of the real window need besides: a display, hands and eyes.
#[cfg(target_os = "linux")]
pub(crate) const TESTS: &[Need] = &[
    Need { package: "xvfb", sign: Sign::Program("Xvfb") },
    Need { package: "openbox", sign: Sign::Program("openbox") },
    Need { package: "dbus-daemon", sign: Sign::Program("dbus-daemon") },
    Need { package: "webkit2gtk-driver", sign: Sign::Program("WebKitWebDriver") },
    Need { package: "xdotool", sign: Sign::Program("xdotool") },
    Need { package: "xclip", sign: Sign::Program("xclip") },
    Need { package: "strace", sign: Sign::Program("strace") },
    Need { package: "python3-gi", sign: Sign::Binding("GLib", "2.0") },
    Need { package: "gir1.2-gtk-3.0", sign: Sign::Binding("Gtk", "3.0") },
    Need { package: "fontconfig", sign: Sign::Program("fc-list") },
    Need { package: "fonts-dejavu-core", sign: Sign::Font("DejaVu Sans") },
];

/// The tests of the real window run on Linux.
#[cfg(not(target_os = "linux"))]
pub(crate) const TESTS: &[Need] = &[];

/// Where the tests of the real window run.
pub(crate) const HAS_WINDOW_TESTS: bool = cfg!(target_os = "linux");

/// Says which of `needs` the system lacks, and how to get them, and ends there.
pub(crate) fn require(needs: &[Need]) -> Result<()> {
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    bail!("the system lacks {}; `cargo xtask setup` installs what is missing", missing.join(", "))
}

/// Installs which of `needs` the system lacks.
pub(crate) fn install(needs: &[Need]) -> Result<()> {
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    if !works(&mut command("apt-get", &["--version"])) {
        bail!(
            "the system lacks what Debian packs as {}; install it with the system's own package \
             manager",
            missing.join(", ")
        );
    }
    println!("The system lacks {}: apt installs it.", missing.join(", "));
    apt(&["update", "--quiet=2"])?;
    let mut words = vec!["install", "--quiet=2", "--yes", "--no-install-recommends"];
    words.extend(missing);
    apt(&words)
}

fn missing(needs: &[Need]) -> Vec<&'static str> {
    let missing = needs.iter().filter(|need| !need.is_met());
    missing.map(|need| need.package).collect()
}

/// Runs apt, as the administrator.
fn apt(words: &[&str]) -> Result<()> {
    let user = command("id", &["-u"]).output()?.stdout;
    let mut apt = if user.trim_ascii() == b"0" {
        command("apt-get", words)
    } else {
        let mut sudo = command("sudo", &["apt-get"]);
        sudo.args(words);
        sudo
    };
    process::run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
}

impl Need {
    fn is_met(&self) -> bool {
        match self.sign {
            Sign::Program(name) => in_path(name),
            Sign::Library(name) => works(&mut command("pkg-config", &["--exists", name])),
            Sign::Binding(name, version) => {
                let load = format!(
                    "import gi; gi.require_version('{name}', '{version}'); \
                     import gi.repository.{name}"
                );
                works(&mut command("/usr/bin/python3", &["-c", &load]))
            }
            Sign::Font(name) => {
                let fonts = command("fc-list", &[name, "family"]).output();
                fonts.is_ok_and(|fonts| !fonts.stdout.trim_ascii().is_empty())
            }
        }
    }
}

fn in_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|directory| directory.join(program).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_named() {
        let cargo = Need { package: "here", sign: Sign::Program(env_cargo()) };
        let nothing = Need { package: "not-here", sign: Sign::Program("no-such-program") };
        assert_eq!(missing(&[cargo, nothing]), ["not-here"]);
        assert!(require(&[cargo]).is_ok());
        let error = require(&[nothing]).unwrap_err().to_string();
        assert!(error.contains("not-here") && error.contains("cargo xtask setup"), "{error}");
    }

    /// A program that is in the path of whoever runs this test.
    fn env_cargo() -> &'static str {
        if cfg!(windows) { "cargo.exe" } else { "cargo" }
    }
}
