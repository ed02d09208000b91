//! Running other programs.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// A program to be run in the root of the repository.
pub(crate) fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(args: &[&str]) -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), args)
}

/// The Python that the person chose.
pub(crate) fn python(args: &[&str]) -> Command {
    command(&std::env::var("PYTHON").unwrap_or_else(|_| "python3".into()), args)
}

/// Shows the command and runs it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    println!("\n$ {line}");
    let status = command.status().with_context(|| format!("{line} cannot be run"))?;
    if !status.success() {
        bail!("{line} failed ({status})");
    }
    Ok(())
}

/// Whether the command is there and ends well; it prints nothing.
pub(crate) fn works(command: &mut Command) -> bool {
    let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    silent.status().is_ok_and(|status| status.success())
}

/// Builds the command line in release mode with `options` and tells where it is.
pub(crate) fn build(options: &[&str]) -> Result<PathBuf> {
    build_program("imagetotext", options)
}

/// Builds one of our programs in release mode with `options` and tells where it is.
pub(crate) fn build_program(name: &str, options: &[&str]) -> Result<PathBuf> {
    let fixed = ["build", "--release", "--package", name, "--bin", name];
    let mut command = cargo(&fixed);
    command.args(options).arg("--message-format=json-render-diagnostics");
    println!("$ {}", line(&command));
    let output = command.stderr(Stdio::inherit()).output().context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("the build failed");
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    messages
        .lines()
        .filter_map(|message| serde_json::from_str::<serde_json::Value>(message).ok())
        .filter(|message| message["target"]["name"] == name)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .context("cargo does not tell where the program is")
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
