//! `cargo xtask test`: what must hold before a change is taken in.

use anyhow::{Result, bail};

use crate::process::{self, cargo, python, works};

/// Checks style, lints, documentation and dependencies, then runs all tests.
pub(crate) fn run() -> Result<()> {
    process::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    process::run(&mut cargo(&clippy))?;
    let doc = ["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"];
    // Whoever reads about private items may follow links to them.
    let flags = "-D warnings -A rustdoc::private_intra_doc_links";
    process::run(cargo(&doc).env("RUSTDOCFLAGS", flags))?;
    dependencies()?;
    training()?;
    tests()
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
    process::run(python(&tests).current_dir(process::root().join("models/training")))
}

/// Documentation tests first: the last line is then the summary of all the others.
fn tests() -> Result<()> {
    process::run(&mut cargo(&["test", "--workspace", "--doc", "--quiet"]))?;
    if works(&mut cargo(&["nextest", "--version"])) {
        process::run(&mut cargo(&["nextest", "run", "--workspace"]))
    } else {
        process::run(&mut cargo(&["test", "--workspace", "--all-targets"]))
    }
}
