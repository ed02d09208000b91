//! `cargo xtask test`: what must hold before a change is merged.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::process::{self, cargo, python, root, succeeds};
use crate::{e2e, public_api, system_packages, ui, wheel};

/// A part of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Everything in Rust but the desktop program. Needs Rust, and on Linux programs that open exports.
    Core,
    /// The page of the desktop program. Needs Node.js.
    Ui,
    /// The desktop program and its end-to-end tests.
    Window,
    /// The training of the models. Needs Python with `PyTorch`.
    Models,
    /// The Python package. Needs Python with `venv`.
    Python,
}

impl Part {
    /// The part of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "core" => Some(Self::Core),
            "ui" => Some(Self::Ui),
            "window" => Some(Self::Window),
            "models" => Some(Self::Models),
            "python" => Some(Self::Python),
            _ => None,
        }
    }
}

const APP: &str = "imagetotext-app";
/// What cargo is asked to check, as its options.
type Packages = &'static [&'static str];
const ALL: Packages = &["--workspace"];
const ALL_BUT_APP: Packages = &["--workspace", "--exclude", APP];
const APP_ALONE: Packages = &["--package", APP];

/// Runs one part of the checks.
///
/// # Errors
/// When a check fails, or something that the part needs is missing.
pub(crate) fn run_part(part: Part) -> Result<()> {
    match part {
        Part::Core => {
            system_packages::require(system_packages::EXPORTS)?;
            style_and_dependencies()?;
            lint_and_document(ALL_BUT_APP)?;
            public_api::check()?;
            test(ALL_BUT_APP)
        }
        Part::Ui => lint_and_test_ui(),
        Part::Window => {
            system_packages::require(system_packages::APP)?;
            system_packages::require(system_packages::E2E)?;
            ui::build()?;
            lint_and_document(APP_ALONE)?;
            test_with_bindings(APP_ALONE)?;
            end_to_end(APP_ALONE)
        }
        Part::Models => training(),
        Part::Python => {
            system_packages::require(system_packages::PYTHON)?;
            wheel::test()
        }
    }
}

/// Runs all checks. Those of the training are left out where its libraries are missing: nobody needs
/// them to build the program.
///
/// # Errors
/// When a check fails, or something that the checks need is missing.
pub(crate) fn run_all() -> Result<()> {
    system_packages::require(system_packages::APP)?;
    system_packages::require(system_packages::E2E)?;
    system_packages::require(system_packages::EXPORTS)?;
    system_packages::require(system_packages::PYTHON)?;
    style_and_dependencies()?;
    lint_and_test_ui()?;
    // The page is embedded in the desktop program, so it is built first.
    ui::build()?;
    lint_and_document(ALL)?;
    public_api::check()?;
    if can_train() {
        training()?;
    } else {
        println!("\nLeft out: the tests of models/training, which need PyTorch and OpenCV.");
    }
    test_with_bindings(ALL)?;
    wheel::test()?;
    end_to_end(ALL)
}

/// Formatting, and the rules for dependencies that need no advisories from the network.
fn style_and_dependencies() -> Result<()> {
    process::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    if !succeeds(&mut cargo(&["deny", "--version"])) {
        bail!("cargo-deny is missing; install it with `cargo install --locked cargo-deny`");
    }
    // The rules cover other systems too, whose crates a build on this system does not fetch.
    process::run(&mut cargo(&["fetch", "--locked", "--quiet"]))?;
    process::run(&mut cargo(&["deny", "--offline", "check", "bans", "licenses", "sources"]))
}

fn lint_and_document(packages: Packages) -> Result<()> {
    let clippy = ["--all-targets", "--quiet", "--", "-D", "warnings"];
    process::run(cargo(&["clippy"]).args(packages).args(clippy))?;
    let doc = ["--no-deps", "--document-private-items", "--quiet"];
    // Documentation of private items may link to private items.
    let flags = "-D warnings -A rustdoc::private_intra_doc_links";
    process::run(cargo(&["doc"]).args(packages).args(doc).env("RUSTDOCFLAGS", flags))
}

/// Documentation tests come first, so that the last line is the summary of all other tests.
fn test(packages: Packages) -> Result<()> {
    // The desktop program is no library, so it has no documentation tests.
    if packages != APP_ALONE {
        process::run(cargo(&["test", "--doc", "--quiet"]).args(packages))?;
    }
    if succeeds(&mut cargo(&["nextest", "--version"])) {
        process::run(cargo(&["nextest", "run"]).args(packages))
    } else {
        process::run(cargo(&["test", "--all-targets"]).args(packages))
    }
}

/// The tests of the desktop program write the types that it shares with the page. They must write
/// what is committed.
fn test_with_bindings(packages: Packages) -> Result<()> {
    let committed = bindings()?;
    test(packages)?;
    if committed != bindings()? {
        bail!("ui/src/bindings was out of date; the tests have updated it: commit the new files");
    }
    Ok(())
}

/// The generated types and their files.
fn bindings() -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let entries = std::fs::read_dir(ui::bindings()).context("ui/src/bindings is missing")?;
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry?.path();
        let content = std::fs::read(&path)?;
        Ok((path, content))
    };
    entries.map(read).collect()
}

/// Types, style and unit tests of the page, and the style of the end-to-end tests.
fn lint_and_test_ui() -> Result<()> {
    ui::check()?;
    e2e::lint()
}

/// With the program that the tests of `packages` have built: an optimised one takes ten minutes to link.
fn end_to_end(packages: Packages) -> Result<()> {
    if !e2e::IS_SUPPORTED {
        println!("\nLeft out: the end-to-end tests, which run on Linux.");
        return Ok(());
    }
    e2e::run_with(&process::build_as_tested(packages, "ipc", APP)?)
}

fn can_train() -> bool {
    succeeds(&mut python(&["-c", "import torch, cv2"]))
}

fn training() -> Result<()> {
    if !can_train() {
        bail!(
            "Python with PyTorch and OpenCV is missing; install them with `pip install -r \
             models/training/requirements.txt`, and name another Python with PYTHON"
        );
    }
    let tests = ["-m", "unittest", "discover", "-s", "tests", "-t", "."];
    process::run(python(&tests).current_dir(root().join("models/training")))
}
