//! Runs other programs: cargo, Python and whatever else a task needs.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the repository")
}

/// A program to run in the root of the repository.
pub(crate) fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(args: &[&str]) -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), args)
}

/// The Python that `PYTHON` names.
pub(crate) fn python(args: &[&str]) -> Command {
    command(&std::env::var("PYTHON").unwrap_or_else(|_| "python3".into()), args)
}

/// Prints the command and runs it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = command_line(command);
    println!("\n$ {line}");
    let status = command.status().with_context(|| format!("{line} cannot be run"))?;
    if !status.success() {
        bail!("{line} failed ({status})");
    }
    Ok(())
}

/// Whether the command exists and succeeds. Its output is discarded.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    silent.status().is_ok_and(|status| status.success())
}

/// Builds the command line in release mode with `options` and returns its path.
pub(crate) fn build_cli(options: &[&str]) -> Result<PathBuf> {
    build_binary("imagetotext-cli", "imagetotext", options)
}

/// Builds the command line without the allocator that wipes freed memory and returns its path.
/// Measurements compare it with the program as people have it.
pub(crate) fn build_unwiped_cli() -> Result<PathBuf> {
    let program = build_cli(&["--features", "system-allocator"])?;
    // A copy, because the next build of the command line replaces the file.
    let copy = program.with_file_name("imagetotext-without-wiping");
    std::fs::copy(&program, &copy).context("the program cannot be copied")?;
    Ok(copy)
}

/// Builds the desktop program in release mode and returns its path.
pub(crate) fn build_app() -> Result<PathBuf> {
    build_binary("imagetotext-app", "imagetotext-app", &[])
}

fn build_binary(package: &str, binary: &str, options: &[&str]) -> Result<PathBuf> {
    let fixed = ["build", "--release", "--package", package, "--bin", binary];
    build(cargo(&fixed).args(options), binary)
}

/// Builds `binary` as the integration tests named `test` of `packages` run it, and returns its path. After these tests
/// nothing is left to compile; a build of the program alone has its dependencies with other features, and compiles them
/// again.
pub(crate) fn build_as_tested(packages: &[&str], test: &str, binary: &str) -> Result<PathBuf> {
    build(cargo(&["test", "--no-run", "--test", test]).args(packages), binary)
}

/// Runs a command of cargo that builds `binary`, and returns its path.
fn build(command: &mut Command, binary: &str) -> Result<PathBuf> {
    command.arg("--message-format=json-render-diagnostics");
    println!("\n$ {}", command_line(command));
    let output = command.stderr(Stdio::inherit()).output().context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("the build failed");
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    messages
        .lines()
        .filter_map(|message| serde_json::from_str::<serde_json::Value>(message).ok())
        .filter(|message| message["target"]["name"] == binary)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .context("cargo does not say where the program is")
}

/// The command as a person would type it, with the program's name instead of its path.
fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
