//! `cargo xtask check-platforms`: lints what is compiled for Windows and macOS, on any system.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::{self, cargo, command, root, succeeds};
use crate::ui;

const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";

/// Compilers of C for the packages that have some, with the package of Debian that has them.
const COMPILERS: [(&str, &str); 2] =
    [("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"), ("clang", "clang")];

/// Everything but the Python module, which its own tests build.
const PACKAGES: [&str; 4] = ["--workspace", "--exclude", "imagetotext-python", "--all-targets"];

/// Adds the targets and runs clippy for them. Nothing is linked or run.
///
/// # Errors
/// When a compiler is missing, or clippy finds something.
pub(crate) fn check() -> Result<()> {
    for (compiler, package) in COMPILERS {
        if !succeeds(&mut command(compiler, &["--version"])) {
            bail!("{compiler} is missing; on Debian it is in the package {package}");
        }
    }
    process::run(&mut command("rustup", &["target", "add", WINDOWS, MACOS]))?;
    // The desktop program contains the page.
    ui::build()?;
    process::run(&mut clippy(WINDOWS))?;
    // The packages with C need no header of Apple, only a directory where its compiler would look.
    let headers = root().join("target").join("no-apple-headers");
    std::fs::create_dir_all(&headers).context("the directory cannot be created")?;
    let mut macos = clippy(MACOS);
    macos.env("CC_aarch64_apple_darwin", "clang").env("SDKROOT", headers);
    process::run(&mut macos)
}

fn clippy(target: &str) -> Command {
    let mut clippy = cargo(&["clippy", "--target", target]);
    clippy.args(PACKAGES).args(["--", "--deny", "warnings"]);
    clippy
}
