//! What building and testing the desktop program needs from the system. It is checked on every
//! system and installed on Debian-based distributions.

use anyhow::{Result, bail};

use crate::process::{self, command, succeeds};

/// Something that the system must provide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Requirement {
    /// The Debian package that contains it.
    package: &'static str,
    probe: Probe,
}

/// How to find out whether it is installed.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "nothing is required there"))]
enum Probe {
    /// A program in `PATH`.
    Program(&'static str),
    /// A library with its headers, by its pkg-config name.
    Library(&'static str),
    /// A library that the system's Python can import from `gi.repository`, by name and version.
    PythonGi(&'static str, &'static str),
    /// A library that programs load while they run, by its file.
    SharedLibrary(&'static str),
    /// Modules that the Python of `PYTHON` can import.
    Python(&'static str),
    /// A font, by its fontconfig name.
    Font(&'static str),
    /// A file, by its path.
    File(&'static str),
}

/// What the desktop program is built with and runs on.
#[cfg(target_os = "linux")]
pub(crate) const APP: &[Requirement] = &[
    Requirement { package: "pkg-config", probe: Probe::Program("pkg-config") },
    Requirement { package: "libwebkit2gtk-4.1-dev", probe: Probe::Library("webkit2gtk-4.1") },
];

/// Other systems have a web view of their own.
#[cfg(not(target_os = "linux"))]
pub(crate) const APP: &[Requirement] = &[];

/// What the end-to-end tests need besides: a display, input devices and fonts.
#[cfg(target_os = "linux")]
pub(crate) const E2E: &[Requirement] = &[
    Requirement { package: "xvfb", probe: Probe::Program("Xvfb") },
    Requirement { package: "openbox", probe: Probe::Program("openbox") },
    Requirement { package: "dbus-daemon", probe: Probe::Program("dbus-daemon") },
    Requirement { package: "webkit2gtk-driver", probe: Probe::Program("WebKitWebDriver") },
    Requirement { package: "xdotool", probe: Probe::Program("xdotool") },
    Requirement { package: "xclip", probe: Probe::Program("xclip") },
    Requirement { package: "x11-utils", probe: Probe::Program("xprop") },
    Requirement { package: "x11-xserver-utils", probe: Probe::Program("xrandr") },
    Requirement {
        package: "libayatana-appindicator3-1",
        probe: Probe::SharedLibrary("libayatana-appindicator3.so.1"),
    },
    Requirement { package: "strace", probe: Probe::Program("strace") },
    Requirement { package: "python3-gi", probe: Probe::PythonGi("GLib", "2.0") },
    Requirement { package: "gir1.2-gtk-3.0", probe: Probe::PythonGi("Gtk", "3.0") },
    Requirement { package: "fontconfig", probe: Probe::Program("fc-list") },
    Requirement { package: "fonts-dejavu-core", probe: Probe::Font("DejaVu Sans") },
];

/// The programs that open what is exported, in the tests of the library and of the command line.
#[cfg(target_os = "linux")]
pub(crate) const EXPORTS: &[Requirement] = &[
    Requirement {
        package: "libreoffice-writer-nogui",
        probe: Probe::File("/usr/lib/libreoffice/program/libswlo.so"),
    },
    Requirement {
        package: "libreoffice-calc-nogui",
        probe: Probe::File("/usr/lib/libreoffice/program/libsclo.so"),
    },
    Requirement { package: "poppler-utils", probe: Probe::Program("pdftotext") },
    Requirement { package: "qpdf", probe: Probe::Program("qpdf") },
    Requirement { package: "libxml2-utils", probe: Probe::Program("xmllint") },
];

/// What builds and tests the Python package.
#[cfg(target_os = "linux")]
pub(crate) const PYTHON: &[Requirement] = &[
    Requirement { package: "python3-venv", probe: Probe::Python("venv, ensurepip") },
    Requirement { package: "binutils", probe: Probe::Program("strip") },
];

/// Python of other systems has all of it.
#[cfg(not(target_os = "linux"))]
pub(crate) const PYTHON: &[Requirement] = &[];

/// They are tested on Linux only.
#[cfg(not(target_os = "linux"))]
pub(crate) const EXPORTS: &[Requirement] = &[];

/// The end-to-end tests run on Linux only.
#[cfg(not(target_os = "linux"))]
pub(crate) const E2E: &[Requirement] = &[];

/// Fails when the system lacks one of `requirements`, and says how to install it.
///
/// # Errors
/// Names every missing package.
pub(crate) fn require(requirements: &[Requirement]) -> Result<()> {
    let missing = missing(requirements);
    if missing.is_empty() {
        return Ok(());
    }
    bail!("missing packages: {}; `cargo xtask setup` installs them", missing.join(", "))
}

/// Installs those of `requirements` that the system lacks.
pub(crate) fn install(requirements: &[Requirement]) -> Result<()> {
    let missing = missing(requirements);
    if missing.is_empty() {
        return Ok(());
    }
    if !succeeds(&mut command("apt-get", &["--version"])) {
        bail!(
            "missing software, by its Debian package names: {}; install it with the package manager \
             of this system",
            missing.join(", ")
        );
    }
    println!("Missing packages: {}. Installing them with apt.", missing.join(", "));
    apt(&["update", "--quiet=2"])?;
    let mut words = vec!["install", "--quiet=2", "--yes", "--no-install-recommends"];
    words.extend(missing);
    apt(&words)
}

fn missing(requirements: &[Requirement]) -> Vec<&'static str> {
    let missing = requirements.iter().filter(|requirement| !requirement.is_met());
    missing.map(|requirement| requirement.package).collect()
}

/// Runs apt as administrator.
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

impl Requirement {
    fn is_met(&self) -> bool {
        match self.probe {
            Probe::Program(name) => in_path(name),
            Probe::Library(name) => succeeds(&mut command("pkg-config", &["--exists", name])),
            Probe::PythonGi(name, version) => {
                let load = format!(
                    "import gi; gi.require_version('{name}', '{version}'); \
                     import gi.repository.{name}"
                );
                succeeds(&mut command("/usr/bin/python3", &["-c", &load]))
            }
            Probe::Python(modules) => {
                succeeds(&mut process::python(&["-c", &format!("import {modules}")]))
            }
            Probe::SharedLibrary(name) => {
                // A user's PATH lacks the directory of ldconfig.
                let known = command("/sbin/ldconfig", &["-p"]).output();
                known.is_ok_and(|known| String::from_utf8_lossy(&known.stdout).contains(name))
            }
            Probe::File(path) => std::path::Path::new(path).is_file(),
            Probe::Font(name) => {
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
    fn only_missing_packages_are_named() {
        let installed = Requirement { package: "here", probe: Probe::Program(cargo_name()) };
        let absent = Requirement { package: "not-here", probe: Probe::Program("no-such-program") };
        assert_eq!(missing(&[installed, absent]), ["not-here"]);
        assert!(require(&[installed]).is_ok());
        let error = require(&[absent]).unwrap_err().to_string();
        assert!(error.contains("not-here") && error.contains("cargo xtask setup"), "{error}");
    }

    /// A program that is in `PATH` wherever this test runs.
    fn cargo_name() -> &'static str {
        if cfg!(windows) { "cargo.exe" } else { "cargo" }
    }
}
