//! `cargo xtask app`, `bundle` and `icons`: the desktop program, from source to package.

use anyhow::{Context as _, Result};

use crate::process::{self, cargo, root};
use crate::{system_packages, ui};

/// The icons that the program and its packages use. Tauri can generate many more.
const ICONS: [&str; 6] =
    ["32x32.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.icns", "icon.ico"];

/// Installs what the build needs, builds the desktop program and starts it with `args`.
pub(crate) fn start(args: &[&str]) -> Result<()> {
    system_packages::install(system_packages::APP)?;
    ui::build()?;
    let run = ["run", "--release", "--package", "imagetotext-app", "--"];
    process::run(cargo(&run).args(args))
}

/// Builds packages of the desktop program: those that need no download, or `all` of this system.
pub(crate) fn bundle(all: bool) -> Result<()> {
    system_packages::install(system_packages::APP)?;
    ui::build()?;
    // The packages contain the command line as well.
    process::build_cli(&[])?;
    let mut tauri = ui::tool("@tauri-apps/cli", "tauri.js", &["build"]);
    if !all && cfg!(target_os = "linux") {
        tauri.args(["--bundles", "deb"]);
    }
    process::run(&mut tauri)
}

/// Generates all icons from `icons/icon.svg`.
pub(crate) fn icons() -> Result<()> {
    ui::install()?;
    let generated = root().join("target/icons");
    let out = generated.to_str().context("the path of the repository is not UTF-8")?;
    let icon = ["icon", "icons/icon.svg", "--output", out];
    process::run(&mut ui::tool("@tauri-apps/cli", "tauri.js", &icon))?;
    for icon in ICONS {
        let to = root().join("icons").join(icon);
        std::fs::copy(generated.join(icon), &to)
            .with_context(|| format!("{} cannot be written", to.display()))?;
    }
    Ok(())
}
