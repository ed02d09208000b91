//! `cargo xtask setup`: installs what the checks need.

use anyhow::Result;

use crate::process::{self, cargo, succeeds};
use crate::{system_packages, ui};

/// Installs all that `cargo xtask test` needs.
pub(crate) fn run() -> Result<()> {
    system_packages::install(system_packages::APP)?;
    system_packages::install(system_packages::E2E)?;
    system_packages::install(system_packages::EXPORTS)?;
    system_packages::install(system_packages::PYTHON)?;
    ui::install()?;
    for tool in ["nextest", "deny"] {
        if !succeeds(&mut cargo(&[tool, "--version"])) {
            let package = format!("cargo-{tool}");
            // Without optimisation, which takes longer than both tools run.
            let install = ["install", "--quiet", "--locked", "--debug", &package];
            // Our RUSTFLAGS deny warnings, which other people's code may have.
            process::run(cargo(&install).env_remove("RUSTFLAGS"))?;
        }
    }
    Ok(())
}
