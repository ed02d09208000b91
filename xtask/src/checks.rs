//! `cargo xtask test`: what must hold before a change is taken in.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::process::{self, cargo, python, root, works};
use crate::{page, system, window};

/// Checks style, lints, documentation and dependencies, then runs all tests.
pub(crate) fn run() -> Result<()> {
    system::require(system::WINDOW)?;
    system::require(system::TESTS)?;
    process::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    page::check()?;
    // The program holds the page: it is built before the program is looked at.
    page::build()?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    process::run(&mut cargo(&clippy))?;
    let doc = ["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"];
    // Whoever reads about private items may follow links to them.
    let flags = "-D warnings -A rustdoc::private_intra_doc_links";
    process::run(cargo(&doc).env("RUSTDOCFLAGS", flags))?;
    dependencies()?;
    training()?;
    tests()?;
    window_tests()
}

/// The part of the policy that needs no advisories from the network.
fn dependencies() -> Result<()> {
    if !works(&mut cargo(&["deny", "--version"])) {
        bail!("cargo-deny is missing; install it with `cargo install --locked cargo-deny`");
    }
    // The policy speaks of other systems too, whose crates a build on this one does not need.
    process::run(&mut cargo(&["fetch", "--locked", "--quiet"]))?;
    process::run(&mut cargo(&["deny", "--offline", "check", "bans", "licenses", "sources"]))
}

/// The training project is tested where its libraries are: nobody needs them to build the program.
fn training() -> Result<()> {
    if !works(&mut python(&["-c", "import torch, cv2"])) {
        println!("\nLeft out: the tests of models/training, which need PyTorch and OpenCV.");
        return Ok(());
    }
    let tests = ["-m", "unittest", "discover", "-s", "tests", "-t", "."];
    process::run(python(&tests).current_dir(root().join("models/training")))
}

/// Documentation tests first: the last line is then the summary of all the others.
fn tests() -> Result<()> {
    let bindings = bindings()?;
    process::run(&mut cargo(&["test", "--workspace", "--doc", "--quiet"]))?;
    if works(&mut cargo(&["nextest", "--version"])) {
        process::run(&mut cargo(&["nextest", "run", "--workspace"]))?;
    } else {
        process::run(&mut cargo(&["test", "--workspace", "--all-targets"]))?;
    }
    if bindings != self::bindings()? {
        bail!(
            "ui/src/bindings was out of date; the tests wrote it anew, so commit what they wrote"
        );
    }
    Ok(())
}

/// What the files hold that the tests of the shell write for the page.
fn bindings() -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let entries = std::fs::read_dir(page::bindings()).context("the page has no bindings")?;
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry?.path();
        let held = std::fs::read(&path)?;
        Ok((path, held))
    };
    entries.map(read).collect()
}

/// The window as a person has it before them.
fn window_tests() -> Result<()> {
    if !system::HAS_WINDOW_TESTS {
        println!("\nLeft out: the tests of the real window, which run on Linux.");
        return Ok(());
    }
    let style = ["ci", "--config-path=ui", "tests/e2e"];
    process::run(&mut page::tool("@biomejs/biome", "bin/biome", &style))?;
    window::test("")
}
