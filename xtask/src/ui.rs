//! The user interface in `ui/`: its packages, its build and its checks. It needs Node.js.

use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Result, bail};

use crate::process::{self, command, root};

/// The oldest Node.js that the build tools run on.
const NODE: (u32, u32) = (20, 19);

/// Checks the version of Node.js and installs the packages of the lock file.
pub(crate) fn install() -> Result<()> {
    let version = command("node", &["--version"]).output();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let (major, minor) = NODE;
    match version {
        Ok(version) if parse_version(&version).is_some_and(|version| version >= NODE) => {}
        Ok(version) => bail!(
            "building ui/ needs Node.js {major}.{minor} or later, and this is {version}; get a \
             newer one from https://nodejs.org or from the system's package manager"
        ),
        Err(_) => bail!(
            "building ui/ needs Node.js {major}.{minor} or later, which is missing; install it \
             with `apt install nodejs npm` or from https://nodejs.org"
        ),
    }
    if is_stale() {
        process::run(npm(&["ci"]).args(["--no-fund", "--no-audit"]))?;
    }
    Ok(())
}

/// Builds the page, which is embedded in the desktop program.
pub(crate) fn build() -> Result<()> {
    install()?;
    process::run(&mut npm(&["run", "build"]))
}

/// Checks types and style, and runs the unit tests.
pub(crate) fn check() -> Result<()> {
    install()?;
    process::run(&mut npm(&["run", "check"]))?;
    process::run(&mut npm(&["test"]))
}

/// A program from the packages of `ui/`, to run in the root of the repository.
pub(crate) fn tool(package: &str, script: &str, args: &[&str]) -> Command {
    let script = root().join("ui/node_modules").join(package).join(script);
    let mut node = command("node", &[]);
    node.arg(script).args(args);
    node
}

/// The generated types that the desktop program shares with the page.
pub(crate) fn bindings() -> PathBuf {
    root().join("ui/src/bindings")
}

fn npm(args: &[&str]) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, args);
    npm.current_dir(root().join("ui"));
    npm
}

/// Whether the lock file changed since the packages were installed.
fn is_stale() -> bool {
    let modified = |file: &str| -> Option<SystemTime> {
        std::fs::metadata(root().join("ui").join(file)).ok()?.modified().ok()
    };
    modified("node_modules/.package-lock.json") < modified("package-lock.json")
}

/// The first two numbers of a version such as `v20.19.0`.
fn parse_version(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(parse_version("v20.19.0"), Some((20, 19)));
        assert!(parse_version("v9.11.2").unwrap() < NODE);
        assert!(parse_version("v22.1.0").unwrap() > NODE);
        for invalid in ["", "20.19.0", "v20", "vx.y"] {
            assert_eq!(parse_version(invalid), None, "{invalid}");
        }
    }
}
