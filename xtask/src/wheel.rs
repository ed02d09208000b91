//! The Python package in `bindings/python`: `cargo xtask wheel` builds it, `cargo xtask test python` tests it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::{self, build_as_tested, build_cli, command, python, root, succeeds};

/// What builds the wheel; the versions that were tried.
const BUILD: &[&str] = &["maturin==1.16.0"];
/// What tests it. Pillow and numpy make pictures for it.
const TEST: &[&str] = &["pytest==9.2.0", "mypy==2.4.1", "numpy", "pillow"];
/// What the example for many machines needs besides.
const RAY: &[&str] = &["ray[data]==2.60.0"];
/// The oldest Python that the wheel runs on.
const OLDEST: &str = "3.11";

/// Builds the wheel that people install.
///
/// # Errors
/// When Python or the program is missing, or a build fails.
pub(crate) fn build() -> Result<()> {
    let program = build_cli(&[])?;
    let wheel = maturin(&program, &["--release"])?;
    let size = std::fs::metadata(&wheel)?.len() >> 20;
    println!("\n{} ({size} MiB)", wheel.display());
    Ok(())
}

/// Whether there is a Python that can run the tests.
pub(crate) fn can_test() -> bool {
    let check = format!(
        "import sys, venv, ensurepip; v = '{OLDEST}'.split('.'); \
         assert sys.version_info[:2] >= (int(v[0]), int(v[1]))"
    );
    succeeds(&mut python(&["-c", &check]))
}

/// Builds a wheel in the profile of the other tests, installs it in an environment of its own and tests it there.
///
/// # Errors
/// When a test fails, or what they need is missing.
pub(crate) fn test() -> Result<()> {
    if !can_test() {
        bail!(
            "Python {OLDEST} or later with venv is missing; install it (on Debian: python3-venv), or name \
             another one with PYTHON"
        );
    }
    let wheel = development_wheel()?;
    let environment = installed(&wheel, TEST, "python-test")?;
    let package = root().join("bindings/python");
    let run = |module: &str, words: &[&str]| {
        let mut command = command(&environment, &["-m", module]);
        process::run(command.args(words).current_dir(&package))
    };
    run("mypy", &["--cache-dir=../../target/mypy", "--exclude=tests/ray", "tests", "python"])?;
    run("pytest", &["--quiet", "-p", "no:cacheprovider", "--ignore=tests/ray"])
}

/// Runs the example for Ray with a worker that is killed. Not a part of `test`: Ray takes 240 MB.
///
/// # Errors
/// As [`test()`].
pub(crate) fn test_ray() -> Result<()> {
    let wheel = development_wheel()?;
    let needs: Vec<&str> = [TEST, RAY].concat();
    let environment = installed(&wheel, &needs, "python-ray")?;
    let tests = ["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "-s", "tests/ray"];
    process::run(command(&environment, &tests).current_dir(root().join("bindings/python")))
}

/// A wheel of what the other tests build as well.
fn development_wheel() -> Result<PathBuf> {
    let program = build_as_tested(&["--workspace"], "cli", "imagetotext")?;
    // Debug information would make the wheel ten times as large.
    maturin(&program, &["--profile", "dev", "--compression-method", "stored"])
}

/// Builds a wheel with this program in it and returns its path.
fn maturin(program: &Path, options: &[&str]) -> Result<PathBuf> {
    let environment = environment("python-build", BUILD)?;
    let package = root().join("bindings/python");
    let shipped = package.join("python/imagetotext/bin").join(program_name());
    std::fs::create_dir_all(shipped.with_file_name(""))?;
    std::fs::copy(program, &shipped).context("the program cannot be copied")?;
    if cfg!(unix) {
        process::run(Command::new("strip").arg(&shipped))?;
    }
    let wheels = root().join("target/wheels").join(if options.contains(&"--release") {
        "release"
    } else {
        "dev"
    });
    let _ = std::fs::remove_dir_all(&wheels);
    let mut maturin = command(&environment, &["-m", "maturin", "build", "--locked", "--out"]);
    maturin.arg(&wheels).args(options).current_dir(&package);
    process::run(maturin.env("CARGO_TARGET_DIR", root().join("target")))?;
    let wheel = std::fs::read_dir(&wheels)?.filter_map(Result::ok).map(|entry| entry.path());
    let mut wheel = wheel.filter(|path| path.extension().is_some_and(|it| it == "whl"));
    wheel.next().context("maturin has built no wheel")
}

fn program_name() -> String {
    format!("imagetotext{}", std::env::consts::EXE_SUFFIX)
}

/// An environment in which the wheel is new, with these packages.
fn installed(wheel: &Path, packages: &[&str], name: &str) -> Result<String> {
    let environment = environment(name, packages)?;
    let install = ["-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall"];
    process::run(command(&environment, &install).arg(wheel))?;
    Ok(environment)
}

/// The Python of an environment below `target` with these packages, which are installed when their list changes.
fn environment(name: &str, packages: &[&str]) -> Result<String> {
    let directory = root().join("target").join(name);
    let program = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let interpreter = directory.join(program);
    let interpreter = interpreter.to_str().context("the path is not UTF-8")?.to_owned();
    let list = directory.join("packages.txt");
    let wanted = packages.join("\n");
    if std::fs::read_to_string(&list).is_ok_and(|present| present == wanted) {
        return Ok(interpreter);
    }
    process::run(python(&["-m", "venv", "--clear"]).arg(&directory))?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    process::run(command(&interpreter, &install).args(packages))?;
    std::fs::write(list, wanted)?;
    Ok(interpreter)
}
